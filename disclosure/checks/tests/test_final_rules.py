"""Rules of budgets that judge final accounts too: facts above, finding below."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bench.finals import whole_final
from bench.transcripts import transcribed
from disclosure.checks.registry import check
from disclosure.checks.rule import Example, UnitDocument
from disclosure.core.facts import Address, Facts, Prior
from disclosure.core.words import Scope
from disclosure.exports.shape import Document
from disclosure.packs.jiangxi.tests.documents import document_of
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import Around, assemble
from disclosure.releases.rule_examples import case_of
from disclosure.releases.units import figures_of


@pytest.fixture(scope="module")
def whole() -> Facts:
    return whole_final()


def told(document: Document, *rules: str) -> list[str]:
    """What these rules say."""
    return [each["message"] for each in document["findings"] if each["rule"] in rules and each["level"] != "not checked"]


def without(whole: Facts, prefix: str) -> Facts:
    """The account without what was entered under a word."""
    return replace(whole, entered={key: value for key, value in whole.entered.items() if not key.startswith(prefix)})


@pytest.mark.parametrize(
    ("prefix", "name"),
    [("headcount", "年末人数"), ("procurement.sme", "授予中小企业的合同金额"), ("procurement.micro", "授予小微企业的合同金额"), ("assets", "国有资产占用情况"),
     ("three_public.adjusted", "“三公”经费的全年预算数"), ("three_public.counts", "“三公”经费的团组、车辆、批次和人数")],
)  # fmt: skip
def test_a_blank_section_is_an_error(whole: Facts, prefix: str, name: str) -> None:
    assert told(document_of(without(whole, prefix)), "C01") == [f"没有填报{name}；确实没有的填0"]


def test_an_original_may_leave_its_assets_blank(whole: Facts) -> None:
    original = transcribed(whole, document_of(whole))
    tables = tuple(replace(each, rows=()) if each.statement == "JS10" else each for each in original.transcript.tables)
    document = document_of(replace(original, transcript=replace(original.transcript, tables=tables)))
    assert told(document, "C01", "C06", "F15") == []


def test_what_is_unknown_of_last_year_and_of_the_budget_is_asked_for(whole: Facts) -> None:
    said = told(document_of(replace(whole, prior=Prior(), budget=Prior())), "N01")
    assert (
        "《财政拨款收入支出决算总表》“201 一般公共服务支出”本年决算354.02万元，没有年初预算数，写不出完成率；请填写年初预算数，没有安排的填0"
        in said
    )
    assert any("没有上年数，写不出增减；请填写上年数（JS06/301/amount），上年没有安排的填0" in each for each in said)
    assert not any("202 外交支出" in each for each in said)  # nothing was spent on it


def test_a_class_that_was_budgeted_and_not_spent_needs_a_reason(whole: Facts) -> None:
    planned = {**whole.budget.figures, Address("YS04", "205", "total"): Decimal(50_000)}
    said = told(document_of(replace(whole, budget=Prior(planned, (), complete=True))), "N02")
    assert said == ["“205 教育支出”年初预算5.00万元，决算0.00万元，比预算少5.00万元，没有写增减原因；请在增减原因中补充"]


def test_a_share_that_rounds_to_the_computed_one_is_no_finding() -> None:
    shares = Example({"YX13/income/fiscal_share": "78.12%"}, sentences={"3/一": "占[78.1%](YX13/income/fiscal_share)"}, kind="final")
    assert [each for each in check(case_of(shares)) if each.rule in ("N06", "B33")] == []


def unit_documents(whole: Facts, **more: Decimal) -> tuple[UnitDocument, ...]:
    """What each unit published of the same account."""
    made = []
    for unit in whole.agency.units:
        agency = replace(whole.agency, code=unit.code, name=unit.name, units=(unit,))
        own = replace(whole, agency=agency, scope=Scope.UNIT, lines=tuple(each for each in whole.lines if each.unit == unit.code))
        figures = dict(figures_of(document_of(own)))
        place = Address("JS05", "total", "total")
        made.append(UnitDocument(unit.code, figures | {place: figures[place] + more.get("more", Decimal(0))}))
    return tuple(made)


@pytest.mark.parametrize("more", ["0", "100"])
def test_a_department_is_the_sum_of_its_units(whole: Facts, more: str) -> None:
    around = Around(units=unit_documents(whole, more=Decimal(more)))
    document = assemble(whole, template_for("jiangxi", whole.kind, whole.scope, whole.year), around=around)
    found = [(each["level"], each["statement"]) for each in document["findings"] if each["rule"] == "B32"]
    passed_on = ("not checked", "JS03")  # 上级补助收入 may come from inside
    assert found == ([passed_on] if more == "0" else [("error", "JS05"), passed_on])
