"""N01–N05: comparisons with last year need last year's figure and, where the format asks for it, a reason that fits."""

from collections.abc import Iterable, Iterator

from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.checks.tie_words import column_title, compared_title, row_title
from disclosure.checks.ties import HALF
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped
from disclosure.core.transcript import compared
from disclosure.core.wording import tendency
from disclosure.statements.table import TableRow


def unknown_last_year(case: Case) -> Iterator[Found]:
    """A figure of this year whose figure of last year nobody gave; an original compares what it compares."""
    for key, row in case.tables[case.changes].rows.items() if case.facts.transcript is None else ():
        current, place = row.cells["current"].shown, Address(case.changes, key, "prior")
        if current and row.cells["prior"].shown is None:
            title = case.tables[compared(place).statement].declared.title
            message = f"《{title}》“{row_title(case, place)}”本年预算{write_grouped(current)}万元，没有上年数，写不出增减"
            yield Found(f"{message}；请填写上年数（{compared(place)}），上年没有安排的填0", place)


def changed(case: Case, addresses: Iterable[Address]) -> Iterator[tuple[Address, TableRow]]:
    """The comparisons among these that changed and have no reason."""
    for address in addresses:
        row = case.tables[case.changes].rows.get(".".join(address))
        if row and row.cells["change"].shown and not case.facts.reasons.get(address):
            yield address, row


def said(row: TableRow) -> str:
    """Both figures and their difference."""
    current, prior, change = (row.cells[column].shown or ZERO for column in ("current", "prior", "change"))
    verb = "增加" if change > ZERO else "减少"
    return f"本年{write_grouped(current)}万元，上年{write_grouped(prior)}万元，{verb}{write_grouped(abs(change))}万元"


def missing_reason(case: Case) -> Iterator[Found]:
    """A change of a 三公 item without its reason."""
    for address, row in changed(case, case.reasons_required):
        yield Found(
            f"“三公”经费中的{column_title(case, address.statement, address.column)}{said(row)}，没有写增减原因；请在增减原因中补充", address
        )


def missing_expected_reason(case: Case) -> Iterator[Found]:
    """A change of 机关运行经费 without its reason: published practice often leaves it out."""
    for address, row in changed(case, case.reasons_expected):
        yield Found(f"{row.name}{said(row)}，没有写增减原因；建议补充", address)


def contrary_reasons(case: Case) -> Iterator[Found]:
    """A reason that speaks of a fall where the figure rose, or of a rise where it fell."""
    for address, reason in case.facts.reasons.items():
        row = case.tables[case.changes].rows.get(".".join(address))
        change = row.cells["change"].shown if row else None
        if row and change and tendency(reason) * change < ZERO:
            yield Found(f"“{compared_title(case, row.key)}”{said(row)}，原因却写“{reason}”，方向不合；请核对", address)


def other_last_year(case: Case) -> Iterator[Found | Rounded]:
    """A change that is not this year's figure minus last year's."""
    for key, row in case.tables[case.changes].rows.items():
        current, prior, change = (row.cells[column].shown for column in ("current", "prior", "change"))
        if current is None or prior is None or change is None:
            continue
        place, difference = Address(case.changes, key, "change"), current - prior - change
        if abs(difference) > HALF * 3:
            figures = f"本年{write_grouped(current)}万元，上年{write_grouped(prior)}万元"
            yield Found(
                f"“{row_title(case, place)}”{figures}，写的增减额是{write_grouped(change)}万元，相差{write_grouped(abs(difference))}万元",
                place,
            )
        elif difference:
            yield Rounded(place, difference)


LAST = Example(
    {"YX08/total/reception": "8.30", "YX07/YX08.total.reception/change": "-0.06"}, texts={"reasons/YX08/total/reception": "按要求压减"}
)
OPERATING = Example(
    {"YX03/operating/amount": "20.00", "YX07/YX03.operating.amount/change": "-5.00"}, texts={"reasons/YX03/operating/amount": "压缩开支"}
)
RULES = (
    Rule(
        "N01", "error", "与上年比较的数都有上年数", law.PROCEDURE_2016, unknown_last_year,
        Example({"YS03/total/basic": "20.00"}, texts={"last/YS03/total/basic": "18.00"}, entered=True), Example({"YS03/total/project": "5.00"}),
    ),
    Rule("N02", "error", "“三公”经费各项有增减的，写明原因", law.PROCEDURE_2016, missing_reason, LAST, Example(texts={"reasons/YX08/total/reception": ""})),
    Rule(
        "N03", "warning", "机关运行经费有增减的，写明原因", law.PROCEDURE_2016, missing_expected_reason,
        OPERATING, Example(texts={"reasons/YX03/operating/amount": ""}),
    ),
    Rule("N04", "warning", "增减原因与增减的方向相合", law.PROCEDURE_2016, contrary_reasons, OPERATING, Example({"YX07/YX03.operating.amount/change": "5.00"})),
    Rule(
        "N05", "error", "增减额等于本年数减上年数", law.PROCEDURE_2016, other_last_year,
        Example({"YS03/total/basic": "20.00", "YX07/YS03.total.basic/change": "2.00"}, texts={"last/YS03/total/basic": "18.00"}),
        Example({"YX07/YS03.total.basic/change": "3.00"}),
    ),
)  # fmt: skip
