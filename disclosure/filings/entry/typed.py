"""What people type becomes a value of the package, and back: amounts in 元 with 万 understood, full width, separators. Knows no form."""

from decimal import Decimal, InvalidOperation
from typing import Any

from disclosure.core.money import TEN_THOUSAND, write_trimmed
from disclosure.filings.workbook_kinds import NO, YES, Field
from disclosure.filings.workbook_values import folded, money_of, value_of

TEN_THOUSANDS = ("万元", "万")


def typed(field: Field, text: str) -> Any:
    """The value that was typed under a heading, None for nothing. Raises Unreadable."""
    text = text.strip() if field.kind != "text" else text.replace("\r\n", "\n").strip()
    if not text:
        return None
    return typed_money(text) if field.kind == "money" and not field.words else value_of(field, text)


def typed_money(text: str) -> str:
    """元 as text: 12.3万 is 123000; what is no number stays as it is, to be refused with its own words."""
    plain = folded(text)
    unit = next((each for each in TEN_THOUSANDS if plain.endswith(each)), "")
    number = money_of(plain.removesuffix(unit).removesuffix("元"))
    try:
        return write_trimmed(Decimal(number) * TEN_THOUSAND) if unit else number
    except InvalidOperation:
        return text


def shown(field: Field, value: Any) -> str:
    """A value as it stands in its field: 1,234.50, 是, a date."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return f"{value:,.2f}" if isinstance(value, Decimal) else str(value)
