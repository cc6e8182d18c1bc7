"""Written text as the document holds it: paragraphs of strings and figures. Knows no sentences."""

from dataclasses import replace
from typing import Any

from disclosure.core.facts import Address
from disclosure.narrative.compare import Figure, Phrase
from disclosure.narrative.sections import WrittenSection, written_part
from disclosure.narrative.summary import detail, key_figure, why
from disclosure.narrative.words import Part
from disclosure.narrative.write import Writer
from disclosure.packs.pack import Summary

NUMERALS = "零一二三四五"
Paragraph = str | list[str | dict[str, Any]]


def part_json(writer: Writer, part: Part) -> dict[str, Any]:
    """One of the four parts."""
    title = f"第{NUMERALS[part.number]}部分　{writer.title(part.title)}"
    sections = [section_json(section) for section in written_part(writer, part)]
    return {"number": part.number, "title": title, "holds": part.holds, "sections": sections}


def section_json(section: WrittenSection) -> dict[str, Any]:
    """A section and what stands below it."""
    return {
        "number": section.number,
        "title": section.title,
        "place": section.place,
        "paragraphs": [paragraph_json(paragraph) for paragraph in section.paragraphs],
        "sections": [section_json(each) for each in section.sections],
        "project": section.project,
    }


def paragraph_json(phrase: Phrase) -> Paragraph:
    """A string, or strings and figures."""
    if all(isinstance(piece, str) for piece in phrase):
        return "".join(str(piece) for piece in phrase)
    return [piece_json(piece) for piece in phrase]


def piece_json(piece: str | Figure) -> str | dict[str, Any]:
    """A figure carries the address of its cell."""
    return piece if isinstance(piece, str) else {"text": piece.text, "cell": list(piece.cell)}


def summary_json(writer: Writer, summary: Summary) -> dict[str, Any]:
    """The answer on top of the page."""
    writer = replace(writer, wording=summary.wording)
    return {
        "answer": paragraph_json(writer.fill(summary.answer)),
        "detail": paragraph_json(detail(writer, summary.total, summary.detail, summary.classes)),
        "why": [paragraph_json(phrase) for phrase in why(writer, summary.total, summary.explained_by)],
        "total": figure_json(writer, "支出总计", summary.spent),
        "figures": [figure_json(writer, each.title, each.address) for each in summary.figures],
    }


def figure_json(writer: Writer, title: str, address: Address) -> dict[str, Any]:
    """A key figure with its change."""
    figure = key_figure(writer, title, address)
    return {
        "title": figure.title,
        "text": figure.text,
        "unit": "万元",
        "cell": list(figure.cell),
        "direction": figure.direction,
        "change": figure.change,
        "rate": figure.rate,
    }
