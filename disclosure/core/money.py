"""元 and 万元: conversion, the one rounding, and how amounts are written. Knows no tables."""

from decimal import ROUND_HALF_UP, Decimal

TEN_THOUSAND = Decimal(10_000)
ZERO = Decimal(0)
STEPS = tuple(Decimal(1).scaleb(-places) for places in range(7))  # 1, 0.1, 0.01 …


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """Round half away from zero, as Chinese statements do."""
    return value.quantize(STEPS[places], rounding=ROUND_HALF_UP)


def to_wan(yuan: Decimal) -> Decimal:
    """元 → 万元, rounded to two decimals."""
    return round_half_up(yuan / TEN_THOUSAND)


def to_yuan(wan: Decimal) -> Decimal:
    """万元 → 元, exact."""
    return wan * TEN_THOUSAND


def write_grouped(value: Decimal) -> str:
    """1709.37 → "1,709.37", as tables print it."""
    return f"{value:,.2f}"


def write_count(value: Decimal) -> str:
    """1343 → "1,343", as tables print counts."""
    return f"{value.normalize():,f}"


def write_full(value: Decimal) -> str:
    """30.937 → "30.937", 5 → "5.00": as tables print it, with what a printed figure has beyond 分 of 万元."""
    return write_grouped(value) if value == round(value, 2) else f"{value:,f}"


def write_trimmed(value: Decimal) -> str:
    """195.10 → "195.1", 20.00 → "20", as sentences print it."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_exact(yuan: Decimal) -> str:
    """元 with its two decimals, as open data carries it."""
    return f"{round_half_up(yuan):f}"


def percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    """part as a percentage of whole; raises ValueError when there is no base."""
    if not whole:
        raise ValueError("没有基数，不能计算百分比")
    return round_half_up(part * 100 / whole, places)
