"""The sentences of a Jiangxi budget: what is listed, what is left out, what a reason adds."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure.core.facts import Address, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.packs.jiangxi.tests.documents import document_of, section, walk
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import assemble
from tools.published import pieces_of, printed_cells

SPENT = line("30000")


def test_sources_that_neither_year_has_are_left_out() -> None:
    paragraph = section(document_of(facts(SPENT)), "（一）")[0]
    assert paragraph.startswith("2024年安澜市档案馆收入预算总额为3万元，较上年预算安排增加3万元（上年未安排）。其中：财政拨款收入3万元，")
    assert "事业收入" not in paragraph


def test_a_source_that_only_last_year_had_is_named() -> None:
    prior = Prior({Address("YS01", "other", "income"): Decimal(20000)}, complete=True)
    assert "其他收入0万元，较上年预算安排减少2万元" in section(document_of(facts(SPENT, prior=prior)), "（一）")[0]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("general", "本单位没有使用政府性基金预算拨款安排的支出。"),
        ("fund", "政府性基金预算支出3万元，较上年预算安排增加3万元（上年未安排），其中：档案馆3万元。"),
    ],
)
def test_a_fund_is_told_or_denied(source: str, said: str) -> None:
    assert section(document_of(facts(line("30000", source=source))), "（四）") == [said]


def test_a_reason_ends_the_sentence() -> None:
    reasons = {Address("YX03", "operating", "amount"): "新增档案库房，水电费增加。"}
    paragraph = section(document_of(facts(SPENT, reasons=reasons)), "（六）")[0]
    assert paragraph.endswith("上年基数为0，不可比，主要原因是：新增档案库房，水电费增加。")


def test_texts_with_braces_stay_as_written() -> None:
    assert section(document_of(facts(SPENT, duties=("保管{馆藏}档案",))), "一", part=1) == ["保管{馆藏}档案"]


def test_a_project_tells_what_it_has_and_its_amount_from_the_ledger() -> None:
    document = document_of(facts(line("30000", project="p1")))
    project = next(each for each in walk(document["parts"][2]["sections"]) if each["project"] == 0)
    assert (project["number"], project["title"]) == ("1．", "馆藏数字化")
    assert section(document, "1．") == ["①项目概述：把馆藏做成数字副本", "②年度预算安排：3万元。"]


def test_every_figure_of_the_text_is_a_cell() -> None:
    document = document_of(facts(SPENT, line("20000", project="p1")))
    known = {address for address, _ in printed_cells(document)}
    pieces = [piece for part in document["parts"] for found in walk(part["sections"]) for piece in pieces_of(found)]
    printed = [piece for piece in pieces if isinstance(piece, dict) and piece["text"] != "0"]
    assert len(printed) > 20 and all(tuple(figure["cell"]) in known for figure in printed)


def test_the_answer_says_how_much_and_why() -> None:
    prior = Prior(
        {Address("YS01", "income_total", "income"): Decimal(40000), Address("YS01", "fiscal", "income"): Decimal(40000)}, complete=True
    )
    summary = document_of(facts(SPENT, prior=prior))["summary"]
    told = [
        "".join(piece if isinstance(piece, str) else piece["text"] for piece in paragraph)
        for paragraph in (summary["answer"], summary["why"][0])
    ]
    assert told == ["2024年收入和支出预算各3万元，比上年减少1万元，下降25%。", "从数字看：财政拨款减少1万元，占减少额的100%。"]


def test_a_place_may_list_items_that_are_nothing_in_both_years() -> None:
    filed = facts(SPENT)
    template = template_for("jiangxi", filed.kind, filed.scope, filed.year)
    listing = assemble(filed, replace(template, wording=replace(template.wording, list_zero_items=True)))
    assert "事业收入0万元，与上年预算安排持平；" in section(listing, "（一）")[0]
    assert "事业收入" not in section(document_of(filed), "（一）")[0]


def test_nothing_is_divided_where_there_is_nothing() -> None:
    document = document_of(facts(line("30000", source="institutional")))
    assert section(document, "（三）") == ["2024年安澜市档案馆财政拨款支出预算总额为0万元，与上年预算安排持平。"]


def test_a_fund_that_only_last_year_had_is_told() -> None:
    prior = Prior({Address("YS08", "total", "total"): Decimal(20000)}, complete=True)
    assert section(document_of(facts(SPENT, prior=prior)), "（四）") == [
        "本单位没有使用政府性基金预算拨款安排的支出，较上年预算安排减少2万元。"
    ]


def test_a_fund_of_a_few_yuan_is_told() -> None:
    told = section(document_of(facts(SPENT, line("40", "2290401", source="fund"))), "（四）")
    assert len(told) == 1 and told[0].startswith("政府性基金预算支出0万元")


def test_no_reason_follows_a_figure_that_did_not_change() -> None:
    reasons = {Address("YX08", "total", "abroad"): "按实际需要安排"}
    told = section(document_of(facts(SPENT, reasons=reasons)), "二")
    assert "因公出国（境）费0万元，与上年预算安排持平。" in told


def test_a_total_below_the_printed_unit_lists_nothing() -> None:
    told = section(document_of(facts(line("40"))), "（二）")
    assert [paragraph[:6] for paragraph in told] == ["2024年安", "按支出项目类"]


def test_parts_that_do_not_add_up_have_no_share() -> None:
    prior = Prior({Address("YS01", "income_total", "income"): Decimal(20000)}, complete=True)
    why = document_of(facts(SPENT, prior=prior))["summary"]["why"][0]
    assert "".join(piece if isinstance(piece, str) else piece["text"] for piece in why) == "从数字看：财政拨款增加3万元。"
