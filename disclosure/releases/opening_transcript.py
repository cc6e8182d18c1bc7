"""A document made elsewhere meets its template: every table, row, column and section that it names must be one of the template. Writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.core.facts import Address, Facts
from disclosure.core.transcript import MARK, Transcript
from disclosure.core.words import Kind
from disclosure.filings.problems import Problem
from disclosure.narrative.words import Section
from disclosure.packs.pack import Template
from disclosure.packs.registry import template_for
from disclosure.statements.build import compares
from disclosure.statements.words import EachCode, EachItem, Panel, Row, Statement


@dataclass(frozen=True)
class Shape:
    """What the template has, for the facts of one filing."""

    facts: Facts
    template: Template

    @property
    def statements(self) -> dict[str, Statement]:
        return {each.code: each for each in self.template.statements}

    def wrong(self, address: Address) -> str:
        """What the template does not have of an address; blank when it has all of it."""
        if address.statement not in self.statements:
            return f"模板没有表{address.statement}"
        if compares(self.statements[address.statement]):
            return self.wrong_change(address)
        panels = self.statements[address.statement].panels
        held = [panel for panel in panels if self.has_row(panel, address.row)]
        if not held:
            return f"《{self.statements[address.statement].title}》没有行{address.row}"
        columns = [column.key for panel in held for column in panel.columns if column.kind != "text"]
        return "" if address.column in columns else f"《{self.statements[address.statement].title}》的行{address.row}没有栏{address.column}"

    def wrong_change(self, address: Address) -> str:
        """The row of a comparison names the figure that is compared."""
        parts, panel = address.row.split("."), self.statements[address.statement].panels[0]
        columns = [column.key for column in panel.columns]
        if len(parts) != len(Address._fields) or address.column not in columns:
            return f"{address}不是比较；写成{address.statement}/表.行.栏/{'、'.join(columns)}之一"
        return self.wrong(Address(*parts))

    def has_row(self, panel: Panel, key: str) -> bool:
        """Whether a panel may have a row of this key; a code need only have the right number of digits."""
        for word in panel.rows:
            match word:
                case Row() if word.key == key:
                    return True
                case EachCode() if key.isdigit() and len(key) in word.digits:
                    return True
                case EachItem(items="project" | "evaluated_project"):
                    return any(project.key == key for project in self.facts.projects)
                case EachItem(items="unit" | "department"):
                    return True
        return False


def transcript_problems(facts: Facts, transcript: Transcript, template: Template) -> Iterator[Problem]:
    """What the template does not have."""
    shape = Shape(facts, template)
    yield from table_problems(transcript, shape)
    yield from section_problems(transcript, shape)
    for index, quotation in enumerate(transcript.quotations):
        for found in MARK.finditer(quotation.text):
            if wrong := shape.wrong(Address.parse(found[2])):
                yield Problem(f"quotations[{index}].text", f"{found[0]}：{wrong}", expected(shape))
    for index, address in enumerate(transcript.stated):
        if wrong := shape.wrong(address):
            yield Problem(f"stated[{index}]", wrong, expected(shape))
    for name, addresses in (("last_year.figures", facts.prior.figures), ("reasons", facts.reasons)):
        for index, address in enumerate(addresses):
            if wrong := shape.wrong(address):
                yield Problem(f"{name}[{index}]", wrong, expected(shape))
    yield from budget_problems(facts)
    for name in ("complete", "pictures"):
        for index, code in enumerate(sorted(getattr(transcript, name) - shape.statements.keys())):
            yield Problem(f"{name}[{index}]", f"模板没有表{code}", expected(shape))


def table_problems(transcript: Transcript, shape: Shape) -> Iterator[Problem]:
    """Tables and forms, their rows and columns."""
    printed = [code for code, each in shape.statements.items() if each.printed or each.form]
    for index, table in enumerate(transcript.tables):
        if table.statement not in printed:
            yield Problem(f"tables[{index}].statement", f"是{table.statement}", f"应为模板印出的表：{'、'.join(printed)}")
            continue
        for number, row in enumerate(table.rows):
            for column in row.cells:
                if wrong := shape.wrong(Address(table.statement, row.key, column)):
                    yield Problem(f"tables[{index}].rows[{number}]", wrong, "检查行和栏的代码")


def section_problems(transcript: Transcript, shape: Shape) -> Iterator[Problem]:
    """Sections that the template does not have."""
    places = [place for part in shape.template.parts for section in part.sections for place in places_below(section, str(part.number))]
    projects = {project.key for project in shape.facts.projects}
    for index, quotation in enumerate(transcript.quotations):
        above, _, key = quotation.section.rpartition("/")
        if quotation.section not in places and not (above in places and key in projects):
            found = f"模板没有部分{quotation.section}"
            yield Problem(f"quotations[{index}].section", found, f"可用的部分：{'、'.join(places)}；项目写成部分/项目代号")


def places_below(section: Section, above: str) -> Iterator[str]:
    """A section that holds text or projects, and those below it."""
    place = f"{above}/{section.number}"
    if section.paragraphs or section.projects is not None:
        yield place
    for each in section.sections:
        yield from places_below(each, place)


def budget_problems(facts: Facts) -> Iterator[Problem]:
    """Addresses of the year's budget that its template does not have."""
    try:
        template = template_for(facts.pack, Kind.BUDGET, facts.scope, facts.year)
    except ValueError:
        return
    shape = Shape(facts, template)
    for index, address in enumerate(facts.budget.figures):
        if wrong := shape.wrong(address):
            yield Problem(f"budget.figures[{index}]", f"{facts.year}年预算：{wrong}", expected(shape))


def expected(shape: Shape) -> str:
    """The statements that there are."""
    return f"可用的表：{'、'.join(shape.statements)}"
