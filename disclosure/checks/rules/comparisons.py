"""N01–N05: comparisons with last year and with the budget need the other figure and, where the format asks for it, a reason that fits."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosure.checks.places import compared_name, compared_row, comparisons, other_name
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.checks.tie_words import row_title
from disclosure.checks.ties import HALF
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped
from disclosure.core.transcript import compared
from disclosure.core.wording import tendency
from disclosure.core.words import Kind
from disclosure.statements.table import TableRow


def unknown_others(case: Case) -> Iterator[Found]:
    """A figure of this year whose other one, of last year or of the budget, nobody gave; an original compares what it compares."""
    for statement in comparisons(case) if case.facts.transcript is None else ():
        for key, row in case.tables[statement].rows.items():
            if row.cells["current"].shown and row.cells["prior"].shown is None:
                place = Address(statement, key, "prior")
                yield Found(unknown(case, place, row), place)


def unknown(case: Case, place: Address, row: TableRow) -> str:
    """What is not known, and what to give."""
    of, other, kind = compared(place), other_name(case, place.statement), "决算" if case.facts.kind == Kind.FINAL else "预算"
    figure = f"“{row_title(case, place)}”本年{kind}{write_grouped(row.cells['current'].shown or ZERO)}万元"
    message = f"《{case.tables[of.statement].declared.title}》{figure}，没有{other}数，写不出"
    if place.statement == case.changes:
        return f"{message}增减；请填写上年数（{of}），上年没有安排的填0"
    return f"{message}完成率；请填写{other}数，没有安排的填0"


def asked(case: Case, wanted: Address) -> Iterator[tuple[Address, TableRow]]:
    """The comparisons that a reason is asked of, each with the address its reason is kept at; `*` stands for every code."""
    is_execution = wanted.statement in case.budgets
    statement = wanted.statement if is_execution else case.changes
    rows = case.tables[statement].rows
    if wanted.row != "*":
        key = wanted.row if is_execution else ".".join(wanted)
        yield from [(wanted, rows[key])] if key in rows else []
        return
    for key, row in rows.items():
        of = compared(Address(statement, key, "change"))
        place = Address(statement, key, "change") if is_execution else of
        if of.row.isdigit() and place._replace(row="*") == wanted:
            yield place, row


def changed(case: Case, addresses: Iterable[Address]) -> Iterator[tuple[Address, TableRow]]:
    """The comparisons among these that changed and have no reason."""
    for wanted in addresses:
        for address, row in asked(case, wanted):
            if row.cells["change"].shown and not case.facts.reasons.get(address):
                yield address, row


def said(case: Case, statement: str, row: TableRow) -> str:
    """Both figures and their difference."""
    current, prior, change = (row.cells[column].shown or ZERO for column in ("current", "prior", "change"))
    size = f"{write_grouped(abs(change))}万元"
    if statement in case.budgets:
        more = "多" if change > ZERO else "少"
        return f"{case.budgets[statement]}{write_grouped(prior)}万元，决算{write_grouped(current)}万元，比预算{more}{size}"
    return f"本年{write_grouped(current)}万元，上年{write_grouped(prior)}万元，{'增加' if change > ZERO else '减少'}{size}"


def missing_reason(case: Case) -> Iterator[Found]:
    """A change whose reason the format asks for."""
    for address, row in changed(case, case.reasons_required):
        place, _ = compared_row(case, address) or (address, row)
        told = f"{compared_name(case, place)}{said(case, place.statement, row)}"
        yield Found(f"{told}，没有写增减原因；请在增减原因中补充", address)


def missing_expected_reason(case: Case) -> Iterator[Found]:
    """A change of 机关运行经费 without its reason: published practice often leaves it out."""
    for address, row in changed(case, case.reasons_expected):
        yield Found(f"{row.name}{said(case, case.changes, row)}，没有写增减原因；建议补充", address)


def contrary_reasons(case: Case) -> Iterator[Found]:
    """A reason that speaks of a fall where the figure rose, or of a rise where it fell."""
    for address, reason in case.facts.reasons.items():
        place, row = compared_row(case, address) or (address, None)
        change = row.cells["change"].shown if row else None
        if row and change and tendency(reason) * change < ZERO:
            told = f"{compared_name(case, place)}{said(case, place.statement, row)}"
            yield Found(f"{told}，原因却写“{reason}”，方向不合；请核对", address)


def other_change(case: Case) -> Iterator[Found | Rounded]:
    """A change that is not this figure minus the other one."""
    for place, row in (each for statement in comparisons(case) for each in rows_of(case, statement)):
        current, prior, change = (row.cells[column].shown for column in ("current", "prior", "change"))
        if current is None or prior is None or change is None:
            continue
        difference = current - prior - change
        if abs(difference) > HALF * 3:
            yield Found(miscounted(case, place, row, difference), place)
        elif difference:
            yield Rounded(place, difference)


def rows_of(case: Case, statement: str) -> Iterator[tuple[Address, TableRow]]:
    """The comparisons of a statement."""
    return ((Address(statement, key, "change"), row) for key, row in case.tables[statement].rows.items())


def miscounted(case: Case, place: Address, row: TableRow, difference: Decimal) -> str:
    """Both figures and the change that is written."""
    current, prior, change = (write_grouped(row.cells[column].shown or ZERO) for column in ("current", "prior", "change"))
    figures = f"本年{current}万元，{other_name(case, place.statement)}{prior}万元"
    return f"“{row_title(case, place)}”{figures}，写的增减额是{change}万元，相差{write_grouped(abs(difference))}万元"


def other_versions(case: Case) -> Iterator[Found]:
    """Figures taken from a document that was corrected or withdrawn since."""
    return (Found(notice, Address(case.changes, "", "")) for notice in case.notices)


LAST = Example(
    {"YX08/total/reception": "8.30", "YX07/YX08.total.reception/change": "-0.06"}, texts={"reasons/YX08/total/reception": "按要求压减"}
)
OPERATING = Example(
    {"YX03/operating/amount": "20.00", "YX07/YX03.operating.amount/change": "-5.00"}, texts={"reasons/YX03/operating/amount": "压缩开支"}
)
RULES = (
    Rule(
        "N01", "error", "与上年比较的数都有上年数，与预算比较的数都有预算数", law.PROCEDURE_2016, unknown_others,
        Example({"YS03/total/basic": "20.00"}, texts={"last/YS03/total/basic": "18.00"}, entered=True), Example({"YS03/total/project": "5.00"}),
    ),
    Rule(
        "N02", "error", "“三公”经费各项有增减的，决算与上年、与预算相差的，写明原因", law.PROCEDURE_2016, missing_reason,
        LAST, Example(texts={"reasons/YX08/total/reception": ""}),
    ),
    Rule(
        "N03", "warning", "机关运行经费有增减的，写明原因", law.PROCEDURE_2016, missing_expected_reason,
        OPERATING, Example(texts={"reasons/YX03/operating/amount": ""}),
    ),
    Rule("N04", "warning", "增减原因与增减的方向相合", law.PROCEDURE_2016, contrary_reasons, OPERATING, Example({"YX07/YX03.operating.amount/change": "5.00"})),
    Rule(
        "N05", "error", "增减额等于本年数减上年数，与预算的差额等于决算数减预算数", law.PROCEDURE_2016, other_change,
        Example({"YS03/total/basic": "20.00", "YX07/YS03.total.basic/change": "2.00"}, texts={"last/YS03/total/basic": "18.00"}),
        Example({"YX07/YS03.total.basic/change": "3.00"}),
    ),
    Rule(
        "N20", "warning", "取自其他公开文件的数，取自现行的版本", law.PROCEDURE_2016, other_versions,
        Example({"YS03/total/basic": "20.00"}, texts={"last/YS03/total/basic": "18.00"}),
        Example(notices=("上年数取自《安澜市档案局2023年部门预算》第1版，它已更正为第2版；可以改用新的数（重新取数）",)),
    ),
)  # fmt: skip
