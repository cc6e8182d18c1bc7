"""Facts meet their template: the template is found and every address that the facts name must exist in it. Writes nothing."""

from collections.abc import Iterator, Mapping

from disclosure.core.chart import Chart, edition_years, load_chart
from disclosure.core.facts import Address, Facts
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.packs.pack import Template
from disclosure.packs.registry import NoTemplate, template_for
from disclosure.releases.opening_transcript import budget_problems, transcript_problems
from disclosure.statements.changes import level_of, takes
from disclosure.statements.words import Against, Change


def open_template(facts: Facts) -> Template:
    """The template of the facts; raises PackageRefused for a kind, year or address that it does not have."""
    try:
        template = template_for(facts.pack, facts.kind, facts.scope, facts.year)
    except NoTemplate as error:
        raise PackageRefused([Problem("kind", f"是{facts.kind}", str(error))]) from None
    except ValueError as error:
        raise PackageRefused([Problem("year", f"是{facts.year}", str(error))]) from None
    problems = list(transcript_problems(facts, facts.transcript, template) if facts.transcript else entered_problems(facts, template))
    if problems:
        raise PackageRefused(problems)
    return template


def entered_problems(facts: Facts, template: Template) -> Iterator[Problem]:
    """Addresses of last year's figures and of reasons that the template does not compare, and of the budget that it does not have."""
    statements = {each.code: [row for panel in each.panels for row in panel.rows] for each in template.statements}
    changes = [row for rows in statements.values() for row in rows if isinstance(row, Change)]
    executions = {code: [row for row in statements[code] if isinstance(row, Against)] for code in template.wording.budgets}
    charts = tuple(load_chart(year) for year in (facts.year, facts.year - 1) if year in edition_years())
    for path, addresses in (("last_year.figures", facts.prior.figures), ("reasons", facts.reasons)):
        for index, address in enumerate(addresses):
            is_reason = path == "reasons" and is_executed(address, executions)
            if not is_reason and not any(is_compared(address, change, charts) for change in changes):
                yield Problem(f"{path}[{index}]", f"{address}不是要与上年比较的数", expected(address, changes))
    yield from budget_problems(facts)


def is_executed(address: Address, executions: Mapping[str, list[Against]]) -> bool:
    """Whether the address is the difference of a figure from its budget: YX10/JS04.208.total/change."""
    parts = address.row.split(".")
    if address.column != "change" or len(parts) != len(Address._fields):
        return False
    statement, row, column = parts
    return any(
        (word.statement, word.column) == (statement, column) and word.other(row, level_of(row)) is not None
        for word in executions.get(address.statement, ())
    )


def is_compared(address: Address, change: Change, charts: tuple[Chart, ...]) -> bool:
    """Whether a comparison takes the address: a named row, or a code of this or last year's chart."""
    return takes(change, address) and (address.row in change.rows or any(knows(each, address.row) for each in charts))


def knows(chart: Chart, code: str) -> bool:
    """Whether the code stands in one of the two charts that tables list."""
    return any((name, code) in chart.codes for name in ("functional", "economic"))


def expected(address: Address, changes: list[Change]) -> str:
    """What may be compared instead: the rows of the same column, else the columns."""
    same = [change for change in changes if (change.statement, change.column) == (address.statement, address.column)]
    if not same:
        return f"可用的表和栏：{'、'.join(sorted({f'{change.statement}/…/{change.column}' for change in changes}))}"
    levels = {"class": "科目的类编码", "group": "科目的款编码", "item": "科目的项编码"}
    rows = [row for change in same for row in change.rows] + [levels[level] for change in same for level in change.levels]
    return f"{address.statement}/{address.column}可用的行：{'、'.join(rows)}"
