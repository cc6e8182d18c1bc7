"""Sentences as printed: what they state, with which sign, and the reasons that they give."""

from decimal import Decimal

import pytest

from disclosure.core.facts import Address
from disclosure.core.transcript import Original, Quotation, Transcript, pieces, plain, printed_number, stated_figures, stated_reasons

BASIC, CHANGE = Address("YS03", "total", "basic"), Address("YX07", "YS03.total.basic", "change")
SAID = "基本支出 [1,386.62](YS03/total/basic) 万元，较上年预算安排{} [52.16](YX07/YS03.total.basic/change) 万元。"


def transcript(*sentences: str, **said: object) -> Transcript:
    """An original with these sentences in one section."""
    return Transcript(Original("原件"), quotations=tuple(Quotation("3/一/（二）", each) for each in sentences), **said)


def test_a_sentence_is_strings_and_figures_and_reads_as_printed() -> None:
    assert [each if isinstance(each, str) else each.text for each in pieces("共[5](YS03/total/basic)万元")] == ["共", "5", "万元"]
    assert plain(SAID.format("增加")) == "基本支出 1,386.62 万元，较上年预算安排增加 52.16 万元。"
    assert plain("赣医保发[2019]5号（办公室）") == "赣医保发[2019]5号（办公室）"


@pytest.mark.parametrize(
    ("word", "change"),
    [
        ("增加", "52.16"),
        ("减少", "-52.16"),
        ("增加(减少)", "52.16"),
        ("增（减）", "52.16"),
        ("下降了", "-52.16"),
        ("降幅为", "-52.16"),
        ("压缩", "-52.16"),
        ("增减", "52.16"),
        ("负增长", "-52.16"),
    ],
)
def test_the_word_before_a_change_gives_its_sign(word: str, change: str) -> None:
    stated = {each.address: each.value for each in stated_figures(transcript(SAID.format(word)))}
    assert stated == {BASIC: Decimal("1386.62"), CHANGE: Decimal(change)}


def test_a_figure_that_did_not_change_states_a_change_of_nothing() -> None:
    (figure, change) = stated_figures(transcript("基本支出[5](YS03/total/basic)万元，与上年预算安排持平。"))
    assert (figure.value, change.address, change.value) == (5, CHANGE, 0)


@pytest.mark.parametrize("words", ["，与上年口径相同", "，与上年基本持平", "，与去年相同", "，其中与上年持平的不列"])
def test_a_figure_that_may_have_changed_states_no_change(words: str) -> None:
    assert [each.address for each in stated_figures(transcript(f"基本支出[5](YS03/total/basic)万元{words}。"))] == [BASIC]


@pytest.mark.parametrize(
    "words",
    ["[5](JS09/abroad/outturn)万元,决算数较全年预算无变化,决算数较 2021 年无变化。", "[5](JS09/abroad/outturn)万元，较2023年无变化。",
     "[96%](YX11/JS09.abroad.outturn/completion)，决算数较2023年无变化。", "[5](JS09/abroad/outturn)万元，全年预算未安排，决算数较2023年无变化。",
     "[5](JS09/abroad/outturn)万元，较上年决算数无变化，主要原因是：没有安排。"],
)  # fmt: skip
def test_a_final_account_says_in_its_own_words_that_nothing_changed(words: str) -> None:
    changes = [(each.address, each.value) for each in stated_figures(transcript(f"决算数为{words}")) if each.address.column == "change"]
    assert changes == [(Address("YX07", "JS09.abroad.outturn", "change"), 0)]


def test_figures_have_the_place_of_their_sentence() -> None:
    places = [each.at for each in stated_figures(transcript("甲", "乙[5](YS03/total/basic)万元", stated={BASIC: "6"}))]
    assert places == [Address("text", "3/一/（二）", "2"), None]


def test_a_reason_belongs_to_the_change_before_it() -> None:
    said = SAID.format("减少").replace("万元。", "万元，主要原因是： 人员减少；另外。")
    assert stated_reasons(transcript(said)) == {BASIC: "人员减少"}
    assert stated_reasons(transcript(SAID.format("减少"), "主要原因是：人员减少。", "主要原因是：别的。")) == {BASIC: "人员减少"}
    assert stated_reasons(transcript(SAID.format("减少"), "其他收入没有变化，主要原因是：没有业务。")) == {}
    assert stated_reasons(transcript("主要原因是：无。", SAID.format("增加"), "主要原因是：。")) == {}


SPENT = Address("YX10", "JS04.208.total", "change")
LAST, PLANNED = Address("JS09", "reception", "outturn"), Address("YX11", "JS09.reception.outturn", "change")
AMOUNTS = "公务接待费支出全年预算数为[13](JS09/reception/adjusted)万元，决算数为[11](JS09/reception/outturn)万元"
RATE, FALL = (
    "，完成全年预算的[84.6%](YX11/JS09.reception.outturn/completion)",
    "，决算数较2023年减少[2](YX07/JS09.reception.outturn/change)万元",
)


@pytest.mark.parametrize(
    ("sentence", "reasons"),
    [
        ("年初预算数为[0](YX10/JS04.208.total/prior)万元，决算数为[10](JS04/208/total)万元，完成年初预算的[100%](YX10/JS04.208.total/completion)，"
         "主要原因是：科目调整。", {SPENT: "科目调整"}),
        ("年初预算数为[0](YX10/JS04.208.total/prior)万元，决算数为[10](JS04/208/total)万元，年初预算未安排，主要原因是：科目调整。", {SPENT: "科目调整"}),
        ("比年初预算增加[2](YX10/JS04.208.total/change)万元，主要原因是人员增加。", {SPENT: "人员增加"}),
        (f"{AMOUNTS}{RATE}{FALL}，主要原因是：甲。决算数较全年预算数减少的主要原因是：乙。", {LAST: "甲", PLANNED: "乙"}),
        (f"{AMOUNTS}，全年预算未安排{FALL}，主要原因是：甲。全年接待[3](JS09/domestic_receptions/outturn)批。决算数较全年预算数减少的主要原因是：乙。",
         {LAST: "甲", PLANNED: "乙"}),
        (f"{AMOUNTS}{RATE}，决算数较2023年无变化。主要原因是：甲。决算数较全年预算数减少的主要原因是：乙。", {PLANNED: "乙"}),
        (f"{AMOUNTS}，决算数较全年预算无变化，决算数较2023年无变化。主要原因是：甲。", {}),
    ],
)  # fmt: skip
def test_a_reason_may_explain_a_difference_from_the_budget(sentence: str, reasons: dict[Address, str]) -> None:
    assert stated_reasons(transcript(sentence)) == reasons


@pytest.mark.parametrize(
    ("text", "value"), [("1,709.37", "1709.37"), ("57.08 %", "57.08"), ("－0.5", "-0.5"), ("０", "0"), ("30.937", "30.937")]
)
def test_printed_numbers(text: str, value: str) -> None:
    assert printed_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "—", "五", "1,70.3", "1.2.3", "5万元"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="不是数"):
        printed_number(text)
