"""Words that give a template, a direction, a year or an amount away; and harmless ones that do not."""

from decimal import Decimal

import pytest

from disclosure.core.wording import amounts, counting_years, left_over, residue, tendency, years


@pytest.mark.parametrize(
    "text",
    ["较上年增加(减少) 0万元", "比上年增（减）0万元", "增加/减少5万元", "XX单位", "支出××万元", "（增加内容）", "主要原因是。", "主要原因是：；", "____万元",
     "各部门结合实际进行解释", "PAGEREF _Toc1", "#REF!", "错误！未找到引用源"],
)  # fmt: skip
def test_residue_is_seen(text: str) -> None:
    assert residue(text)


@pytest.mark.parametrize(
    "text",
    [
        "增加5万元",
        "减少（含结转）5万元",
        "主要原因是：人员减少。",
        "购置3×4米展柜",
        "因公出国（境）费",
        "Excel表",
        "人员增减变化",
        "减少了上年安排的专项",
    ],
)
def test_plain_words_are_no_residue(text: str) -> None:
    assert residue(text) == []


@pytest.mark.parametrize(
    "text", ["2023年（上年）预算", "组成部门（直属机构）", "资本性支出0万元;。", "7月31日（信息上报截止时间）", "等等……"]
)
def test_what_looks_left_over_is_seen(text: str) -> None:
    assert left_over(text)


@pytest.mark.parametrize("text", ["（一）负责档案工作；（二）接待查档。", "因公出国（境）费0万元，比上年减少1万元。", "3×4米"])
def test_plain_sentences_have_nothing_left_over(text: str) -> None:
    assert left_over(text) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("新增设备", 1),
        ("落实过紧日子要求", -1),
        ("压缩一般支出，同时新增专项", 0),
        ("按定额核定", 0),
        ("提高资金使用效益", 0),
        ("严格控制新增支出", 0),
    ],
)
def test_the_tendency_of_a_reason(text: str, sign: int) -> None:
    assert tendency(text) == sign


def test_years_outside_of_titles_numbers_and_days_of_counting() -> None:
    text = "2021年比2023年，《2019年办法》赣医保发〔2018〕5号、饶字（2017）3号，截至2016年9月30日，代码12020年"
    assert list(years(text)) == [2021, 2023]


def test_the_day_of_counting_has_its_own_year() -> None:
    assert list(counting_years("截至2019年7月31日，共有车辆0辆，比2018年少")) == [2019]


def test_amounts_with_what_their_rounding_hides() -> None:
    assert list(amounts("共1,234.5万元、300元，单位价值200万元以上")) == [
        ("1,234.5万元", Decimal("1234.5"), Decimal("0.05")),
        ("300元", Decimal("0.03"), Decimal("0.00005")),
    ]
