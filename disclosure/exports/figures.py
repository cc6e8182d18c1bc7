"""Every figure of a finished file against the document, each at its place; it knows how files are read, not how they are made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure.exports import forms, headings
from disclosure.exports.comparing import Comparison, compare_forms, compare_panels, compare_prose, compare_values
from disclosure.exports.layout import head_rows
from disclosure.exports.reading import Region, read_pdf, read_xlsx, squeeze
from disclosure.exports.shape import Document, Form, Section, Statement, paragraph_text


class FiguresDiffer(Exception):
    """A finished file does not say what the document says; the message names the places."""

    def __init__(self, file: str, comparison: Comparison) -> None:
        self.comparison = comparison
        shown = "；".join(str(difference) for difference in comparison.differences[:10])
        super().__init__(f"{file} 与文档有 {len(comparison.differences)} 处不符：{shown}")


def check_pdf(document: Document, data: bytes) -> Comparison:
    result, regions = Comparison(), read_pdf(data)
    start = 0
    for title, compare in expected_regions(document):
        found = next((n for n in range(start, len(regions)) if regions[n].title == squeeze(title)), None)
        if found is None:
            result.add("标题", title, "")
            continue
        start = found + 1
        compare(result, regions[found])
    return result


@dataclass(frozen=True)
class Prose:
    """Paragraphs below a heading, and the form that may follow them."""

    where: str
    paragraphs: Sequence[str]
    forms: Sequence[Form] = ()
    caption: str = ""
    kind: str = "project"

    def __call__(self, result: Comparison, region: Region) -> None:
        compare_prose(result, self.where, [*self.paragraphs, self.caption], region.paragraphs)
        compare_forms(result, self.where, self.forms, self.kind, region.rows)


@dataclass(frozen=True)
class Table:
    where: str
    statement: Statement

    def __call__(self, result: Comparison, region: Region) -> None:
        compare_prose(result, self.where, statement_words(self.statement), region.paragraphs)
        compare_panels(result, self.where, self.statement, region.rows)


Expected = tuple[str, Prose | Table]


def expected_regions(document: Document) -> Iterator[Expected]:
    """(heading, comparison) in the order of the paper."""
    for part in document["parts"]:
        if headings.holds(part) == "statements":
            yield from (statement_region(document, statement) for statement in headings.printed(document))
        for _, _, section in headings.sections_of(part["sections"], ""):
            yield section_region(document, section)
        if headings.holds(part) == "glossary":
            for title, indexes in headings.glossary_sections(document).items():
                terms = [document["glossary"][index] for index in indexes]
                yield title, Prose(title, [f"{t['number']}{t['term']}：{t['definition']}" for t in terms])


def statement_region(document: Document, statement: Statement) -> Expected:
    title, kind = headings.statement_title(statement), statement["form"]
    where = f"表{statement['number']}"
    if headings.instead_of(statement):
        return title, Prose(where, statement_words(statement))
    if not kind:
        return title, Table(where, statement)
    shown = forms.forms_of(document, kind)
    captions = f"（{document['year']}年度）" * len(shown)
    return title, Prose(where, statement_words(statement), shown, captions, kind)


def section_region(document: Document, section: Section) -> Expected:
    title, project = headings.section_title(section), section.get("project")
    texts = [paragraph_text(paragraph) for paragraph in section["paragraphs"]]
    if project is None or not forms.stand_in_text(document["statements"]):
        return title, Prose(title, texts)
    shown, kind = [document["performance"]["projects"][project]], forms.project_kind(document["statements"])
    return title, Prose(title, texts, shown, forms.caption(document), kind)


def statement_words(statement: Statement) -> list[str]:
    if instead := headings.instead_of(statement):
        return [instead, *statement["notes"]]
    *left, right = statement["head"] or [""]
    stacked = statement["layout"] == "list" and len(statement["panels"]) > 1 and not statement["form"]
    return [right, *left, *([panel["title"] for panel in statement["panels"]] if stacked else []), *statement["notes"]]


def check_xlsx(document: Document, data: bytes) -> Comparison:
    """Numbers by value, since a workbook formats them anew; everything else as text. The first sheet explains."""
    result, sheets = Comparison(), list(read_xlsx(data).values())[1:]
    if len(sheets) != len(document["statements"]):
        result.add("工作表", f"{len(document['statements'])} 张", f"{len(sheets)} 张")
    for statement, rows in zip(document["statements"], sheets, strict=False):
        where = f"工作表 {statement['title']}"
        if statement["status"] == "missing":
            compare_prose(result, where, statement_words(statement), [squeeze(str(cell)) for row in rows[2:] for cell in row])
        elif statement["form"]:
            body = [[squeeze(str(cell)) for cell in row] for row in rows[2:]]
            compare_form_sheet(result, where, statement, forms.forms_of(document, statement["form"]), body)
        elif statement["panels"]:
            compare_sheet(result, where, statement, rows[2:])
    return result


def compare_form_sheet(result: Comparison, where: str, statement: Statement, shown: Sequence[Form], body: Sequence[list[str]]) -> None:
    """The forms, then the notes below them."""
    notes = [squeeze(note) for note in statement["notes"]]
    compare_forms(result, where, shown, statement["form"] or "", [row for row in body if "".join(row) not in notes])
    compare_prose(result, where, statement["notes"], ["".join(row) for row in body if "".join(row) in notes])


def compare_sheet(result: Comparison, where: str, statement: Statement, rows: Sequence[Sequence[object]]) -> None:
    """Below title and head line: side by side one table, else a table a panel, each after its own head."""
    panels = statement["panels"]
    blocks = [panels] if statement["layout"] == "sides" else [[panel] for panel in panels]
    start, column = 0, 0
    for block in blocks:
        start += len(head_rows(block, statement["column_numbers"])) + (len(panels) > len(block))
        end = len(rows) if block is blocks[-1] else start + len(block[0]["rows"])
        for panel in block:
            width = len(panel["stub"]) + len(panel["columns"])
            compare_values(
                result,
                where,
                panel,
                [row[column : column + width] for row in rows[start:end]],
                [statement["see"] or "", *statement["notes"]],
            )
            column += width
        start, column = end, 0
