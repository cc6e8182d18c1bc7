"""Where the same thing stands in a budget and in a final account, the rows of comparisons, and what money a final account holds. Knows no rule."""

from collections.abc import Iterator

from disclosure.checks.rule import Case
from disclosure.checks.tie_words import bare, column_title, compared_title, row_title
from disclosure.core.facts import Address
from disclosure.core.money import ZERO
from disclosure.core.transcript import compared, is_comparison
from disclosure.core.words import FISCAL, Flow, UnitKind
from disclosure.statements.table import TableRow

FOUR = ("abroad", "reception", "car_running", "car_purchase")
NONFISCAL_INCOME = ("superior_subsidy", "institutional", "operating", "subordinate_remittance", "other", "surplus_used")
OF_ALL_AND_FISCAL = (("opening", "income", "income"), ("closing", "expenditure", "total"))
WITH_AMOUNTS = ("JS03", "JS05", "JS06")


def standing(case: Case, *addresses: Address) -> Address:
    """The one of these addresses whose statement the document has."""
    return next(each for each in addresses if case.has(each.statement))


def has_budget_tables(case: Case) -> bool:
    """Whether the tables are those of a budget."""
    return case.has("YS01")


def expenditure(case: Case) -> str:
    """支出总表 of a budget, 支出决算表 of a final account."""
    return "YS03" if case.has("YS03") else "JS03"


def expenditure_title(case: Case) -> str:
    """What people call it."""
    return "支出总表" if has_budget_tables(case) else "支出决算表"


def form_of(case: Case) -> str:
    """The table of a project's performance form."""
    return "YS11" if case.has("YS11") else "JS11"


def comparisons(case: Case) -> tuple[str, ...]:
    """The statements of comparisons that sentences print: with last year, and with the budget."""
    return case.changes, *case.budgets


def compared_row(case: Case, address: Address) -> tuple[Address, TableRow] | None:
    """The comparison that a reason explains: of a figure with last year, or a row of a statement of execution."""
    place = address if is_comparison(address) else Address(case.changes, ".".join(address), "change")
    row = case.tables[place.statement].rows.get(place.row) if case.has(place.statement) else None
    return (place, row) if row else None


def with_stated(case: Case, column: str) -> Iterator[tuple[Address, TableRow]]:
    """The comparisons of which the text states this percentage; the others follow from the figures."""
    stated = {each.address for each in case.stated if each.address.column == column}
    for statement in comparisons(case) if stated else ():
        rows = case.tables[statement].rows.items()
        yield from ((place, row) for key, row in rows if (place := Address(statement, key, column)) in stated)


def other_name(case: Case, statement: str) -> str:
    """What a comparison is with: 上年, 年初预算."""
    return case.budgets.get(statement, "上年")


def compared_name(case: Case, place: Address) -> str:
    """The figure of a comparison in words; an item of 三公 says so."""
    of = compared(place)
    if of.statement == "YX08":
        return f"“三公”经费中的{column_title(case, of.statement, of.column)}"
    if of.statement == "JS09" and of.row in FOUR:
        return f"“三公”经费中的{bare(row_title(case, of))}"
    return f"“{compared_title(case, place.row)}”"


def has_institutions(case: Case) -> bool:
    """Whether a unit is one whose 公用经费 is no 机关运行经费."""
    return any(unit.kind == UnitKind.INSTITUTION for unit in case.facts.agency.units)


def only_fiscal(case: Case) -> bool:
    """Whether a final account holds 财政拨款 and nothing else; False where that is not known."""
    if not case.has("JS01") or any(line.source not in FISCAL for line in case.facts.lines):
        return False
    others = [case.read("JS01", row, "income") for row in NONFISCAL_INCOME] + [case.read("JS01", "surplus_distributed", "expenditure")]
    balances = [(case.read("JS01", row, of_all), case.read("JS04", row, fiscal)) for row, of_all, fiscal in OF_ALL_AND_FISCAL]
    return all(each == ZERO for each in others) and all(None not in each and each[0] == each[1] for each in balances)


def has_red_letters(case: Case) -> bool:
    """Whether spending was taken back: a part may then be more than its whole."""
    spent = (line.amount for line in case.facts.lines if line.flow == Flow.SPENDING)
    cells = (
        cell.shown for code in WITH_AMOUNTS if case.has(code) for row in case.tables[code].rows.values() for cell in row.cells.values()
    )
    return any(amount < ZERO for amount in spent) or any(each is not None and each < ZERO for each in cells)
