"""A transcribed package becomes facts, rows, and the same facts again; what the database refuses of them, whoever writes."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings

from disclosure.core.facts import Address, Facts
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.transcript import ExplainedTerm, Original, PrintedRow, PrintedTable, Transcript
from disclosure.filings.models import Filing, Line, PrintedCell, Quotation
from disclosure.filings.package import checked, facts_of
from disclosure.filings.reading import read_facts
from disclosure.filings.saving import save_facts
from disclosure.filings.tests.transcripts import transcribed, transcribed_packages

KINDS = 19  # those of an entered filing, then tables, rows, cells, quotations, stated figures and terms; its original comes with the filing
CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def everything() -> Facts:
    return facts_of(checked(transcribed()))


@pytest.fixture
def filing(db: None) -> Filing:
    return save_facts(entered=everything())


def refused(sql: str) -> None:
    """The statement, run raw, is refused by the database."""
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def printed() -> Transcript:
    transcript = everything().transcript
    assert transcript
    return transcript


def test_the_original_becomes_facts_without_lines_or_entered_figures() -> None:
    made = everything()
    assert (made.lines, made.entered, made.offices, made.assets_as_of) == ((), {}, (), date(2023, 12, 31))
    original = Original("安澜市档案局2024年部门预算", date(2024, 2, 20), "https://anlan.example/a?b=1", "扫描件")
    assert (printed().original, printed().complete, printed().pictures) == (original, {"YX05", "YX06"}, {"YS11"})


def test_tables_figures_and_terms_become_facts_as_printed() -> None:
    first, empty, _ = printed().tables
    assert (first.statement, first.title, first.notes) == ("YS03", "部门支出预算总表", ("注：一", "注：二\n注：三"))
    assert first.rows[1:] == (PrintedRow("30211", {"total": "0.30"}, "维修费"), PrintedRow("302", {}))
    assert empty == PrintedTable("YS07", notes=("注：空表",))
    assert list(printed().stated.items())[1] == (Address("YX07", "YS03.total.basic", "rate"), "57.08%")
    assert printed().terms == (ExplainedTerm("支出科目", "档案馆", "保管档案的支出。"), ExplainedTerm("收入科目", "财政拨款"))


def test_an_original_of_which_only_the_title_is_known_becomes_facts() -> None:
    made = facts_of(checked(transcribed(original={"title": "甲"}, stated=None, complete=None, pictures=None, glossary=None)))
    assert made.transcript
    assert made.transcript == replace(printed(), original=Original("甲"), stated={}, complete=frozenset(), pictures=frozenset(), terms=())


def test_a_sentence_gives_its_reason_unless_another_is_given() -> None:
    income, basic = Address("YS01", "income_total", "income"), Address("YS03", "total", "basic")
    assert everything().reasons == {income: "人员增加", basic: "人员减少"}
    given_too = [{**income._asdict(), "text": "主要原因是补助增加。"}]
    assert facts_of(checked(transcribed(reasons=given_too))).reasons == {income: "补助增加"}


def test_a_transcribed_filing_is_read_as_it_was_saved(filing: Filing) -> None:
    assert filing.origin == "transcribed"
    assert read_facts(filing.pk) == everything()


def test_the_order_of_everything_is_kept(filing: Filing) -> None:
    saved, found = printed(), read_facts(filing.pk).transcript
    assert found
    assert list(found.stated) == list(saved.stated)
    assert [list(row.cells) for table in found.tables for row in table.rows] == [["total", "basic", "project"], ["total"], [], ["total"]]


@settings(max_examples=15, **CALM)
@given(transcribed_packages())
def test_a_random_transcript_is_read_as_it_was_saved(db: None, package: dict[str, object]) -> None:
    made = facts_of(checked(package))
    assert read_facts(save_facts(entered=made).pk) == made


def test_one_query_for_each_kind_of_row(filing: Filing, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(KINDS):
        read_facts(filing.pk)


def test_saving_again_replaces_what_was_printed(filing: Filing) -> None:
    again = save_facts(entered=replace(everything(), transcript=replace(printed(), quotations=(), tables=())))
    assert (again.pk, Quotation.objects.count(), PrintedCell.objects.count()) == (filing.pk, 0, 0)


def test_a_filing_may_turn_from_entered_to_transcribed_and_back(db: None) -> None:
    entered = facts(line("10000"))
    copied = replace(entered, lines=(), entered={}, transcript=printed())
    for each in (entered, copied, entered):
        assert read_facts(save_facts(entered=each).pk) == each
    assert (Line.objects.count(), PrintedCell.objects.count()) == (1, 0)


def test_an_original_and_its_filing_are_deleted_together(filing: Filing) -> None:
    filing.delete()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not PrintedCell.objects.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE filings_filing SET origin = 'entered'",
        "UPDATE filings_filing SET origin = 'copied'",
        "UPDATE filings_original SET title = ''",
        "DELETE FROM filings_original",
        "INSERT INTO filings_original (filing_id, title, address, note, complete, pictures) SELECT filing_id, title, '', '', '{}', '{}' FROM filings_original",
        "UPDATE filings_printedtable SET statement = 'YS03'",
        "INSERT INTO filings_printedrow (table_id, position, key, name) SELECT table_id, 9, key, '' FROM filings_printedrow",
        'INSERT INTO filings_printedcell (row_id, position, "column", text) SELECT row_id, 9, "column", \'\' FROM filings_printedcell',
        "UPDATE filings_statedfigure SET statement = 'YX08', row = 'total', \"column\" = 'total'",
        *(f"UPDATE filings_{table} SET filing_id = 0" for table in ("printedtable", "quotation", "statedfigure", "explainedterm")),
    ],
)
def test_raw_sql_cannot_break_a_transcript(filing: Filing, sql: str) -> None:
    refused(sql)


def test_a_transcribed_filing_has_no_lines_and_an_entered_one_nothing_printed(filing: Filing) -> None:
    other = save_facts(entered=facts(line("10000")))
    refused(f"UPDATE filings_line SET filing_id = {filing.pk}")
    for table in ("original", "printedtable", "quotation", "statedfigure", "explainedterm"):
        refused(f"UPDATE filings_{table} SET filing_id = {other.pk}")
