"""Facts and their tables are judged by the rules of their template; findings as the document holds them. Knows no rule in particular."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from disclosure.checks.registry import check
from disclosure.checks.rule import Asked, Case, OtherDocument, UnitDocument
from disclosure.checks.tie_words import column_title, row_title, title_of
from disclosure.core.facts import Address, Facts
from disclosure.core.passages import TEXT
from disclosure.narrative.words import FreeText, Section
from disclosure.packs.pack import Template
from disclosure.statements.numerals import chinese
from disclosure.statements.table import Tables


def case_for(
    facts: Facts,
    tables: Tables,
    template: Template,
    units: tuple[UnitDocument, ...] = (),
    others: Mapping[str, OtherDocument] = MappingProxyType({}),
) -> Case:
    """The case of a document under its template."""
    return Case(
        facts,
        tables,
        template.reasons_required,
        template.reasons_expected,
        template.wording.changes,
        dict(sections_of(template)),
        units,
        template.wording.budgets,
        others,
    )


def sections_of(template: Template) -> Iterator[tuple[str, Asked]]:
    """Every section that holds text of its own, by its place."""
    for part in template.parts:
        for section in part.sections:
            yield from texts_below(section, str(part.number))


def texts_below(section: Section, above: str) -> Iterator[tuple[str, Asked]]:
    """A section, if it holds text, and those below it."""
    place = f"{above}/{section.number}"
    asked = [each for each in section.paragraphs if not (isinstance(each, FreeText) and each.optional)]
    of_projects = section.projects is not None
    if section.paragraphs or of_projects:
        own = next((each.text for each in asked if isinstance(each, FreeText)), "")
        more = next((each.text for each in section.paragraphs if isinstance(each, FreeText) and each.optional), "")
        title = f"{section.number}{'' if section.number.endswith('）') else '、'}{section.title}"
        yield place, Asked(title, own, of_projects, more, not asked and not of_projects)
    for each in section.sections:
        yield from texts_below(each, place)


def findings_json(case: Case) -> list[dict[str, Any]]:
    """What the rules found, each with its place in words."""
    titles = {passage.place: passage.title for passage in case.passages if passage.title}
    return [
        {
            "rule": each.rule,
            "level": each.level,
            "message": each.message,
            "source": each.source,
            "where": told_at(case, each.address, titles),
        }
        | shown(case, each.address)._asdict()
        | {"also": [list(other) for other in each.others]}
        for each in check(case)
    ]


def told_at(case: Case, address: Address, titles: Mapping[Address, str]) -> str:
    """The place of a finding: a text by its own title, if it has one."""
    return titles.get(address) or where(case, address) if address.statement == TEXT else where(case, address)


def shown(case: Case, address: Address) -> Address:
    """The place on the page: a paragraph of the agency's own stands in the section that holds it, behind the sentences that are declared."""
    if address.statement != TEXT:
        return address
    for place, asked in case.sections.items():
        if address.row and address.row in (asked.own, asked.may_hold):
            return address._replace(row=place, column=address.column if address.row == asked.own or asked.is_optional else "")
    return address


def where(case: Case, address: Address) -> str:
    """《部门支出总表》 208 社会保障和就业支出 合计, or （一）收入预算情况 第1段."""
    if address.statement == TEXT:
        return text_title(case, address)
    if not address.row:
        return f"《{case.tables[address.statement].declared.title}》"
    is_plain = not address.column or len(set(case.tables[address.statement].columns())) == 1
    column = "" if is_plain else column_title(case, address.statement, address.column)
    return " ".join(filter(None, (title_of(case, address.statement), row_title(case, address), column)))


def text_title(case: Case, address: Address) -> str:
    """What a text is called: its own title, or its section's and the number of the paragraph."""
    if address.row.isdigit():
        return f"第{chinese(int(address.row))}部分"
    return " ".join(filter(None, (section_title(case, address.row), f"第{address.column}段" if address.column else "")))


def section_title(case: Case, place: str) -> str:
    """The title of a section without its words in braces; a project's section is named by the project."""
    if place in case.sections:
        return case.sections[place].title.replace("{year}", str(case.facts.year)).replace("{word}", case.facts.scope.label)
    above, _, key = place.rpartition("/")
    named = next((project.name for project in case.facts.projects if project.key == key), key)
    return f"{case.sections[above].title} {named}" if above in case.sections else named
