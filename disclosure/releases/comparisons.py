"""The figures of a filing that are compared with another document, each with where its other figure and its reason are kept. Writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.checks.places import compared_name, compared_row
from disclosure.checks.rule import Case
from disclosure.checks.rules.comparisons import asked
from disclosure.checks.tie_words import row_title
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Facts
from disclosure.core.money import ZERO, write_grouped
from disclosure.core.transcript import compared
from disclosure.packs.pack import Template
from disclosure.releases.assemble import ALONE, Around, build_tables
from disclosure.releases.judging import case_for
from disclosure.statements.changes import level_of
from disclosure.statements.ledger import open_ledger
from disclosure.statements.table import TableRow
from disclosure.statements.words import Against

LAST_YEAR, BUDGET, REASONS = "last_year.figures", "budget.figures", "reasons"


@dataclass(frozen=True)
class Comparison:
    """One figure beside another, in 万元 as printed; `kept` is the list and `address` the place where the other one, or the reason, is written."""

    kept: str
    address: Address
    table: str
    name: str
    current: str
    prior: str | None
    change: str
    is_required: bool = False


def case_of(facts: Facts, template: Template, around: Around = ALONE) -> Case:
    """The tables of a filing as its rules look at them."""
    chart = load_chart(facts.year)
    ledger = open_ledger(facts.lines, facts.agency.units, template.rounding, around.approved)
    return case_for(facts, build_tables(facts, template, chart, ledger), template, around.units, around.others)


def other_figures(case: Case, template: Template) -> Iterator[Comparison]:
    """Every figure that needs one of last year, or of the year's budget, to stand beside."""
    for key, row in case.tables[case.changes].rows.items() if case.has(case.changes) else ():
        place = Address(case.changes, key, "prior")
        of = compared(place)
        yield comparison(LAST_YEAR, of, case.tables[of.statement].declared.title, row_title(case, place), row)
    for code in case.budgets:
        words = [row for statement in template.statements if statement.code == code for panel in statement.panels for row in panel.rows]
        for key, row in case.tables[code].rows.items():
            at = budget_address(key, [word for word in words if isinstance(word, Against)])
            if at:
                yield comparison(BUDGET, at, case.tables[code].declared.title, row_title(case, Address(code, key, "prior")), row)


def budget_address(key: str, words: list[Against]) -> Address | None:
    """Where the budget has the figure that JS04.208.total is compared with."""
    statement, row, column = key.split(".")
    found = (word.other(row, level_of(row)) for word in words if (word.statement, word.column) == (statement, column) and not word.inside)
    return next((each for each in found if each is not None), None)


def wanted_reasons(case: Case) -> Iterator[Comparison]:
    """Every change that a reason is asked of, and those that have one."""
    seen: set[Address] = set()
    for is_required, addresses in ((True, case.reasons_required), (False, case.reasons_expected)):
        for wanted in addresses:
            for address, row in asked(case, wanted):
                if (row.cells["change"].shown or address in case.facts.reasons) and address not in seen:
                    seen.add(address)
                    yield reason_of(case, address, is_required)
    for address in case.facts.reasons:
        if address not in seen and compared_row(case, address):
            yield reason_of(case, address, is_required=False)


def reason_of(case: Case, address: Address, is_required: bool) -> Comparison:
    """A change with its name in words."""
    found = compared_row(case, address)
    assert found is not None
    place, row = found
    title = case.tables[compared(place).statement].declared.title
    return comparison(REASONS, address, title, compared_name(case, place).strip("“”"), row, is_required)


def comparison(kept: str, address: Address, table: str, name: str, row: TableRow, is_required: bool = False) -> Comparison:
    current, prior, change = (row.cells[column].shown for column in ("current", "prior", "change"))
    told = None if prior is None else write_grouped(prior)
    return Comparison(kept, address, table, name, write_grouped(current or ZERO), told, write_grouped(change or ZERO), is_required)
