"""L: what the words themselves give away: residue of a template, years of another document, amounts that stand nowhere else."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from disclosure.checks.places import compared_name, other_name, with_stated
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.checks.ties import HALF
from disclosure.core import law
from disclosure.core.money import ZERO, to_yuan, write_trimmed
from disclosure.core.passages import TEXT, Passage
from disclosure.core.wording import amounts, counting_years, left_over, residue, years
from disclosure.statements.changes import direction

OF_THIS_YEAR = ("reason", "objective", "quotation", "printed")
COUNTED = ("reason", "objective", "overview", "quotation")
ANNEXES = "5/"  # reports in free words, which rightly tell of other years and other amounts


def leftovers(find: Callable[[str], list[str]], words: str) -> Callable[[Case], Iterator[Found]]:
    """A finder of words that should not be there, told once a passage."""

    def found(case: Case) -> Iterator[Found]:
        for passage in case.passages:
            if counts := Counter(find(passage.text)):
                listed = "、".join(f"“{word}”{f'{times}处' if times > 1 else ''}" for word, times in counts.items())
                yield Found(f"{named(passage)}{words}{listed}", passage.place)

    return found


def named(passage: Passage) -> str:
    """What a passage is called at the head of a message; a quoted one is named by its place."""
    return f"{passage.title}里" if passage.title else "这一段里"


def stale_years(case: Case) -> Iterator[Found]:
    """A year that is neither this one nor the last, outside of titles, numbers of documents and days of counting."""
    wanted = (case.facts.year, case.facts.year - 1)
    for passage in case.passages:
        found = dict.fromkeys((*years(passage.text), *counting_years(passage.text)))
        stale = [year for year in found if year not in wanted]
        if passage.kind in OF_THIS_YEAR and stale and not is_annexed(passage):
            listed = "、".join(f"{year}年" for year in stale)
            yield Found(f"{named(passage)}写了{listed}；本文件讲{wanted[0]}年，与{wanted[1]}年比较", passage.place)


def is_annexed(passage: Passage) -> bool:
    """Whether a passage stands in the annexes."""
    return passage.place.statement == TEXT and passage.place.row.startswith(ANNEXES)


def contrary_words(case: Case) -> Iterator[Found]:
    """增加 beside 下降 of one figure: both directions cannot be."""
    for place, row in with_stated(case, "rate"):
        change, rate = row.cells["change"].shown, row.cells["rate"].shown
        if change and rate and (change > ZERO) != (rate > ZERO):
            said = f"{'增加' if change > ZERO else '减少'}{write_trimmed(abs(change))}万元"
            other = f"{'增长' if rate > ZERO else '下降'}{write_trimmed(abs(rate))}%"
            yield Found(f"{compared_name(case, place)}前面写{said}，后面写{other}，方向相反", place)


def rates_without_base(case: Case) -> Iterator[Found]:
    """A percentage though the other figure was 0."""
    for place, row in with_stated(case, "rate"):
        current, prior, change, rate = (row.cells[column].shown for column in ("current", "prior", "change", "rate"))
        if rate is not None and direction(current or ZERO, prior, change) == "new":
            base = f"{compared_name(case, place)}{other_name(case, place.statement)}基数为0"
            yield Found(f"{base}，却写了{write_trimmed(abs(rate))}%；删去百分比", place)


def foreign_amounts(case: Case) -> Iterator[Found]:
    """An amount in running text that equals no figure of the document; marked figures are judged by themselves."""
    counted = (passage for passage in case.passages if passage.kind in COUNTED and not is_annexed(passage))
    said = [(passage, list(amounts(passage.own_words))) for passage in counted]
    known = sorted(figures(case)) if any(found for _, found in said) else []
    for passage, found in said:
        strange = [word for word, wan, half in found if not is_among(known, wan, half)]
        if strange:
            yield Found(f"{named(passage)}的{'、'.join(strange)}与文件中任何一个数都不相等；请核对", passage.place)


def is_among(known: list[Decimal], wan: Decimal, half: Decimal) -> bool:
    """Whether a figure rounds to the amount, or the amount to the figure, which tables print to 分 of 万元."""
    slack = max(half, HALF)
    at = bisect_left(known, wan - slack)
    return at < len(known) and known[at] <= wan + slack


def figures(case: Case) -> set[Decimal]:
    """Every figure of the tables in 万元, without sign, and what single lines of the ledger hold."""
    cells = (cell for table in case.tables.values() for row in table.rows.values() for cell in row.cells.values())
    shown = {abs(each) for cell in cells for each in (cell.shown, wan_of(cell.yuan)) if each is not None}
    return shown | {line.amount / to_yuan(Decimal(1)) for line in case.facts.lines}


def wan_of(yuan: Decimal | None) -> Decimal | None:
    """元 as exact 万元."""
    return None if yuan is None else yuan / to_yuan(Decimal(1))


CUT = {"YX07/YX03.operating.amount/change": "-5.00", "YX07/YX03.operating.amount/rate": "-20.00", "YX03/operating/amount": "20.00"}
RULES = (
    Rule(
        "L01", "error", "文字里没有模板留下的待选、待填字样", law.PROCEDURE_2016, leftovers(residue, "留有模板字样"),
        Example(sentences={"3/一/（一）": "其他收入0万元，与上年预算安排持平。"}),
        Example(sentences={"3/一/（一）": "其他收入0万元，较上年预算安排增加(减少)0万元。"}),
    ),
    Rule(
        "L02", "warning", "文字里没有像是模板或编辑留下的字样", law.PROCEDURE_2016, leftovers(left_over, "像是遗留的字样"),
        Example(sentences={"3/一/（六）": "机关运行费预算20万元，比2023年预算减少5万元。"}),
        Example(sentences={"3/一/（六）": "机关运行费预算20万元，比2023年（上年）预算减少5万元。"}),
    ),
    Rule(
        "L03", "warning", "文字里的年份是本年或上年", law.PROCEDURE_2016, stale_years,
        Example(sentences={"3/一/（一）": "2024年收入预算总额为30万元。"}), Example(sentences={"3/一/（一）": "2022年收入预算总额为30万元。"}),
    ),
    Rule("L04", "error", "增减额与增减比例方向相同", law.PROCEDURE_2016, contrary_words, Example(CUT), Example({"YX07/YX03.operating.amount/rate": "20.00"})),
    Rule(
        "L05", "error", "上年为0的，不写增减比例", law.PROCEDURE_2016, rates_without_base,
        Example({"YX03/operating/amount": "5.00", "YX07/YX03.operating.amount/change": "5.00"}), Example({"YX07/YX03.operating.amount/rate": "100"}),
    ),
    Rule(
        "L06", "warning", "文字里的金额在文件中能找到", law.PROCEDURE_2016, foreign_amounts,
        Example({"YS03/total/total": "30.00"}, sentences={"3/一/（二）": "支出共30万元。"}), Example(sentences={"3/一/（二）": "支出共33万元。"}),
    ),
)  # fmt: skip
