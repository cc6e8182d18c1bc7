"""Indicators of a performance form as rows, equal levels merged; paper, page and workbook share them. It knows no output."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from disclosure.exports.shape import Indicator


@dataclass(frozen=True)
class IndicatorCell:
    text: str
    key: str
    rowspan: int = 1


def indicator_rows(indicators: Sequence[Indicator], columns: Iterable[str]) -> list[list[IndicatorCell]]:
    """Rows of a performance table; equal neighbouring levels are merged. `columns`: keys, the two levels among them."""
    ends = [key for key in columns if key not in ("level1", "level2")]
    rows: list[list[IndicatorCell]] = []
    for level1, outer in groupby(indicators, key=lambda item: item["level1"]):
        block = list(outer)
        first = [IndicatorCell(level1, "level1", len(block))]
        for level2, inner in groupby(block, key=lambda item: item["level2"]):
            items = list(inner)
            second = [IndicatorCell(level2, "level2", len(items))]
            for item in items:
                rows.append(first + second + [IndicatorCell(indicator_text(item, key), key) for key in ends])
                first, second = [], []
    return rows


def indicator_text(item: Mapping[str, object], key: str) -> str:
    return str(item.get(key) or "")
