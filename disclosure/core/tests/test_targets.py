"""Targets of indicators: what is printed, and what it means."""

from decimal import Decimal

import pytest

from disclosure.core.targets import (
    SIGNS,
    Operator,
    Qualitative,
    Target,
    fits_rate,
    is_rate_name,
    judge,
    parse_target,
    parts_of,
    write_target,
)

PRINTED: list[tuple[str, Operator, str, str]] = [
    ("≥90%", ">=", "90", "%"),
    ("＝100%", "=", "100", "%"),
    ("=100%", "=", "100", "%"),
    ("≤30分钟", "<=", "30", "分钟"),
    ("≥4次", ">=", "4", "次"),
    ("8.8%", "=", "8.8", "%"),
    ("95%", "=", "95", "%"),
    ("680元/每人每年", "=", "680", "元/每人每年"),
    ("≤119.303万元", "<=", "119.303", "万元"),
    ("＞5人", ">", "5", "人"),
    ("＜3起", "<", "3", "起"),
    (">=85%", ">=", "85", "%"),
    ("＞＝85%", ">=", "85", "%"),
    ("≧85%", ">=", "85", "%"),
    ("≦85%", "<=", "85", "%"),
    ("100％", "=", "100", "%"),
    ("≥９５．５％", ">=", "95.5", "%"),
    (" ≥ 90 % \n", ">=", "90", "%"),
    ("≥\u300012\u00a0次", ">=", "12", "次"),
    ("≤1,709.37万元", "<=", "1709.37", "万元"),
    ("≤0.5‰", "<=", "0.5", "‰"),
    ("12", "=", "12", ""),
    ("≥500m2", ">=", "500", "m2"),
    ("≤26℃", "<=", "26", "℃"),
    ("12个月", "=", "12", "个月"),
    ("≤12月", "<=", "12", "月"),
    ("3年", "=", "3", "年"),
]

WORDED: list[tuple[str, Operator, str, str]] = [
    ("不低于90%", ">=", "90", "%"),
    ("不少于3次", ">=", "3", "次"),
    ("大于等于3次", ">=", "3", "次"),
    ("不超过20万元", "<=", "20", "万元"),
    ("不高于20万元", "<=", "20", "万元"),
    ("小于等于20万元", "<=", "20", "万元"),
    ("等于20人", "=", "20", "人"),
    ("大于20人", ">", "20", "人"),
    ("低于20人", "<", "20", "人"),
    ("每年不少于1次", ">=", "1", "次"),
    ("95%以上", ">=", "95", "%"),
    ("≥95%以上", ">=", "95", "%"),
    ("5次及以上", ">=", "5", "次"),
    ("10个工作日以内", "<=", "10", "个工作日"),
]

WORDS = ["有效减轻", "有所提高", "不低于上年", "良好", "无", "符合救助条件的对象按规定纳入救助范围"]
NOT_ONE_FIGURE = [
    "2025年12月31日前",
    "12月底前",
    "12月",
    "2025年",
    "2025-12-31",
    "90%-95%",
    "1-3次",
    "约95%",
    "95%左右",
    "100%完成",
    "不低于上年95%",
    "≥90%，≤95%",
    "1,2345元",
]


@pytest.mark.parametrize(("text", "operator", "value", "unit"), PRINTED)
def test_signs_figures_and_units_are_read_however_they_are_typed(text: str, operator: Operator, value: str, unit: str) -> None:
    assert parse_target(text) == Target(operator, Decimal(value), unit)


@pytest.mark.parametrize(("text", "operator", "value", "unit"), WORDED)
def test_operators_may_be_words(text: str, operator: Operator, value: str, unit: str) -> None:
    assert parse_target(text) == Target(operator, Decimal(value), unit)


@pytest.mark.parametrize("text", ["-100%", "－100％", "−100%"])
def test_a_negative_figure_is_read_and_left_to_the_rules(text: str) -> None:
    assert parse_target(text) == Target("=", Decimal(-100), "%")


