"""What the database refuses, whoever writes: codes of another year, another filing's project, amounts below zero."""

import pytest
from django.db import IntegrityError, connection, transaction

from disclosure.core.facts import Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.filings.models import Filing, Line, PriorLine
from disclosure.filings.saving import save_facts

FOREIGN_KEYS = {
    "line_function_of_its_year", "line_economic_of_its_year", "prior_line_function_of_its_year", "prior_line_economic_of_its_year",
    "line_year_of_its_filing", "prior_line_year_before_its_filing", "line_project_of_its_filing", "indicator_project_of_its_filing",
    "line_of_an_entered_filing", "original_of_a_transcribed_filing", "line_stage_of_its_filings_kind", "prior_line_stage_of_its_filings_kind",
}  # fmt: skip


@pytest.fixture
def filing(db: None) -> Filing:
    return save_facts(entered=facts(line("10000"), line("20000", project="p1"), prior=Prior(lines=(line("30000"),))))


def refused(sql: str, *values: object) -> None:
    """The statement, run raw, is refused by the database."""
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "change",
    [
        "function = '2010398'", "function = '20101'", "function = '2010308'", "economic = '30198'", "economic = '39998'", "economic = '2'",
        "year = 2023", "amount = -1", "nature = 'gift'", "source = 'gift'", "vintage = 'old'", "use = 'gift'", "nature = 'basic'",
        "project_id = NULL", "project_id = 0", "filing_id = 0", "unit_id = 0", "flow = 'income'", "economic = ''", "stage = 'outturn'",
    ],
)  # fmt: skip
def test_raw_sql_cannot_break_a_line(filing: Filing, change: str) -> None:
    refused(f"UPDATE filings_line SET {change} WHERE nature = 'project'")


def test_generated_charts_cannot_be_written(filing: Filing) -> None:
    with pytest.raises(Exception, match="function_chart"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE filings_line SET function_chart = 'economic'")


def test_last_years_lines_stand_under_last_years_codes(filing: Filing) -> None:
    assert PriorLine.objects.get().year == 2023
    refused("UPDATE filings_priorline SET year = 2024")
    refused("UPDATE filings_priorline SET function = '2013901'")  # 社会工作事务 came with 2024


def test_the_orm_is_refused_too(filing: Filing) -> None:
    row = Line.objects.first()
    row.pk, row.function = None, "2010398"
    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.bulk_create([row])


def test_a_used_code_cannot_be_deleted(filing: Filing) -> None:
    refused("DELETE FROM codes_code WHERE year = 2024 AND code = '2012604'")


def test_a_filing_is_once_a_year_and_kind(filing: Filing) -> None:
    refused("INSERT INTO filings_filing (agency_year_id, year, kind, scope, pack, origin, objective, last_year_complete, budget_complete) "
            "SELECT agency_year_id, year, kind, scope, pack, origin, '', false, false FROM filings_filing")  # fmt: skip


def test_the_composite_foreign_keys_are_these(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) > 1 AND conrelid::regclass::text LIKE 'filings%%'"
        )
        assert {name for (name,) in cursor.fetchall()} == FOREIGN_KEYS
