"""Amounts: conversion, the one rounding, writing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.core.money import percent, round_half_up, to_wan, to_yuan, write_exact, write_grouped, write_trimmed

YUAN = st.decimals(min_value=0, max_value=10**12, places=2)


@pytest.mark.parametrize(("value", "rounded"), [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("-0.005", "-0.01")])
def test_halves_round_away_from_zero(value: str, rounded: str) -> None:
    assert round_half_up(Decimal(value)) == Decimal(rounded)


def test_yuan_become_wan_with_two_decimals() -> None:
    assert to_wan(Decimal("4778949.99")) == Decimal("477.89")


@given(YUAN)
def test_wan_are_within_half_a_hundredth(yuan: Decimal) -> None:
    assert abs(to_yuan(to_wan(yuan)) - yuan) <= 50


@pytest.mark.parametrize(
    ("value", "grouped", "trimmed"), [("1709.37", "1,709.37", "1709.37"), ("195.10", "195.10", "195.1"), ("20.00", "20.00", "20")]
)
def test_tables_group_and_sentences_trim(value: str, grouped: str, trimmed: str) -> None:
    assert (write_grouped(Decimal(value)), write_trimmed(Decimal(value))) == (grouped, trimmed)


def test_open_data_carries_two_decimals() -> None:
    assert write_exact(Decimal("4778900")) == "4778900.00"


def test_a_percentage_needs_a_base() -> None:
    with pytest.raises(ValueError, match="没有基数"):
        percent(Decimal(1), Decimal(0), 2)


def test_the_percentage_of_the_published_example() -> None:
    assert percent(Decimal("32.91"), Decimal("237.79"), 2) == Decimal("13.84")
