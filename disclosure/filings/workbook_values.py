"""A cell becomes a value of a package and back: amounts, codes, counts, dates, labels. Knows no sheets.

A cell is what the reading process hands over: a text, a number as Excel keeps it, true or false, {"date": …} or {"error": …}.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

from disclosure.core.chart import normalised
from disclosure.core.money import write_trimmed
from disclosure.filings.schema import shown
from disclosure.filings.workbook_kinds import NO, YES, Field

GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
COUNT = re.compile(r"[0-9]{1,9}")
TOO_LARGE = 10**13  # below it a number of Excel, fifteen digits, is exact to 分 in 元; 万元 end four digits earlier
PLACES = 6


class Unreadable(ValueError):
    """A cell that cannot become a value: what was found, what is expected."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.found, self.expected = found, expected


def is_blank(cell: Any) -> bool:
    """Nothing, or nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def value_of(field: Field, cell: Any) -> Any:
    """The value that a cell holds for its heading; what is merely implausible is left to the rules of the package. Raises Unreadable."""
    if isinstance(cell, dict) and "error" in cell:
        raise Unreadable(f"是错误值{cell['error']}", "改正这里的公式，或直接写出内容")
    return word_of(field, cell) if field.words else READ[field.kind](cell)


def word_of(field: Field, cell: Any) -> str:
    """The word of a label; the word itself is understood too."""
    wanted = normalised(text_of(cell))
    for word, label in field.words.items():
        if wanted in (word, normalised(label)):
            return word
    raise Unreadable(f"是{shown(cell)}", f"应为 {'、'.join(field.words.values())} 之一")


def text_of(cell: Any) -> str:
    """A text as it stands. A number or date is refused: what Excel shows of it, 95% or 1/2, is not what it keeps."""
    if isinstance(cell, str):
        return cell
    raise Unreadable(f"是{NAMES[type(cell)]}，不是文字", "把单元格的格式设为“文本”，再写成要公开的样子")


def code_of(cell: Any) -> str:
    """A code as text: 2101501.0 → 2101501, full-width digits and spaces set right."""
    if isinstance(cell, float):
        return write_trimmed(exact(cell))
    return folded(text_of(cell))


def money_of(cell: Any) -> str:
    """An amount as text; ￥, spaces and thousands separators fall away, "1,23" stays and is refused."""
    if isinstance(cell, float):
        return number_text(cell)
    text = folded(text_of(cell)).removeprefix("¥")
    return text.replace(",", "") if GROUPED.fullmatch(text) else text


def printed_of(cell: Any) -> str:
    """A number as printed: a text as it stands, for 418.00 is not 418; a number of Excel as an amount."""
    return number_text(cell) if isinstance(cell, float) else text_of(cell)


def number_text(value: float) -> str:
    """A number of Excel as an amount. The one place where money passes through a float, which is how Excel keeps it."""
    if abs(value) >= TOO_LARGE:
        raise Unreadable("数字太大，Excel不能精确到分", "检查金额和金额单位")
    amount = exact(value)
    if amount != round(amount, PLACES):
        raise Unreadable(f"是{amount:f}，小数超过{PLACES}位", "精确到分：用公式时请四舍五入")
    return write_trimmed(amount)


def exact(value: float) -> Decimal:
    """The fifteen digits that Excel shows: 35.809999999999995 of a formula is 35.81."""
    return Decimal(f"{value:.15g}") + 0  # no -0


def count_of(cell: Any) -> int | float | str:
    """A whole number where it is one; anything else as it was found."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    text = folded(text_of(cell))
    return int(text) if COUNT.fullmatch(text) else text


def date_of(cell: Any) -> str:
    """2023-09-30, from a date or from 2023年9月30日, 2023/9/30."""
    if isinstance(cell, dict):
        return str(cell["date"])
    text = code_of(cell)
    parts = DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in parts.groups())).isoformat() if parts else text
    except ValueError:
        return text


def flag_of(cell: Any) -> bool:
    """是 or 否, or the truth values of Excel."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, str) and folded(cell) in (YES, NO):
        return folded(cell) == YES
    raise Unreadable(f"是{shown(cell)}", f"应为 {YES} 或 {NO}")


def folded(text: str) -> str:
    """Full width becomes half width; no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


READ = {
    "text": text_of, "code": code_of, "money": money_of, "count": count_of, "date": date_of, "flag": flag_of, "printed": printed_of,
}  # fmt: skip
NAMES = {float: "数字", bool: "逻辑值", dict: "日期"}
