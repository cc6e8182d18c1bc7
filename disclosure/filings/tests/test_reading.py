"""What is saved is read back as it was, one query for each kind of row."""

from dataclasses import replace
from pathlib import Path

import pytest

from agencies.registering import register
from disclosure.core.facts import Facts, Member, Prior, Term
from disclosure.core.tests.ledgers import facts, line
from disclosure.filings.models import Filing, Line
from disclosure.filings.package import facts_of, read_package
from disclosure.filings.reading import read_facts
from disclosure.filings.saving import save_facts

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
KINDS = 12  # filing with its agency, units, and ten kinds of rows


pytestmark = pytest.mark.django_db


def sample(name: str) -> Facts:
    """The facts of a sample package."""
    return facts_of(read_package((SAMPLES / name).read_bytes()))


@pytest.mark.parametrize("name", ["shangrao-2024-unit.json", "donghu-2024-ledger.json"])
def test_a_filing_is_read_as_it_was_saved(name: str) -> None:
    entered = sample(name)
    assert read_facts(save_facts(entered=entered).pk) == entered


def test_everything_a_filing_can_hold_is_kept() -> None:
    entered = facts(
        line("1.23", economic="30302", use="public", item="明细"),
        prior=Prior(lines=(line("2.34", project="p9"),)),
        terms=(Term("馆藏", "保管的档案"),),
        duties=("甲", "乙"),
        offices=("办公室",),
        entered={"organisation.offices": 1},
    )
    assert read_facts(save_facts(entered=entered).pk) == entered


def test_saving_again_replaces_what_was_there() -> None:
    first = save_facts(entered=sample("shangrao-2024-unit.json"))
    again = save_facts(entered=sample("shangrao-2024-unit.json"))
    assert (first.pk, Filing.objects.count(), Line.objects.count()) == (again.pk, 1, 39)


def test_one_query_for_each_kind_of_row(django_assert_max_num_queries: object) -> None:
    filing = save_facts(entered=sample("donghu-2024-ledger.json"))
    with django_assert_max_num_queries(KINDS):
        read_facts(filing.pk)


def test_a_filing_that_is_not_there_is_no_empty_one() -> None:
    with pytest.raises(Filing.DoesNotExist):
        read_facts(0)


def test_a_corrected_name_kind_and_list_of_units_is_what_counts() -> None:
    entered = sample("donghu-2024-ledger.json")
    save_facts(
        entered=replace(
            entered, agency=replace(entered.agency, units=(*entered.agency.units, Member("177002", "东湖区医保中心", "institution")))
        )
    )
    unit = Member("177001", "东湖区医疗保障局本级", "civil_service")
    corrected = replace(entered, agency=replace(entered.agency, name="东湖区医疗保障局", units=(unit,)))
    assert read_facts(save_facts(entered=corrected).pk) == corrected


def test_a_unit_does_not_rename_its_department() -> None:
    department = replace(sample("shangrao-2024-unit.json").agency, code="307", name="上饶市医保局", parent=None, units=())
    register(agency=replace(department, units=(Member("307002", "上饶市医保中心"),)), year=2024)
    entered = sample("shangrao-2024-unit.json")
    assert read_facts(save_facts(entered=entered).pk).agency.parent.name == "上饶市医保局"
