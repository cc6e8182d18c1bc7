"""Facts meet their template: the template is found and every address that the facts name must exist in it. Writes nothing."""

from collections.abc import Iterator

from disclosure.core.chart import LEVELS, Chart, load_chart
from disclosure.core.facts import Address, Facts
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.packs.pack import Template
from disclosure.packs.registry import NoTemplate, template_for
from disclosure.releases.opening_transcript import transcript_problems
from disclosure.statements.words import Change, Level


def open_template(facts: Facts) -> Template:
    """The template of the facts; raises PackageRefused for a kind, year or address that it does not have."""
    try:
        template = template_for(facts.pack, facts.kind, facts.scope, facts.year)
    except NoTemplate as error:
        raise PackageRefused([Problem("kind", f"是{facts.kind}", str(error))]) from None
    except ValueError as error:
        raise PackageRefused([Problem("year", f"是{facts.year}", str(error))]) from None
    problems = list(transcript_problems(facts, facts.transcript, template) if facts.transcript else address_problems(facts, template))
    if problems:
        raise PackageRefused(problems)
    return template


def address_problems(facts: Facts, template: Template) -> Iterator[Problem]:
    """Addresses of last year's figures and of reasons that no sentence of the template compares."""
    changes = [row for each in template.statements for panel in each.panels for row in panel.rows if isinstance(row, Change)]
    charts = (load_chart(facts.year), load_chart(facts.year - 1))
    for path, addresses in (("last_year.figures", facts.prior.figures), ("reasons", facts.reasons)):
        for index, address in enumerate(addresses):
            if not any(is_compared(address, change, charts) for change in changes):
                yield Problem(f"{path}[{index}]", f"{address}不是要与上年比较的数", expected(address, changes))


def is_compared(address: Address, change: Change, charts: tuple[Chart, ...]) -> bool:
    """Whether a comparison takes the address: a named row, or a code of this or last year's chart."""
    if (address.statement, address.column) != (change.statement, change.column):
        return False
    return address.row in change.rows or (
        change.takes(address.row, level_of(address.row)) and any(knows(each, address.row) for each in charts)
    )


def level_of(row: str) -> Level | None:
    """类、款、项 by the digits of a code."""
    return LEVELS.get(len(row)) if row.isdigit() else None


def knows(chart: Chart, code: str) -> bool:
    """Whether the code stands in one of the two charts that tables list."""
    return any((name, code) in chart.codes for name in ("functional", "economic"))


def expected(address: Address, changes: list[Change]) -> str:
    """What may be compared instead: the rows of the same column, else the columns."""
    same = [change for change in changes if (change.statement, change.column) == (address.statement, address.column)]
    if not same:
        return f"可用的表和栏：{'、'.join(sorted({f'{change.statement}/…/{change.column}' for change in changes}))}"
    rows = [row for change in same for row in change.rows] + ["科目的类编码" for change in same if change.level]
    return f"{address.statement}/{address.column}可用的行：{'、'.join(rows)}"
