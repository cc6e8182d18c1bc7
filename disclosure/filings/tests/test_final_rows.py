"""A final account becomes facts, rows, and the same facts again; what the database refuses of it, whoever writes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings

from disclosure.core.facts import Address, Crossing, Facts, Indicator, Line, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.words import Kind
from disclosure.filings import models
from disclosure.filings.models import BudgetFigure, Filing
from disclosure.filings.package import checked, facts_of
from disclosure.filings.reading import read_facts
from disclosure.filings.saving import save_facts
from disclosure.filings.tests.finals import final, finals, transcribed_final

KINDS = 12  # filing with its agency, units, and ten kinds of rows
CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}
UNIT = "399001"


def everything() -> Facts:
    return facts_of(checked(final()))


@pytest.fixture
def filing(db: None) -> Filing:
    return save_facts(entered=everything())


def refused(sql: str) -> None:
    """The statement, run raw, is refused by the database."""
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_lines_become_outturn_of_their_flow() -> None:
    lines = everything().lines
    assert {each.stage for each in (*lines, *everything().prior.lines)} == {"outturn"}
    assert lines[1] == Line(UNIT, "2012604", "30201", "basic", Decimal(-3000), stage="outturn", item="上年多付的收回")
    assert lines[9] == Line(UNIT, "2012604", "", "", Decimal(-15000), flow="opening_balance", stage="outturn")
    assert lines[11] == Line(UNIT, "2012604", "", "", Decimal(10000), source="nonfiscal_surplus", flow="surplus_used", stage="outturn")


def test_lines_of_a_budget_are_its_initial_budget() -> None:
    assert {(each.flow, each.stage) for each in facts(line("1")).lines} == {("spending", "initial_budget")}


def test_other_documents_and_what_changed_its_code_become_facts() -> None:
    made = everything()
    assert made.budget == Prior({Address("YS05", "201", "total"): Decimal(335000)}, (), True)
    assert made.prior.figures == {Address("JS01", "closing_balance", "outturn"): Decimal(-32000)}
    assert made.reasons == {Address("YX10", "JS04.208.total", "change"): "人员增加"}
    assert made.crosswalk[1:3] == (Crossing("economic", "30299", "30201"), Crossing("project", "old-1", "p1"))


def test_what_projects_reached_becomes_facts() -> None:
    [project], entered = everything().projects, everything().entered
    assert project.goal and project.achieved == "完成九成六。"
    assert project.goal.indicators[0] == Indicator("产出指标", "数量指标", "数字化档案", "≥5000卷", "4800卷", "设备到货晚，已补做")
    assert project.goal.indicators[1].actual == project.goal.indicators[1].reason == ""
    funds = {key: value for key, value in entered.items() if key.startswith("evaluation.")}
    assert funds == {
        "evaluation.p1.central.budget": 50000, "evaluation.p1.central.executed": 49000, "evaluation.p1.local.budget": 150000,
        "evaluation.p1.other.executed": 0,
    }  # fmt: skip
    assert all(isinstance(value, Decimal) for value in funds.values())


def test_counts_amounts_and_paragraphs_become_facts() -> None:
    made = everything()
    wanted = {
        "headcount.year_end.pensioners": 4, "procurement.sme.services": 10000, "procurement.micro": 50000, "assets.equipment": 2,
        "assets.vehicles.leader": 1, "three_public.adjusted.reception": 12000, "three_public.counts.cars_held": 3, "organisation.offices": 1,
    }  # fmt: skip
    assert {key: made.entered[key] for key in wanted} == wanted
    assert isinstance(made.entered["three_public.adjusted.abroad"], Decimal)
    assert (made.evaluation, made.report, made.reception) == (("自评一", "自评二"), ("报告",), "上级检查")


def test_a_final_account_is_read_as_it_was_saved(filing: Filing) -> None:
    assert read_facts(filing.pk) == everything()


def test_a_transcribed_final_account_is_read_as_it_was_saved(db: None) -> None:
    made = facts_of(checked(transcribed_final()))
    assert (made.entered, made.lines) == ({}, ())
    assert read_facts(save_facts(entered=made).pk) == made


def test_the_order_of_everything_is_kept(filing: Filing) -> None:
    saved, found = everything(), read_facts(filing.pk)
    assert (found.lines, found.crosswalk, found.evaluation) == (saved.lines, saved.crosswalk, saved.evaluation)
    assert list(found.entered) == list(saved.entered)


@settings(max_examples=15, **CALM)
@given(finals())
def test_a_random_final_account_is_read_as_it_was_saved(db: None, package: dict[str, object]) -> None:
    made = facts_of(checked(package))
    assert read_facts(save_facts(entered=made).pk) == made


def test_one_query_for_each_kind_of_row(filing: Filing, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(KINDS):
        read_facts(filing.pk)


def test_saving_again_replaces_what_was_there(filing: Filing) -> None:
    again = save_facts(entered=replace(everything(), budget=Prior(), crosswalk=(), reception=""))
    assert (again.pk, BudgetFigure.objects.count(), models.Crossing.objects.count(), again.budget_complete) == (filing.pk, 0, 0, False)
    assert read_facts(again.pk).reception == ""


def test_the_budget_and_the_final_account_of_a_year_stand_side_by_side(filing: Filing) -> None:
    budget = save_facts(entered=facts(line("10000")))
    assert budget.pk != filing.pk
    assert read_facts(budget.pk).lines == (line("10000"),)


SPENDING, INCOME = "flow = 'spending' AND nature = 'basic'", "flow = 'income'"


CHANGES = (
    ("economic = '30201'", INCOME), ("nature = 'basic'", INCOME), ("economic = '30201', nature = 'basic'", INCOME),
    ("economic = ''", SPENDING), ("nature = ''", SPENDING), ("economic = '', nature = ''", SPENDING), ("flow = 'income'", SPENDING),
    ("flow = 'spending'", INCOME), ("flow = 'gift'", INCOME), ("flow = ''", INCOME), ("stage = 'adjusted_budget'", SPENDING),
    ("stage = 'initial_budget', amount = 1", SPENDING), ("stage = 'gift'", SPENDING), ("nature = 'gift'", SPENDING),
    ("economic = '30298'", SPENDING), ("function = '2012698'", INCOME), ("function = ''", INCOME),
)  # fmt: skip


@pytest.mark.parametrize("table", ["line", "priorline"])
def test_raw_sql_cannot_break_a_line(filing: Filing, table: str) -> None:
    for change, where in CHANGES:
        refused(f"UPDATE filings_{table} SET {change} WHERE {where}")


def test_a_balance_has_no_project_and_no_chart_of_economic_codes(filing: Filing) -> None:
    refused("UPDATE filings_line SET project_id = (SELECT id FROM filings_project) WHERE flow = 'income'")
    charts = set(models.Line.objects.filter(filing=filing).values_list("flow", "economic_chart").distinct())
    assert {flow for flow, chart in charts if chart == "economic"} == {"spending"}
    assert len(charts) == 6


@pytest.mark.parametrize("table", ["line", "priorline"])
def test_a_line_of_a_budget_is_not_negative_and_cannot_become_outturn(db: None, table: str) -> None:
    save_facts(entered=facts(line("10000"), prior=Prior(lines=(line("1"),))))
    refused(f"UPDATE filings_{table} SET amount = -1")
    refused(f"UPDATE filings_{table} SET stage = 'outturn'")
    refused("UPDATE filings_filing SET kind = 'final'")


def test_facts_whose_lines_are_of_another_stage_than_their_kind_are_refused(db: None) -> None:
    for wrong in (facts(replace(line("1"), stage="outturn")), replace(facts(line("1")), kind=Kind.FINAL)):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            save_facts(entered=wrong)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_raw_sql_cannot_break_a_crosswalk(filing: Filing) -> None:
    for change in ("what = 'gift'", "new = old", "what = 'project', old = 'p0'", "filing_id = 0"):  # the third makes two of one code
        refused(f"UPDATE filings_crossing SET {change}")


def test_a_figure_of_the_budget_stands_once(filing: Filing) -> None:
    refused(
        'INSERT INTO filings_budgetfigure (filing_id, statement, row, "column", amount) '
        'SELECT filing_id, statement, row, "column", 1 FROM filings_budgetfigure'
    )
