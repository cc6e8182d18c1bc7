"""Column widths on paper: every figure fits its column, names take what is left. It knows points, no HTML.

WeasyPrint's automatic widths cost a quarter of the rendering time, and give neighbouring tables different columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from disclosure.exports.layout import Leaf

SIZES = (10.0, 9.0, 8.0, 7.0)  # pt, the largest at which every figure fits
READ_WITH_EASE = 9.0  # pt; down to here type is made smaller rather than names wrapped
PADDING = 9.0  # pt, left and right of a cell and its rule
FIGURE = 66.0  # pt, holds 12,345,678.90 at 10 pt; kept where there is room so that tables look alike
NAME = 6.0  # em, the narrowest column of names that is still read
INDENT = {"code": 0.6, "name": 1.0}  # em a level
CLOSING, OPENING = frozenset("）、，。；：”》〕"), frozenset("（“《〔")
NARROW = dict.fromkeys(".,:;'|!", 0.25)


@dataclass(frozen=True)
class Column:
    """Points at one size of type: what must be, what would look well, and whether it takes the rest."""

    least: float
    best: float
    takes_rest: bool


def text_width(text: str) -> float:
    """Em in the faces of print.css; letters are rounded up."""
    return sum(NARROW.get(sign, 0.5 if sign.isdigit() or sign == " " else 0.72) if sign < "\x7f" else 1.0 for sign in text)


def fit(columns: Sequence[tuple[Leaf, Sequence[tuple[str, int]]]], total: float, largest: float) -> tuple[float, list[float]]:
    """The size of type and the width of every column in points; `columns` are (leaf, [(text, depth)])."""
    sizes = [size for size in SIZES if size <= largest]
    wanted = {size: [_column(leaf, texts, size) for leaf, texts in columns] for size in sizes}
    whole = [size for size in sizes if size >= READ_WITH_EASE and sum(c.best if c.takes_rest else c.least for c in wanted[size]) <= total]
    enough = [size for size in sizes if sum(column.least for column in wanted[size]) <= total]
    size = (whole or enough or sizes[-1:])[0]
    return size, share(wanted[size], total)


def share(columns: Sequence[Column], total: float) -> list[float]:
    """Least widths first, then the best ones, then the rest to those who take it; too narrow a page shrinks all."""
    widths = [column.least for column in columns]
    spare = total - sum(widths)
    if spare < 0:
        return [width * total / sum(widths) for width in widths]
    for names in (True, False):  # names before figures: a figure already fits, a name would wrap
        lacks = [(column.best - column.least) * (column.takes_rest is names) for column in columns]
        spare = max(0.0, total - sum(widths))
        part = min(1.0, spare / sum(lacks)) if sum(lacks) else 0.0
        widths = [width + lack * part for width, lack in zip(widths, lacks, strict=True)]
    takers = [column.takes_rest for column in columns]
    takers = takers if any(takers) else [True] * len(columns)
    rest = (total - sum(widths)) / max(1, sum(takers))
    return [width + rest * takes for width, takes in zip(widths, takers, strict=True)]


def balanced(text: str, room: float) -> str:
    """A title that does not fit `room` em, broken into lines of even length; none begins with a closing mark."""
    whole = text_width(text)
    count = -(-whole // max(1.0, (room + 0.02) // 1))
    if count <= 1 or not text.isprintable():
        return text
    size, lines = -(-len(text) // int(count)), [""]
    for sign in text:
        if len(lines[-1]) >= size and sign not in CLOSING and lines[-1][-1] not in OPENING:
            lines.append("")
        lines[-1] += sign
    return "\n".join(lines) if max(map(text_width, lines)) <= room + 0.02 else text


def _column(leaf: Leaf, texts: Sequence[tuple[str, int]], size: float) -> Column:
    step = INDENT.get(leaf.kind, 0.0)
    widest = max((text_width(text) + step * depth for text, depth in texts), default=0.0) * size + PADDING
    if leaf.kind in ("name", "text"):
        least = min(max(widest, 3 * size), NAME * size) + PADDING
        return Column(least, max(least, min(widest, 20 * size)), leaf.kind == "name")
    signs = len(leaf.title)
    head = signs if signs <= 3 else min(5, max(2, -(-signs // 3)))  # em: short titles whole, others in about three lines
    least = max(widest, head * size + PADDING)
    return Column(least, max(least, 36.0 if leaf.kind == "line" else FIGURE), False)
