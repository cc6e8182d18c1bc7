"""A printed figure as spreadsheets take it: ASCII digits, no separators. Knows no files."""

import re
import unicodedata

FIGURE = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?\Z", re.ASCII)  # nan and 1e5 are words here


def plain_figure(printed: str) -> str:
    """１,709.37 → 1709.37, －0.5 → -0.5; "" for what is no figure."""
    folded = unicodedata.normalize("NFKC", printed).replace("−", "-").strip()
    return folded.replace(",", "") if FIGURE.match(folded) else ""
