"""The form of a final account: what it alone may hold, what it may not, each refused at its very path."""

from typing import Any

import pytest

from disclosure.filings.package import checked
from disclosure.filings.problems import path_of
from disclosure.filings.tests.finals import BALANCE, EVERYTHING, final, final_line, transcribed_final
from disclosure.filings.tests.packages import DEPARTMENT, at, changed, nodes, problem, problems, sample, short, with_line
from disclosure.filings.tests.test_shape import ENGLISH, OTHERS
from disclosure.filings.workbook_tree import leaves

LEAVES = [steps for steps, _ in leaves(final())]
NODES = list(nodes(final()))
INCOME = 8  # the first line that is no spending
GOAL = {"objective": "甲", "indicators": [{"level1": "甲", "level2": "乙", "level3": "丙", "target": "1"}]}
SIGNED = "金额，红字带负号；元至多两位小数，万元至多六位"
ONLY = "{}只在支出的明细里写：删去，或把收支改为支出（spending）"
FLOWS = (
    "支出 spending | 收入 income | 年初结转和结余 opening_balance | 年末结转和结余 closing_balance | 使用非财政拨款结余 surplus_used | "
    "结余分配 surplus_distributed，不写是支出；决算才写"
)
SPENDING_ALONE = {
    "economic": ("30201", "经济科目"), "economic_name": ("办公费", "经济科目名称"), "economic_class": ("302", "经济科目类"),
    "nature": ("basic", "性质"), "project": ("p1", "项目"), "item": ("甲", "明细"), "use": ("public", "用途"), "vintage": ("this_year", "本年或结转"),
}  # fmt: skip
LINES = {
    "flow": (
        final_line(0, flow="gift"),
        "lines[0].flow：是“gift”；应为 spending、income、opening_balance、closing_balance、surplus_used、surplus_distributed 之一"
        f"（{FLOWS}）",
    ),
    "no economic": (final_line(0, economic=None), "lines[0].economic：没有填写；必须填写（部门经济分类款级科目；只知道类时写三位）"),
    "no nature": (final_line(1, nature=None), "lines[1].nature：没有填写；必须填写（基本支出 basic、项目支出 project 等）"),
    "words": (final_line(0, amount="七十"), f"lines[0].amount：是“七十”；格式不对（{SIGNED}）"),
    "minus nothing": (final_line(0, amount="-0.00"), f"lines[0].amount：是“-0.00”；格式不对（{SIGNED}）"),
    "two signs": (final_line(0, amount="--1"), f"lines[0].amount：是“--1”；格式不对（{SIGNED}）"),
    **{
        f"{name} of income": (final_line(INCOME, **{name: value}), f"lines[{INCOME}].{name}：不能填写；{ONLY.format(label)}")
        for name, (value, label) in SPENDING_ALONE.items()
    },
    "economic of last year's income": (
        final(last_year={"lines": [{**BALANCE, "flow": "income", "amount": "1", "economic": "30201"}]}),
        f"last_year.lines[0].economic：不能填写；{ONLY.format('经济科目')}",
    ),
}  # fmt: skip
YEAR_END = "只在预算里写，决算写年末人数（year_end）"
OF_BUDGETS = {
    "goal": (("goal",), GOAL, "整体绩效目标只在预算里写"),
    "posts": (("headcount", "posts"), {"administrative": 1}, f"编制人数{YEAR_END}"),
    "on duty": (("headcount", "on_duty"), {"administrative": 1}, f"在职实有人数{YEAR_END}"),
    "retired cadres": (("headcount", "retired_cadres"), 1, f"离休人数{YEAR_END}"),
    "retired": (("headcount", "retired"), 1, f"退休人数{YEAR_END}"),
    "dependants": (("headcount", "dependants"), 1, f"遗属人数{YEAR_END}"),
    "general vehicles": (("assets", "vehicles", "general"), 1, "决算的国有资产占用情况表没有一般公务用车，按其他用途填写"),
    "purchases": (("assets", "to_buy"), {"vehicles": 1}, "计划购置只在预算里写"),
}
OF_FINALS = {
    "achieved": (("projects", 0, "achieved"), "甲", "全年实际完成情况"),
    "funds": (("projects", 0, "evaluation"), {}, "自评资金"),
    "actual": (("projects", 0, "goal", "indicators", 0, "actual"), "甲", "全年实际完成值"),
    "reason": (("projects", 0, "goal", "indicators", 0, "reason"), "甲", "未完成原因和改进措施"),
    "year's end": (("headcount", "year_end"), {"on_duty": 1}, "年末人数"),
    "small enterprises": (("procurement", "sme"), {"goods": "1"}, "授予中小企业合同金额"),
    "smallest enterprises": (("procurement", "micro"), "1", "授予小微企业合同金额"),
    "equipment": (("assets", "equipment"), 1, "现有设备"),
    "三公": (("three_public",), {}, "“三公”经费的全年预算数和统计数"),
    "evaluation": (("texts", "evaluation"), ["甲"], "绩效自评说明"),
    "report": (("texts", "report"), ["甲"], "评价报告"),
    "reception": (("texts", "reception"), "甲", "公务接待的用途"),
}
USE = "列入人员经费 personnel | 列入公用经费 public | 学术交流合作出国 academic_exchange"
BUDGET_LINES = {
    "flow": (with_line(flow="income"), "lines[0].flow：不能填写；预算的明细都是支出，不写收支"),
    "flow of spending": (with_line(flow="spending"), "lines[0].flow：不能填写；预算的明细都是支出，不写收支"),
    "nature": (with_line(nature="operating"), "lines[0].nature：是“operating”；应为 basic、project 之一（基本支出 basic | 项目支出 project）"),
    "use": (
        with_line(economic="30217", use="foreign_affairs"),
        f"lines[0].use：是“foreign_affairs”；应为 personnel、public、academic_exchange 之一（{USE}）",
    ),
    "no economic": (with_line(economic=None), "lines[0].economic：没有填写；必须填写（部门经济分类款级科目；只知道类时写三位）"),
    "negative figure of last year": (
        changed(("last_year", "figures", 0, "amount"), "-1"),
        "last_year.figures[0].amount：是“-1”；格式不对（非负金额；元至多两位小数，万元至多六位）",
    ),
    "negative line of last year": (
        changed(("last_year", "lines"), [{**sample()["lines"][0], "amount": "-1"}]),
        "last_year.lines[0].amount：是“-1”；格式不对（非负金额；元至多两位小数，万元至多六位）",
    ),
    "measured goal of the whole": (
        changed(("goal", "indicators", 0, "actual"), "甲", sample(DEPARTMENT)),
        "goal.indicators[0].actual：不能填写；全年实际完成值只在决算里写",
    ),
}  # fmt: skip
NOT = "照录的填报包没有{}，数取自原件"
QUOTED = "照录的填报包没有另写的{}，原文写在quotations"
OF_ENTERED = {
    "lines": (("lines",), [], NOT.format("收支明细")),
    "headcount": (("headcount",), {}, NOT.format("编制和实有人数")),
    "三公": (("three_public",), {}, NOT.format("“三公”经费的全年预算数和统计数")),
    "equipment": (("assets", "equipment"), 1, NOT.format("设备数")),
    "funds": (("projects", 0, "evaluation"), {}, NOT.format("自评资金")),
    "evaluation": (("texts", "evaluation"), ["甲"], QUOTED.format("绩效自评说明")),
    "report": (("texts", "report"), ["甲"], QUOTED.format("评价报告")),
    "reception": (("texts", "reception"), "甲", QUOTED.format("公务接待的用途")),
}


