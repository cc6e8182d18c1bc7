"""Charts as plain numbers for an SVG: bars and lines beside the table that says the same. Negative amounts hang, breaks part. Knows no page."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH, HEIGHT, TOP, BOTTOM = 680, 240, 34, 44
BAR = 0.56


@dataclass(frozen=True)
class Point:
    """One year. `value` None: not published; `parted`: not comparable with the one before; `is_plan`: a budget."""

    label: str
    value: Decimal | None
    shown: str
    note: str = ""
    is_plan: bool = False
    parted: bool = False


@dataclass(frozen=True)
class Bar:
    """Where a bar stands, in the units of the picture."""

    point: Point
    x: float
    y: float
    width: float
    height: float
    middle: float
    value_y: float


@dataclass(frozen=True)
class Chart:
    """`zero`: where the axis runs; `breaks`: where a dashed line parts what cannot be compared; `lines`: stretches that may be joined."""

    bars: list[Bar]
    zero: float
    breaks: list[float]
    lines: list[str]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def label_y(self) -> int:
        return HEIGHT - 26

    @property
    def note_y(self) -> int:
        return HEIGHT - 9


def chart_of(points: Sequence[Point]) -> Chart | None:
    """None where there is nothing to draw: fewer than two amounts."""
    values = [point.value for point in points if point.value is not None]
    if len(values) < 2:
        return None
    highest, lowest = max(*values, Decimal(0)), min(*values, Decimal(0))
    span = float(highest - lowest) or 1.0
    room = HEIGHT - TOP - BOTTOM
    zero = TOP + room * float(highest) / span
    step = WIDTH / len(points)
    bars = [_bar(point, number, step, zero, room / span) for number, point in enumerate(points)]
    breaks = [round(number * step, 1) for number, point in enumerate(points) if number and point.parted]
    return Chart(bars, round(zero, 1), breaks, _lines(bars))


def _bar(point: Point, number: int, step: float, zero: float, scale: float) -> Bar:
    length = float(point.value or 0) * scale
    top = min(zero, zero - length)
    middle = (number + 0.5) * step
    value_y = top - 8 if length >= 0 else zero + abs(length) + 16
    return Bar(point, *(round(each, 1) for each in (middle - step * BAR / 2, top, step * BAR, abs(length), middle, value_y)))


def _lines(bars: Sequence[Bar]) -> list[str]:
    """No line goes across a break or a year that is not there."""
    stretches: list[list[str]] = [[]]
    for bar in bars:
        if bar.point.parted or bar.point.value is None:
            stretches.append([])
        if bar.point.value is not None:
            end = bar.y if bar.point.value >= 0 else bar.y + bar.height
            stretches[-1].append(f"{bar.middle},{end}")
    return [" ".join(each) for each in stretches if len(each) > 1]


def share(value: Decimal | None, highest: Decimal) -> float:
    """The length of a bar in a table, in percent of the longest; nothing below zero is drawn."""
    return round(float(value / highest) * 100, 1) if value is not None and value > 0 and highest > 0 else 0.0
