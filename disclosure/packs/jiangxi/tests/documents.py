"""Documents for tests of the pack: facts in, the whole document out; and ways to read it."""

from disclosure.core.facts import Facts
from disclosure.exports.shape import Document, Paragraph, Section
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import assemble


def document_of(facts: Facts) -> Document:
    """The document of the Jiangxi template."""
    return assemble(facts, template_for("jiangxi", facts.kind, facts.scope, facts.year))


def text(paragraph: Paragraph) -> str:
    """A paragraph as it reads."""
    return paragraph if isinstance(paragraph, str) else "".join(piece if isinstance(piece, str) else piece["text"] for piece in paragraph)


def section(document: Document, number: str, part: int = 3) -> list[str]:
    """The paragraphs of a section."""
    return [
        text(paragraph)
        for found in walk(document["parts"][part - 1]["sections"])
        if found["number"] == number
        for paragraph in found["paragraphs"]
    ]


def walk(sections: list[Section]) -> list[Section]:
    """Sections and those below them."""
    return [each for found in sections for each in (found, *walk(found["sections"]))]


def cells(document: Document, code: str) -> dict[str, dict[str, str | None]]:
    """The printed cells of a statement by row."""
    statement = next(each for each in document["statements"] if each["code"] == code)
    return {row["key"]: row["cells"] for panel in statement["panels"] for row in panel["rows"]}
