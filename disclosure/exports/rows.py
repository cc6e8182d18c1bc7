"""The environment of templates/rows: rows of long tables, written by Jinja, which takes a tenth of the time (ADR 20). Knows no page."""

from decimal import Decimal
from typing import Any

from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Escapes everything, and refuses a name that it was not given."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701  Django says autoescape=True
    made.filters.update(whole=whole, tenth=tenth, or_blank=or_blank)
    return made


def whole(yuan: Decimal | None) -> str:
    """6,385; blank where there is none."""
    return "" if yuan is None else f"{yuan:,.0f}"


def tenth(length: float) -> str:
    """31.4, of a place or a length in a picture."""
    return f"{length:.1f}"


def or_blank(value: object) -> object:
    """What there is; blank where there is nothing, which is not 0."""
    return "" if value is None else value
