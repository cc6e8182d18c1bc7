"""Our documents beside what the agencies published: every table cell and every figure of the sentences. `python -m tools.published [--all]`.

The published figures stand in samples/*.expected.json, typed from the originals; so do the differences that the originals' own
contradictions leave, each with its reason (--all prints them). Anything else that differs makes the command fail.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from disclosure.core.transcript import LESS
from disclosure.exports.shape import Document, Figure, Section
from disclosure.filings.package import facts_of, read_package
from disclosure.releases.assemble import assemble
from disclosure.releases.opening import open_template

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CHANGES, CROSSED_OUT = "YX07", "—"
Piece = str | Figure


@dataclass(slots=True)
class Comparison:
    """How many figures were compared, and the places that differ: (place, published, ours)."""

    cells: int = 0
    figures: int = 0
    differences: list[tuple[str, str, str]] = field(default_factory=list)

    def compare(self, place: str, published: str, ours: str) -> None:
        """Equal as figures: 20.0 is 20, blank is blank."""
        if number(published) != number(ours):
            self.differences.append((place, published, ours))


def number(text: str) -> Decimal | str | None:
    """A printed figure; blank is None, what the format crosses out is itself."""
    if text == CROSSED_OUT:
        return text
    return Decimal(text.replace(",", "").rstrip("%")) if text else None


def compare(document: Document, expected: dict[str, Any]) -> Comparison:
    """A document against one published original."""
    result = Comparison()
    compare_cells(result, document, expected["cells"])
    for sentence in expected["sentences"]:
        compare_sentence(result, document, sentence)
    return result


def compare_cells(result: Comparison, document: Document, published: dict[str, dict[str, dict[str, str]]]) -> None:
    """Every cell of the published tables, and every cell of ours that they do not have."""
    ours = dict(printed_cells(document))
    for statement, rows in published.items():
        theirs = {(statement, row, column): text for row, cells in rows.items() for column, text in cells.items()}
        for address in theirs.keys() | {each for each in ours if each[0] == statement}:
            result.cells += 1
            result.compare("/".join(address), theirs.get(address, ""), ours.get(address, ""))


def printed_cells(document: Document) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Address and text of every cell that holds a figure."""
    for statement in document["statements"]:
        for panel in statement["panels"]:
            columns = [column["key"] for column in panel["columns"] if column["kind"] != "text"]
            for row in panel["rows"]:
                yield from (((statement["code"], row["key"], column), row["cells"].get(column) or "") for column in columns)


def compare_sentence(result: Comparison, document: Document, sentence: dict[str, Any]) -> None:
    """The amount, the change with its direction, and the percentage of one published phrase."""
    pieces = section_pieces(document, sentence["section"], sentence.get("part", 3))
    place = f"{sentence['section']}{sentence['label']}"
    result.figures += 1
    result.compare(place, sentence["amount"], text_of(pieces, sentence["cell"]) or "0")
    key = ".".join(sentence["cell"])
    for name, column in (("change", "change"), ("percent", "rate")):
        if number(sentence[name] or "0"):
            result.figures += 1
            result.compare(f"{place} {name}", sentence[name], signed(pieces, [CHANGES, key, column]))


def section_pieces(document: Document, number: str, part: int) -> list[Piece]:
    """All strings and figures of the section with that number in a part."""
    return [
        piece
        for section in sections(document["parts"][part - 1]["sections"])
        if section["number"] == number
        for piece in pieces_of(section)
    ]


def sections(found: list[Section]) -> Iterator[Section]:
    """Sections and those below them."""
    for section in found:
        yield section
        yield from sections(section["sections"])


def pieces_of(section: Section) -> Iterator[Piece]:
    """The pieces of a section's paragraphs and of the sections below it."""
    for each in (section, *sections(section["sections"])):
        for paragraph in each["paragraphs"]:
            yield from [paragraph] if isinstance(paragraph, str) else paragraph


def text_of(pieces: list[Piece], cell: list[str]) -> str:
    """What the text prints for a cell."""
    return next((piece["text"] for piece in pieces if isinstance(piece, dict) and piece["cell"] == cell), "")


def signed(pieces: list[Piece], cell: list[str]) -> str:
    """A change as printed, negative after 减少 or 下降."""
    for before, piece in zip(pieces, pieces[1:], strict=False):
        if isinstance(piece, dict) and piece["cell"] == cell:
            return ("-" if LESS.search(str(before)) else "") + piece["text"]
    return ""


def published_figures(file: Path) -> dict[str, Any]:
    """What an expectation holds, or the one whose original it shares."""
    expected = dict(json.loads(file.read_text(encoding="utf-8")))
    return published_figures(file.with_name(expected["same_as"])) | expected if "same_as" in expected else expected


def compare_sample(expected_file: Path) -> tuple[str, Comparison, list[dict[str, str]]]:
    """One sample: its title, the comparison and the differences that are explained."""
    expected = published_figures(expected_file)
    package = expected_file.with_name(expected_file.name.replace(".expected", ""))
    facts = facts_of(read_package(package.read_bytes()))
    return expected["document"], compare(assemble(facts, open_template(facts)), expected), expected["differences"]


def report(title: str, result: Comparison, explained: list[dict[str, str]], *, every: bool) -> tuple[list[str], int]:
    """The lines to print, and how many differences nobody explained."""
    reasons = {(each["place"], each["published"], each["ours"]): each["why"] for each in explained}
    unexplained = [each for each in result.differences if each not in reasons]
    known = len(result.differences) - len(unexplained)
    end = f"{known}处不同是原件自相矛盾，{len(unexplained)}处没有解释" if result.differences else "全部相同"
    head = f"{title}：与原件核对表格{result.cells}格、文字{result.figures}个数字，{end}"
    shown = sorted(result.differences) if every else sorted(unexplained)
    return [head, *("    {}：原件 {}，本文件 {}（{}）".format(*each, reasons.get(each, "没有解释")) for each in shown)], len(unexplained)


def main() -> int:
    """Print what was compared; with --all every difference, else those that nobody explained."""
    failed = 0
    for file in sorted(SAMPLES.glob("*.expected.json")):
        lines, unexplained = report(*compare_sample(file), every="--all" in sys.argv)
        sys.stdout.write("\n".join(lines) + "\n")
        failed += unexplained
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
