"""A small table beside a paragraph that counts people or vehicles: the paragraph's own figures, one a row. It knows no layout."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclosure.exports.shape import Figure, Paragraph, Row, Statement

UNIT = re.compile(r"^[人辆个台套]")
FEWEST = 3  # fewer figures are read as easily in the sentence
COUNTED = Mapping[tuple[str, str], tuple[str, Row]]  # statement and row -> what the statement is called, and the row


@dataclass(frozen=True)
class Counts:
    """Rows of (name, figure, how deep it stands below another)."""

    title: str
    rows: Sequence[tuple[str, str, int]]


def counted(statements: Sequence[Statement]) -> dict[tuple[str, str], tuple[str, Row]]:
    """The rows of statements that hold counts alone."""
    return {
        (statement["code"], row["key"]): (statement["title"], row)
        for statement in statements
        if all(column["kind"] == "count" for panel in statement["panels"] for column in panel["columns"])
        for panel in statement["panels"]
        for row in panel["rows"]
    }


def counts_beside(paragraph: Paragraph, known: COUNTED) -> Counts | None:
    """The figures of the paragraph that count something; None where there are few or nothing is counted."""
    pieces = [paragraph] if isinstance(paragraph, str) else paragraph
    found = [(piece, after) for piece, after in pairwise([*pieces, ""]) if not isinstance(piece, str) and is_count(piece, known)]
    if len(found) < FEWEST:
        return None
    rows = [(known[figure["cell"][0], figure["cell"][1]], figure["text"]) for figure, _ in found]
    title, unit = rows[0][0][0], UNIT.match(str(found[0][1]))
    return Counts(f"{title}（{unit[0]}）" if unit else title, [(row["name"], text, row["depth"]) for (_, row), text in rows])


def is_count(figure: Figure, known: COUNTED) -> bool:
    """Whether a figure counts something; nothing is not counted."""
    return figure["text"] != "0" and tuple(figure["cell"][:2]) in known
