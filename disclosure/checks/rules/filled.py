"""C01: blank is not zero: a section that nobody filled in must not be published as nothing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.places import FOUR
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.passages import quotations


class Section(NamedTuple):
    """Figures of which one at least must be there: what they are called, the first, their rows and columns (none named: all).

    `words` say in the text that there is nothing of it; `of` is the figure that must not be 0 for the section to be asked; `day` asks for the
    day of counting; a blank table of an original says `nothing`.
    """

    name: str
    at: Address
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    words: str = ""
    of: str = ""
    day: bool = False
    nothing: bool = False


KINDS = ("total", "goods", "works", "services")
COUNTS = (
    "abroad_groups", "abroad_people", "cars_bought", "cars_held", "domestic_receptions", "foreign_affairs_receptions", "domestic_guests",
    "foreign_affairs_guests", "overseas_receptions", "overseas_guests",
)  # fmt: skip
OF_BUDGETS = (
    Section(
        "编制和实有人数", Address("YX06", "posts", "count"), ("posts", "actual", "on_duty", "retired", "retired_cadres"), words="编制|人员"
    ),
    Section("政府采购预算", Address("YX04", "total", "amount"), KINDS, words="采购"),
    Section("国有资产占有使用情况", Address("YX05", "vehicles", "count"), words="车辆|国有资产", day=True),
)
OF_FINALS = (
    Section(
        "年末人数", Address("YX06", "actual", "count"), ("actual", "on_duty", "retired_cadres", "retired", "pensioners"), words="人员|人数"
    ),
    Section("政府采购支出", Address("YX04", "total", "amount"), KINDS, ("amount",), "采购"),
    Section("授予中小企业的合同金额", Address("YX04", "total", "sme"), KINDS, ("sme",), "中小企业", of="YX04/total/amount"),
    Section("授予小微企业的合同金额", Address("YX04", "micro", "micro"), ("micro",), ("micro",), "小微企业", of="YX04/total/sme"),
    Section("国有资产占用情况", Address("JS10", "vehicles", "count"), words="车辆|国有资产", nothing=True),
    Section("“三公”经费的全年预算数", Address("JS09", "total", "adjusted"), FOUR, ("adjusted",), "三公"),
    Section("“三公”经费的团组、车辆、批次和人数", Address("JS09", "abroad_groups", "outturn"), COUNTS, ("outturn",), "三公"),
)
NOTHING = "(?:没有|无|未)[^。；;]{{0,12}}(?:{})"


def unfilled_sections(case: Case) -> Iterator[Found]:
    """A section without a single figure: no vehicles is 0, not blank, or said in words; assets also need the day they were counted."""
    texts = [passage.text for passage in quotations(case.facts)]
    for each in OF_BUDGETS if case.has("YX05") else OF_FINALS:
        said = any(re.search(NOTHING.format(each.words), text) for text in texts)
        undated = each.day and case.facts.transcript is None and case.facts.assets_as_of is None
        if is_asked(case, each) and (undated or not (said or is_filled(case, each))):
            yield Found(f"没有填报{each.name}；确实没有的填0", each.at)


def is_asked(case: Case, section: Section) -> bool:
    """Whether there is anything to fill in; a missing table is another rule's finding."""
    if section.nothing and case.facts.transcript:
        return False
    return not case.tables[section.at.statement].absent and (not section.of or bool(case.figure(Address.parse(section.of))))


def is_filled(case: Case, section: Section) -> bool:
    """Whether one of the figures is there."""
    rows = case.tables[section.at.statement].rows.items()
    cells = (cell for key, row in rows if not section.rows or key in section.rows for cell in row.cells.items())
    return any(not cell.is_blank for column, cell in cells if not section.columns or column in section.columns)


RULES = (
    Rule(
        "C01", "error", "机构人员、政府采购和国有资产都已填报，决算还有“三公”经费的全年预算数和统计数", law.PROCEDURE_2016, unfilled_sections,
        Example({"YX06/posts/count": "3", "YX04/total/amount": "0", "YX05/vehicles/count": "0"}), Example({"YX04/total/amount": ""}),
    ),
)  # fmt: skip
