"""The figures of a filing that are compared with another document, each with where its other figure and its reason are kept. Writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from disclosure.checks.places import compared_name, compared_row
from disclosure.checks.rule import Case
from disclosure.checks.rules.comparisons import asked
from disclosure.checks.tie_words import column_title, row_title
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Facts
from disclosure.core.money import ZERO, to_wan, write_grouped
from disclosure.core.transcript import compared
from disclosure.packs.pack import Template
from disclosure.releases.assemble import ALONE, Around, build_tables
from disclosure.releases.judging import case_for
from disclosure.statements.ledger import open_ledger
from disclosure.statements.words import Across, Against, Budgeted, Change, Row

LAST_YEAR, BUDGET, REASONS = "last_year.figures", "budget.figures", "reasons"
GIVEN = "其他已填的数"


@dataclass(frozen=True)
class Comparison:
    """One figure beside another, in 万元 as printed; `kept` is the list and `address` the place where the other one, or the reason, is written."""

    kept: str
    address: Address
    table: str
    name: str
    current: str | None
    prior: str | None
    change: str
    is_required: bool = False


def case_of(facts: Facts, template: Template, around: Around = ALONE) -> Case:
    """The tables of a filing as its rules look at them."""
    chart = load_chart(facts.year)
    ledger = open_ledger(facts.lines, facts.agency.units, template.rounding, around.approved)
    return case_for(facts, build_tables(facts, template, chart, ledger), template, around.units, around.others)


def other_figures(case: Case, template: Template) -> list[Comparison]:
    """Every figure that can stand beside one of last year, or of the year's budget; and what was given of others, each once."""
    words = [
        (each, row) for each in template.statements for panel in each.panels for row in panel.rows if isinstance(row, Change | Against)
    ]
    every = chain(chain.from_iterable(figures_of(case, word) for _, word in words), budgeted(case))
    found = {(each.kept, each.address): each for each in every}
    for kept, given in ((LAST_YEAR, case.facts.prior.figures), (BUDGET, case.facts.budget.figures)):
        for address in given:
            found.setdefault((kept, address), Comparison(kept, address, GIVEN, str(address), None, None, ""))
    return sorted(found.values(), key=lambda each: (each.kept == BUDGET, each.table == GIVEN, each.table))


def figures_of(case: Case, word: Change | Against) -> Iterator[Comparison]:
    """The figures of one declaration: every row of its statement that it takes."""
    if not case.has(word.statement) or (isinstance(word, Against) and word.inside):
        return
    table = case.tables[word.statement]
    for row in table.rows.values():
        at = Address(word.statement, row.key, word.column)
        other = word.other(row.key, row.level) if isinstance(word, Against) else at if word.takes(row.key, row.level) else None
        if other is not None and word.column in row.cells:
            kept, given = (BUDGET, case.facts.budget.figures) if isinstance(word, Against) else (LAST_YEAR, case.facts.prior.figures)
            now, name = row.cells[word.column].shown or ZERO, name_of(case, at)
            yield Comparison(
                kept, other, table.declared.title, name, write_grouped(now), wan(given.get(other)), beside(now, given.get(other))
            )


def beside(now: Decimal, other: Decimal | None) -> str:
    """The difference of the two printed figures."""
    return "" if other is None else write_grouped(now - to_wan(other))


def budgeted(case: Case) -> Iterator[Comparison]:
    """The cells that are read from the year's budget, one address each."""
    for code, table in case.tables.items():
        rows = [each for panel in table.declared.panels for each in panel.rows if isinstance(each, Row)]
        for row, across in ((row, row.content) for row in rows if isinstance(row.content, Across)):
            for column, content in across.columns.items():
                if isinstance(content, Budgeted) and len(content.addresses) == 1:
                    name, given = name_of(case, Address(code, row.key, column)), case.facts.budget.figures.get(content.addresses[0])
                    yield Comparison(BUDGET, content.addresses[0], table.declared.title, name, None, wan(given), "")


def name_of(case: Case, at: Address) -> str:
    """The row, and the column where there are several."""
    column = column_title(case, at.statement, at.column) if len(set(case.tables[at.statement].columns())) > 1 else ""
    return " ".join(filter(None, (row_title(case, at), column)))


def wan(yuan: Decimal | None) -> str | None:
    return None if yuan is None else write_grouped(to_wan(yuan))


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


def unquoted(name: str) -> str:
    """“机关运行经费” without its marks; “三公”经费中的公务接待费 as it is."""
    return name[1:-1] if name.startswith("“") and name.endswith("”") else name


def reason_of(case: Case, address: Address, is_required: bool) -> Comparison:
    """A change with its name in words."""
    found = compared_row(case, address)
    assert found is not None
    place, row = found
    current, prior, change = (row.cells[column].shown for column in ("current", "prior", "change"))
    title, name = case.tables[compared(place).statement].declared.title, unquoted(compared_name(case, place))
    told = None if prior is None else write_grouped(prior)
    return Comparison(REASONS, address, title, name, write_grouped(current or ZERO), told, write_grouped(change or ZERO), is_required)
