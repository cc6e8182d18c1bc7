"""The tables of a Jiangxi budget: sources, layouts, the money they take."""

import pytest

from disclosure.core.facts import Agency, Member
from disclosure.core.tests.ledgers import AGENCY, facts, line
from disclosure.core.words import Scope
from disclosure.packs.jiangxi.budget import budget_template
from disclosure.packs.jiangxi.tests.documents import cells, document_of
from disclosure.packs.pack import Template

DEPARTMENT = Agency("399", "安澜市档案局", "369900", "江西省安澜市", None, AGENCY.units)
SCOPES = tuple(Scope)


@pytest.fixture(params=SCOPES)
def template(request: pytest.FixtureRequest) -> Template:
    return budget_template(request.param, 2024)


def test_every_statement_has_one_code_and_its_source(template: Template) -> None:
    codes = [statement.code for statement in template.statements]
    assert len(codes) == len(set(codes))
    assert all(statement.source.title and statement.panels for statement in template.statements)


@pytest.mark.parametrize(("scope", "count", "last"), [(Scope.UNIT, 10, "项目绩效目标表"), (Scope.DEPARTMENT, 11, "项目绩效目标表")])
def test_printed_tables_are_numbered_in_their_order(scope: Scope, count: int, last: str) -> None:
    printed = [statement for statement in budget_template(scope, 2024).statements if statement.printed]
    assert [statement.number for statement in printed] == list(range(1, count + 1))
    assert printed[-1].title == last and printed[1].title == f"{scope.label}收入总表"


def test_income_rows_are_the_same_money_by_source() -> None:
    document = document_of(
        facts(line("10000"), line("20000", source="fund"), line("30000", source="institutional"), line("40000", vintage="carried_over"))
    )
    income = {key: row["income"] for key, row in cells(document, "YS01").items() if "income" in row}
    filled = {key: text for key, text in income.items() if text}
    assert filled == {
        "fiscal": "3.00", "general": "1.00", "fund": "2.00", "institutional": "3.00", "income_this_year": "6.00", "carryover": "4.00", "income_total": "10.00",
    }  # fmt: skip


def test_fiscal_tables_take_this_years_money_only() -> None:
    document = document_of(facts(line("10000"), line("40000", vintage="carried_over"), line("20000", source="fund", function="2290401")))
    assert cells(document, "YS04")["expenditure_total"] == {"total": "3.00", "general": "1.00", "fund": "2.00", "soe": ""}
    assert cells(document, "YS05")["total"]["total"] == "1.00"
    assert cells(document, "YS08")["2290401"]["total"] == "2.00"


def test_three_public_takes_project_money_too() -> None:
    document = document_of(
        facts(line("10000", economic="30217"), line("5000", economic="30217", project="p1"), line("20000", economic="31013"))
    )
    row = {"total": "3.50", "abroad": "", "reception": "1.50", "car_running": "", "car_purchase": "2.00"}
    assert cells(document, "YS07") == {"399001": row}
    assert cells(document, "YX08")["total"] == row


def test_the_department_table_splits_trips_and_cars() -> None:
    lines = (line("10000", economic="30212"), line("20000", economic="30212", use="academic_exchange"), line("30000", economic="30231"))
    filed = facts(*lines)
    department = type(filed)(DEPARTMENT, 2024, filed.kind, Scope.DEPARTMENT, "jiangxi", lines, filed.prior)
    assert cells(document_of(department), "YS07")["399"] == {
        "total": "6.00", "abroad": "3.00", "abroad_ordinary": "1.00", "abroad_academic": "2.00",
        "reception": "", "cars": "3.00", "car_running": "3.00", "car_purchase": "",
    }  # fmt: skip


def test_operating_expenses_leave_institutions_out() -> None:
    units = (Member("399001", "安澜市档案馆", "administrative"), Member("399002", "安澜市档案技术中心", "institution"))
    lines = (line("10000"), type(line("1"))("399002", "2012604", "30201", "basic", line("50000").amount))
    filed = facts(*lines)
    agency = Agency("399", "安澜市档案局", "369900", "江西省安澜市", None, units)
    department = type(filed)(agency, 2024, filed.kind, Scope.DEPARTMENT, "jiangxi", lines, filed.prior)
    assert cells(document_of(department), "YX03")["operating"]["amount"] == "1.00"
    assert cells(document_of(department), "YS06")["total"]["public"] == "6.00"


def test_303_money_may_be_public() -> None:
    document = document_of(facts(line("10000", economic="30302"), line("20000", economic="30302", use="public")))
    assert cells(document, "YS06")["30302"] == {"total": "3.00", "personnel": "1.00", "public": "2.00"}


def test_project_forms_split_money_by_where_it_comes_from() -> None:
    lines = (line("10000", project="p1"), line("20000", project="p1", source="other"), line("30000", project="p1", vintage="carried_over"))
    document = document_of(facts(*lines))
    assert document["performance"]["projects"][0]["funds"] == {"total": "6.00", "fiscal": "1.00", "other": "2.00", "carryover": "3.00"}


def test_empty_tables_stay_with_their_note() -> None:
    statements = {each["code"]: each for each in document_of(facts(line("10000")))["statements"]}
    assert statements["YS08"]["status"] == "empty"
    assert statements["YS08"]["notes"] == ["注：若为空表，则为该单位无政府性基金收支"]


@pytest.mark.parametrize(
    ("scope", "numbered"),
    [(Scope.UNIT, {"YS02", "YS03", "YS07"}), (Scope.DEPARTMENT, {"YS02", "YS03", *(f"YS0{n}" for n in range(5, 10))})],
)
def test_the_layouts_number_their_columns_where_the_originals_do(scope: Scope, numbered: set[str]) -> None:
    assert {each.code for each in budget_template(scope, 2024).statements if each.column_numbers} == numbered


def test_a_year_without_this_layout_is_refused() -> None:
    with pytest.raises(ValueError, match="没有2019年的模板"):
        budget_template(Scope.UNIT, 2019)
