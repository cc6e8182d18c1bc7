"""L: what the words themselves give away: residue of a template, years of another document, amounts that stand nowhere else."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.checks.tie_words import compared_title
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, to_yuan, write_trimmed
from disclosure.core.passages import Passage
from disclosure.core.wording import amounts, counting_years, left_over, residue, years
from disclosure.statements.changes import direction
from disclosure.statements.table import TableRow

OF_THIS_YEAR = ("reason", "objective", "quotation", "printed")
COUNTED = ("reason", "objective", "overview", "quotation")


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
        if passage.kind in OF_THIS_YEAR and stale:
            listed = "、".join(f"{year}年" for year in stale)
            yield Found(f"{named(passage)}写了{listed}；本文件讲{wanted[0]}年，与{wanted[1]}年比较", passage.place)


def contrary_words(case: Case) -> Iterator[Found]:
    """增加 beside 下降 of one figure: both directions cannot be."""
    for key, row in with_stated_rate(case):
        change, rate = row.cells["change"].shown, row.cells["rate"].shown
        if change and rate and (change > ZERO) != (rate > ZERO):
            said = f"{'增加' if change > ZERO else '减少'}{write_trimmed(abs(change))}万元"
            other = f"{'增长' if rate > ZERO else '下降'}{write_trimmed(abs(rate))}%"
            yield Found(f"“{compared_title(case, key)}”前面写{said}，后面写{other}，方向相反", Address(case.changes, key, "rate"))


def rates_without_base(case: Case) -> Iterator[Found]:
    """A percentage though last year's figure was 0."""
    for key, row in with_stated_rate(case):
        current, prior, change, rate = (row.cells[column].shown for column in ("current", "prior", "change", "rate"))
        if rate is not None and direction(current or ZERO, prior, change) == "new":
            yield Found(
                f"“{compared_title(case, key)}”上年基数为0，却写了{write_trimmed(abs(rate))}%；删去百分比",
                Address(case.changes, key, "rate"),
            )


def with_stated_rate(case: Case) -> Iterator[tuple[str, TableRow]]:
    """The comparisons whose percentage the text states; the others follow from the figures."""
    stated = {each.address.row for each in case.stated if each.address.column == "rate"}
    return ((key, row) for key, row in case.tables[case.changes].rows.items() if key in stated)


def foreign_amounts(case: Case) -> Iterator[Found]:
    """An amount in running text that equals no figure of the document; marked figures are judged by themselves."""
    said = [(passage, list(amounts(passage.own_words))) for passage in case.passages if passage.kind in COUNTED]
    known = sorted(figures(case)) if any(found for _, found in said) else []
    for passage, found in said:
        strange = [word for word, wan, half in found if not is_among(known, wan, half)]
        if strange:
            yield Found(f"{named(passage)}的{'、'.join(strange)}与文件中任何一个数都不相等；请核对", passage.place)


def is_among(known: list[Decimal], wan: Decimal, half: Decimal) -> bool:
    """Whether a figure rounds to the amount."""
    at = bisect_left(known, wan - half)
    return at < len(known) and known[at] <= wan + half


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
