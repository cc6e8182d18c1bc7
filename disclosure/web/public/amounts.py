"""Amounts as pages show them: 万元 with two decimals, separators, blank where there is none. It knows no page."""

from decimal import ROUND_HALF_UP, Decimal

WAN, CENT = Decimal(10_000), Decimal("0.01")


def in_wan(yuan: Decimal | None) -> str:
    """7138300 → 713.83, half up; "" where there is no amount."""
    return "" if yuan is None else f"{(yuan / WAN).quantize(CENT, ROUND_HALF_UP):,.2f}"
