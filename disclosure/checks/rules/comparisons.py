"""N: comparisons with last year need last year's figure and, where the format asks for it, a reason."""

from collections.abc import Iterable, Iterator

from disclosure.checks.rule import Case, Found, Rule
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped
from disclosure.statements.table import TableRow


def unknown_last_year(case: Case) -> Iterator[Found]:
    """A figure of this year whose figure of last year nobody gave."""
    for row in case.tables[case.changes].rows.values():
        if row.cells["current"].shown and row.cells["prior"].shown is None:
            yield Found(
                f"“{row.name}”本年预算{write_grouped(row.cells['current'].shown)}万元，没有上年数，写不出增减；"
                f"请填写上年数（{row.key}），上年没有安排的填0",
                Address(case.changes, row.key, "prior"),
            )


def changed(case: Case, addresses: Iterable[Address]) -> Iterator[tuple[Address, TableRow]]:
    """The comparisons among these that changed and have no reason."""
    for address in addresses:
        row = case.tables[case.changes].rows[f"{address.statement}.{address.row}.{address.column}"]
        if row.cells["change"].shown and address not in case.facts.reasons:
            yield address, row


def said(row: TableRow) -> str:
    """Both figures and their difference."""
    current, prior, change = (row.cells[column].shown or ZERO for column in ("current", "prior", "change"))
    verb = "增加" if change > ZERO else "减少"
    return f"本年{write_grouped(current)}万元，上年{write_grouped(prior)}万元，{verb}{write_grouped(abs(change))}万元"


def column_title(case: Case, address: Address) -> str:
    """What the statement calls the column."""
    panels = case.tables[address.statement].declared.panels
    return next(column.title for panel in panels for column in panel.columns if column.key == address.column)


def missing_reason(case: Case) -> Iterator[Found]:
    """A change of a 三公 item without its reason."""
    for address, row in changed(case, case.reasons_required):
        yield Found(f"“三公”经费中的{column_title(case, address)}{said(row)}，没有写增减原因；请在增减原因中补充", address)


def missing_expected_reason(case: Case) -> Iterator[Found]:
    """A change of 机关运行经费 without its reason: published practice often leaves it out."""
    for address, row in changed(case, case.reasons_expected):
        yield Found(f"{row.name}{said(row)}，没有写增减原因；建议补充", address)


RULES = (
    Rule("N01", "error", "与上年比较的数都有上年数", law.PROCEDURE_2016, unknown_last_year),
    Rule("N02", "error", "“三公”经费各项有增减的，写明原因", law.PROCEDURE_2016, missing_reason),
    Rule("N03", "warning", "机关运行经费有增减的，写明原因", law.PROCEDURE_2016, missing_expected_reason),
)
