"""公开01–10 of a Jiangxi final account: lines above, tables below."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure.core.facts import Address, Prior
from disclosure.core.words import Flow, Kind, Scope
from disclosure.exports.shape import Document
from disclosure.packs.jiangxi.tests.documents import cells, document_of
from disclosure.packs.jiangxi.tests.finals import ITEM, final, flowed, received, spent
from disclosure.packs.registry import template_for


def statement(document: Document, code: str) -> dict:
    """A statement of the document."""
    return next(each for each in document["statements"] if each["code"] == code)


def column(document: Document, code: str, name: str) -> dict[str, str]:
    """What is printed in a column, by row."""
    return {row: text for row, held in cells(document, code).items() if (text := held.get(name))}


FLOWS = final(
    received("100000"), received("5000", "education_fee"), received("3000", "other"), flowed(Flow.SURPLUS_USED, "2000", "other"),
    flowed(Flow.OPENING_BALANCE, "10000", "fund"), flowed(Flow.CLOSING_BALANCE, "4000", "fund"),
    flowed(Flow.SURPLUS_DISTRIBUTED, "1000", "other"), spent("105000"), spent("4000", nature="operating", source="other"), spent("6000", source="fund"),
)  # fmt: skip


def test_every_flow_has_its_line() -> None:
    document = document_of(FLOWS)
    assert column(document, "JS01", "income") == {
        "general": "10.00", "institutional": "0.50", "other": "0.30", "income_this_year": "10.80", "surplus_used": "0.20", "opening": "1.00",
        "income_total": "12.00",
    }  # fmt: skip
    assert column(document, "JS01", "expenditure") == {
        "201": "11.50", "expenditure_this_year": "11.50", "surplus_distributed": "0.10", "closing": "0.40", "expenditure_total": "12.00",
    }  # fmt: skip


def test_a_fund_carries_over_by_item() -> None:
    row = cells(document_of(FLOWS), "JS07")[ITEM]
    assert row == {"opening": "1.00", "income": "", "total": "0.60", "basic": "0.60", "project": "", "closing": "0.40"}


@pytest.mark.parametrize(("code", "first", "last"), [("JS01", 32, 57), ("JS04", 33, 58)])
def test_all_classes_stand_in_their_order(code: str, first: int, last: int) -> None:
    rows = [row for row in statement(document_of(FLOWS), code)["panels"][1]["rows"] if row["level"] == "class"]
    assert [row["line"] for row in rows] == list(range(first, last + 1))
    assert (rows[0]["name"], rows[-1]["name"]) == ("一、一般公共服务支出", "二十六、抗疫特别国债安排的支出")


def test_every_line_number_is_there_once() -> None:
    for code, last in (("JS01", 62), ("JS04", 64), ("JS09", 20), ("JS10", 10)):
        rows = [row for panel in statement(document_of(FLOWS), code)["panels"] for row in panel["rows"]]
        assert sorted(row["line"] for row in rows) == list(range(1, last + 1)), code


def test_basic_expenditure_lists_every_kind_in_three_blocks() -> None:
    panels = statement(document_of(FLOWS), "JS06")["panels"]
    assert [len(panel["rows"]) for panel in panels] == [28, 28, 35]
    assert column(document_of(FLOWS), "JS06", "amount") == {"302": "10.50", "30201": "10.50", "public": "10.50"}


def test_money_of_the_personnel_classes_is_personnel_whatever_a_line_says() -> None:
    document = document_of(final(spent("30000", "30305", use="public"), received("30000")))
    assert column(document, "JS06", "amount") == {"303": "3.00", "30305": "3.00", "personnel": "3.00"}


def test_three_public_has_amounts_counts_and_dashes() -> None:
    counts = {"three_public.counts.domestic_guests": 1343, "three_public.adjusted.reception": Decimal(20000)}
    budget = Prior({Address("YX08", "total", "reception"): Decimal(30000)})
    document = document_of(final(spent("10000", "30217"), spent("500", "30217", use="overseas_reception"), entered=counts, budget=budget))
    rows = cells(document, "JS09")
    assert rows["reception"] == {"initial": "3.00", "adjusted": "2.00", "outturn": "1.05"}
    assert rows["reception_domestic"] == {"initial": "—", "adjusted": "—", "outturn": "1.00"}
    assert rows["domestic_guests"] == {"initial": "—", "adjusted": "—", "outturn": "1,343"}
    assert (rows["abroad"]["outturn"], rows["total"]["initial"], rows["cars_held"]["outturn"]) == ("0.00", "", "")


def test_assets_of_nothing_are_blank_and_explained() -> None:
    document = document_of(final(entered={"assets.vehicles.other": 0, "assets.equipment": 0}))
    assert column(document, "JS10", "count") == {}
    assert statement(document, "JS10")["notes"][-1] == "说明：当此表数据为空时，即本单位无相关资产。"


def test_red_letters_keep_their_sign() -> None:
    document = document_of(final(spent("-2500"), received("-2500")))
    assert column(document, "JS03", "total")["total"] == "-0.25"


def test_each_cell_is_rounded_by_itself() -> None:
    document = document_of(final(spent("10050"), spent("10050", function="2012699"), received("20100")))
    assert column(document, "JS03", "total") == {"total": "2.01", "201": "2.01", "20126": "2.01", "2012604": "1.01", "2012699": "1.01"}


@pytest.mark.parametrize("scope", list(Scope))
def test_heads_are_those_of_the_format(scope: Scope) -> None:
    document = document_of(replace(FLOWS, scope=scope))
    assert statement(document, "JS03")["head"] == ["编制单位：安澜市档案馆", "2024年度", "公开03表　金额单位：万元"]
    assert statement(document, "JS10")["head"][-1] == "公开10表　单位：台、辆、套"
    assert f"本{scope.label}" in statement(document, "JS07")["notes"][-1]


def test_an_all_zero_account_explains_every_table() -> None:
    printed = [each for each in document_of(final())["statements"] if each["printed"]]
    assert len(printed) == 10 and all(each["notes"] for each in printed)
    assert [each["code"] for each in printed if "本表无数据" in each["notes"][-1]] == [f"JS0{number}" for number in range(1, 7)]


@pytest.mark.parametrize("year", [2021, 2026])
def test_other_years_have_no_such_layout(year: int) -> None:
    with pytest.raises(ValueError, match=f"没有{year}年的模板"):
        template_for("jiangxi", Kind.FINAL, Scope.UNIT, year)
