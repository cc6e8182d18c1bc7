"""Addresses: a wrong one raises, a code without a row is no wrong address."""

import pytest

from disclosure.core.facts import Address
from disclosure.core.tests.ledgers import facts, line
from disclosure.statements.table import Table, Tables, UnknownAddress
from disclosure.statements.tests.test_build import TOTAL, build
from disclosure.statements.words import EachCode


@pytest.fixture
def tables() -> Tables:
    return Tables((build(facts(line("10000")), TOTAL, EachCode("function", (3,))),))


@pytest.mark.parametrize("address", ["YS98/total/total", "YS99/total/nothing", "YS99/205/total"])
def test_a_wrong_address_raises(tables: Tables, address: str) -> None:
    with pytest.raises(UnknownAddress, match=address):
        tables.cell(Address.parse(address))


def test_a_code_without_a_row_has_no_figure(tables: Tables) -> None:
    assert tables.find(Address.parse("YS99/205/total")) is None
    assert tables.cell(Address.parse("YS99/201/total")).shown == 1


def test_two_rows_with_one_key_are_refused(tables: Tables) -> None:
    panel = tables["YS99"].panels[0]
    with pytest.raises(ValueError, match="two rows with one key"):
        Table(tables["YS99"].declared, (panel, panel))


def test_a_malformed_address_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Address.parse("YS99/total")
