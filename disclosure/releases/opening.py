"""Facts meet their template: the template is found and every address that the facts name must exist in it. Writes nothing."""

from collections.abc import Iterator

from disclosure.core.facts import Address, Facts
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.packs.pack import Template
from disclosure.packs.registry import NoTemplate, template_for


def open_template(facts: Facts) -> Template:
    """The template of the facts; raises PackageRefused for a kind, year or address that it does not have."""
    try:
        template = template_for(facts.pack, facts.kind, facts.scope, facts.year)
    except NoTemplate as error:
        raise PackageRefused([Problem("kind", f"是{facts.kind}", str(error))]) from None
    except ValueError as error:
        raise PackageRefused([Problem("year", f"是{facts.year}", str(error))]) from None
    problems = list(address_problems(facts, template))
    if problems:
        raise PackageRefused(problems)
    return template


def address_problems(facts: Facts, template: Template) -> Iterator[Problem]:
    """Addresses of last year's figures and of reasons that no statement of the template has."""
    columns = {(each.code, column.key) for each in template.statements for panel in each.panels for column in panel.columns}
    codes = {each.code for each in template.statements}
    for path, addresses in (("last_year.figures", facts.prior.figures), ("reasons", facts.reasons)):
        for index, address in enumerate(addresses):
            if (address.statement, address.column) not in columns:
                yield Problem(f"{path}[{index}]", f"没有{address}", expected(address, codes, columns))


def expected(address: Address, codes: set[str], columns: set[tuple[str, str]]) -> str:
    """What the statement has instead."""
    if address.statement not in codes:
        return f"本模板的表：{'、'.join(sorted(codes))}"
    return f"{address.statement}的栏：{'、'.join(sorted(column for code, column in columns if code == address.statement))}"
