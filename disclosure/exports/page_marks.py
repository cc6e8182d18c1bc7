"""Where findings stand on a page: the cell, the figure, the paragraph or the table of each, and the marks there. It knows no template."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from disclosure.exports.anchors import cell_id, paragraph_id
from disclosure.exports.headings import sections_of
from disclosure.exports.levels import LEVELS, Words
from disclosure.exports.shape import Address, Document, Finding, Section

MARKED = ("error", "warning")  # the others stand in the list alone


@dataclass(frozen=True)
class Mark:
    """A numbered sign beside what a finding is about; it leads to the finding in the list."""

    number: int
    level: str
    word: Words
    message: str


@dataclass(frozen=True)
class Marks:
    """`at`: the marks by the id they stand at. `unplaced`: ids that are no table's, so the text has to give them."""

    at: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    unplaced: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Spots:
    """The ids where a finding can stand, the figure that compares an address with last year, and what stands for a table not printed."""

    known: frozenset[str]
    compared: Mapping[str, str]
    stand_ins: Mapping[str, str]

    def of(self, finding: Finding) -> str:
        """The finding's own id; else that of the comparison, else the statement's or its stand-in's; "" where nothing of it is on the page."""
        address = [finding["statement"] or "", finding["row"] or "", finding["column"] or ""]
        whole = cell_id(address[:1])
        rows = (cell_id([address[0], row]) for row in (address[1], address[1].rpartition(".")[0]))
        instead = (self.stand_ins.get(each, "") for each in (*rows, whole))
        candidates = cell_id(address), self.compared.get(".".join(address), ""), whole, *instead
        return next((each for each in candidates if each in self.known), "")


def spots_of(document: Document, drawn: frozenset[str], stand_ins: Mapping[str, str]) -> Spots:
    """`drawn`: the ids of the statements, cells and forms on the page."""
    sections = [section for part in document["parts"] for _, _, section in sections_of(part["sections"], "")]
    figures = [figure for section in sections for figure in figures_of(section)]
    # A change is keyed by what it compares: YX07 / YS03.total.basic / change.
    compared = {figure[1]: cell_id(figure) for figure in reversed(figures)}
    return Spots(
        drawn | set(map(cell_id, figures)) | {each for section in sections for each in paragraphs_of(section)}, compared, stand_ins
    )


def figures_of(section: Section) -> Iterator[Address]:
    for paragraph in section["paragraphs"]:
        if not isinstance(paragraph, str):
            yield from (piece["cell"] for piece in paragraph if not isinstance(piece, str))


def paragraphs_of(section: Section) -> Iterator[str]:
    """The ids of its paragraphs; a document stored before findings had places has none."""
    if place := section.get("place"):
        yield from (paragraph_id(place, number) for number, _ in enumerate(section["paragraphs"], 1))


def marks_of(placed: Iterable[tuple[int, Finding, str]], drawn: frozenset[str]) -> Marks:
    """`placed`: number, finding and where it stands."""
    at: dict[str, list[Mark]] = {}
    ids = set()
    for number, finding, spot in placed:
        ids.add(spot)
        if is_marked(finding, spot):
            at.setdefault(spot, []).append(Mark(number, finding["level"], LEVELS[finding["level"]], finding["message"]))
    return Marks(at, frozenset(ids - drawn - {""}))


def is_marked(finding: Finding, spot: str) -> bool:
    return bool(spot) and finding["level"] in MARKED


def flag(marks: Sequence[Mark]) -> str:
    """The class of a place with marks: the heaviest level counts."""
    if not marks:
        return ""
    return f"flagged flagged--{'error' if any(mark.level == 'error' for mark in marks) else 'warning'}"