@pytest.mark.parametrize(("package", "message"), LINES.values(), ids=LINES)
def test_the_message_says_where_what_and_what_is_expected(package: Any, message: str) -> None:
    assert problem(package) == message


@pytest.mark.parametrize(("package", "message"), BUDGET_LINES.values(), ids=BUDGET_LINES)
def test_lines_of_a_budget_are_refused_what_those_of_a_final_account_may_say(package: Any, message: str) -> None:
    assert problem(package) == message


@pytest.mark.parametrize(("steps", "value", "message"), OF_BUDGETS.values(), ids=OF_BUDGETS)
def test_what_only_a_budget_holds_is_refused_in_a_final_account(steps: Any, value: Any, message: str) -> None:
    assert problem(changed(steps, value, final())) == f"{path_of(list(steps))}：不能填写；{message}"


@pytest.mark.parametrize(("steps", "value", "what"), OF_FINALS.values(), ids=OF_FINALS)
def test_what_only_a_final_account_holds_is_refused_in_a_budget(steps: Any, value: Any, what: str) -> None:
    assert problem(changed(steps, value)) == f"{path_of(list(steps))}：不能填写；{what}只在决算里写"


@pytest.mark.parametrize(("name", "value"), [("complete", True), ("figures", [])])
def test_a_budget_does_not_name_figures_of_the_budget(name: str, value: Any) -> None:
    assert problem({**sample(), "budget": {name: value}}) == f"budget.{name}：不能填写；年初预算数只在决算里写"