@pytest.mark.parametrize("text", WORDS + NOT_ONE_FIGURE)
def test_what_is_not_one_figure_stays_words(text: str) -> None:
    assert parse_target(f" {text}\n") == Qualitative(text)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "-", "－", "——", "/", "≥", "%", "≥%", "≤95%以上"])
def test_what_cannot_be_meant_is_none(text: str) -> None:
    assert parse_target(text) is None


@pytest.mark.parametrize(
    ("text", "fits"), [("≥90%", True), ("5‰", True), ("2个百分点", True), ("2百分点", True), ("90", False), ("≥4次", False), ("3%o", False)]
)
def test_a_rate_is_measured_in_parts_of_a_hundred_or_thousand(text: str, fits: bool) -> None:
    target = parse_target(text)
    assert (isinstance(target, Target) and fits_rate(target)) == fits


@pytest.mark.parametrize(
    "name", ["预算执行率", "资金到位率（%）", "验收合格率(≥)", "完成 率", "服务对象满意度", "群众满意度指标", "残疾人占比", "优良比例"]
)
def test_these_names_promise_a_rate(name: str) -> None:
    assert is_rate_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "培训人次",
        "率先完成任务",
        "提高工作效率",
        "巡查频率",
        "贷款利率",
        "服务费率",
        "孕产妇死亡率",
        "满意度调查次数",
        "满意度测评",
        "满意度问卷",
        "政策覆盖面",
    ],
)
def test_these_names_promise_none(name: str) -> None:
    assert not is_rate_name(name)


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥90%", "90%"), ("≥90%", "≥95%"), ("≥90%", "≥90%"), ("≥90%", "95%以上"), ("＝100%", "100%"), ("100%", "100％"), ("≤30分钟", "15分钟"),
     ("≤60分钟", "60分钟"), ("<5%", "<5%"), ("＜5%", "<3%"), (">50%", "51%"), (">50%", ">50%"), ("≥4次", "4"), ("提高", "提高"), ("有效提升", "完成"),
     ("2025年12月底前", "已完成"), ("有所提高", "达到目标。"), ("2022年全年", "2022年全年"), ("12批", "12批"), ("≥1,200人次", "1500人次")],
)  # fmt: skip
def test_these_targets_are_reached(target: str, actual: str) -> None:
    assert judge(target, actual) == "reached"


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥90%", "88%"), ("≥70%", "68%"), ("＝100%", "98%"), ("100%", "99.5%"), ("≤30分钟", "31分钟"), ("<5%", "5%"), (">50%", "50%"), ("≥90%", "≤85%"),
     ("≥90%", "<90%"), ("＝12批", "10批"), ("有效提升", "未完成"), ("≥5000卷", "部分完成"), ("有效提升", "没有达到")],
)  # fmt: skip
def test_these_targets_are_missed(target: str, actual: str) -> None:
    assert judge(target, actual) == "missed"


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥90%", ""), ("≥90%", "-"), ("≥90%", "0.95"), ("≥90%", "≥85%"), ("≥90%", "≤95%"), ("≤30分钟", "1小时"), ("≥5000卷", "4800册"), ("有效提升", "良好"),
     ("≥90%", "已完成"), ("30分钟", "15分钟"), ("＝12批", "15批"), ("＝12批", "≥12批"), ("", "90%"), ("90%-95%", "93%")],
)  # fmt: skip
def test_these_cannot_be_judged(target: str, actual: str) -> None:
    assert judge(target, actual) == "unjudgeable"


@pytest.mark.parametrize("text", [text for text, *_ in PRINTED if not text.strip().startswith("每")])
def test_the_parts_of_a_target_mean_the_same_put_together(text: str) -> None:
    parts = parts_of(text)
    assert parts
    assert parse_target(write_target(*parts)) == parse_target(text)


@pytest.mark.parametrize("text", ["有效减轻", "每年不少于1次", "90%-95%", "2025年12月底前", "", "-"])
def test_what_is_more_than_a_figure_has_no_parts(text: str) -> None:
    assert parts_of(text) is None


def test_every_operator_is_printed_as_it_is_read() -> None:
    assert {parse_target(f"{sign}5次").operator for sign in SIGNS.values()} == set(SIGNS)  # type: ignore[union-attr]
