"""Cells that span others, placed in rows and columns. It knows no table, no form and no output."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """A cell of any grid."""

    @property
    def text(self) -> str: ...
    @property
    def colspan(self) -> int: ...
    @property
    def rowspan(self) -> int: ...


S = TypeVar("S", bound=Spanned)


def placed(rows: Iterable[Sequence[S]]) -> Iterator[tuple[int, int, S]]:
    """(row, column, cell) of a grid in which cells span others."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            yield number, column, cell
            taken |= {(r, c) for r in range(number, number + cell.rowspan) for c in range(column, column + cell.colspan)}
            column += cell.colspan