@pytest.mark.parametrize(("steps", "value", "message"), OF_ENTERED.values(), ids=OF_ENTERED)
def test_what_only_an_entered_package_holds_is_refused_in_a_transcribed_one(steps: Any, value: Any, message: str) -> None:
    assert problem(changed(steps, value, transcribed_final())) == f"{path_of(list(steps))}：不能填写；{message}"


def test_one_of_everything_is_right() -> None:
    assert checked(final()) and checked(transcribed_final())


@pytest.mark.parametrize(
    "key", [key for key in EVERYTHING if key not in ("lines", "projects", *short())] + ["last_year", "texts", "assets"]
)
def test_what_may_be_left_out_is_left_out(key: str) -> None:
    assert checked(final(**{key: None}))


def test_an_account_of_nothing_has_no_lines_but_says_so() -> None:
    assert checked(final(lines=[]))
    assert problem(final(lines=None)) == "lines：没有填写；必须填写（收支明细）"


def test_a_budget_may_have_a_crosswalk() -> None:
    assert checked({**sample(), "crosswalk": [{"what": "function", "old": "2101599", "new": "2101501"}]})


def test_the_figures_of_the_budget_are_addressed_as_in_the_budget() -> None:
    package = changed(("budget", "figures", 0, "statement"), "JS05", final())
    assert problem(package) == "budget.figures[0].statement：是“JS05”；格式不对（预算的表的代码，如 YS03）"


@pytest.mark.parametrize("row", ["total", "JS04.208.total", "YS01.income_total.income"])
def test_a_reason_is_of_a_row_or_of_a_comparison(row: str) -> None:
    assert checked(changed(("reasons", 0, "row"), row, final()))


@pytest.mark.parametrize("row", ["JS04.208", "AB04.208.total", "JS04.208.Total", "a" * 41])
def test_a_reason_of_anything_else_is_refused(row: str) -> None:
    expected = "格式不对（行的代码，如 total；比较的写成 表.行.栏，如 YS03.total.basic）"
    assert problem(changed(("reasons", 0, "row"), row, final())) == f"reasons[0].row：是“{row}”；{expected}"


@pytest.mark.parametrize("steps", LEAVES, ids=str)
def test_a_leaf_of_another_type_is_refused_at_its_path(steps: Any) -> None:
    kind = type(at(final(), steps))
    for other in (other for other in OTHERS if type(other) is not kind):
        found = problems(changed(steps, other, final()))
        assert {each.path for each in found} == {path_of(list(steps))}
        assert not any(ENGLISH.search(f"{each.found}{each.expected}") for each in found), found


@pytest.mark.parametrize("steps", [node for node in NODES if node], ids=str)
@pytest.mark.parametrize("other", [None, True, 5, "甲"], ids=repr)
def test_a_group_or_list_of_another_type_is_refused_at_its_path(steps: Any, other: Any) -> None:
    assert [each.path for each in problems(changed(steps, other, final()))] == [path_of(list(steps))]


@pytest.mark.parametrize("steps", [node for node in NODES if isinstance(at(final(), node), dict)], ids=str)
def test_an_unknown_key_is_refused_anywhere(steps: Any) -> None:
    package = final()
    at(package, steps)["颜色"] = "1"
    assert [each.path for each in problems(package)] == [path_of([*steps, "颜色"])]
