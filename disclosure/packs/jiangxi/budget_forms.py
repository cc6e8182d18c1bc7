"""The performance forms of a Jiangxi budget as flat data: YS10 (department) and YS11 (projects). Their printed face is drawn from `performance`."""

from disclosure.core import law
from disclosure.core.pick import Pick
from disclosure.core.words import FISCAL, Vintage
from disclosure.packs.jiangxi import scopes
from disclosure.packs.jiangxi.layouts import Layout
from disclosure.statements.words import Column, EachItem, Panel, Row, Statement, Stub

INDICATORS = (
    Column("level1", "一级指标", kind="text", text="level1"),
    Column("level2", "二级指标", kind="text", text="level2"),
    Column("level3", "三级指标", kind="text", text="level3"),
    Column("target", "指标值", kind="text", text="target"),
)
OTHER = Pick(vintage=Vintage.THIS_YEAR, but_not=Pick(source=FISCAL))


def department_form(layout: Layout) -> Statement:
    """T10 部门整体支出绩效目标表; 其他经费 is whatever is no 财政拨款 of this year."""
    rows = (
        Row("income_total", "收入预算合计", level="total"),
        Row("fiscal", "其中：财政拨款", scopes.this_year(*FISCAL), depth=1),
        Row("other", "其他经费", Pick(but_not=scopes.this_year(*FISCAL)), depth=1),
        Row("expenditure_total", "支出预算合计", level="total"),
        Row("basic", "其中：基本支出", scopes.BASIC, depth=1),
        Row("project", "项目支出", scopes.PROJECT, depth=1),
    )
    return Statement(
        "YS10", "department_performance", "部门整体支出绩效目标表", source=law.PERFORMANCE_2021, number=10, form="department",
        panels=(
            Panel("funds", rows, (Column("amount", "金额"),), scopes.SPENDING, (Stub("name", "当年预算情况"),), "当年预算情况"),
            Panel("indicators", (EachItem("goal_indicator"),), INDICATORS, stub=(Stub("name", "部门名称"),), title="年度绩效指标"),
        ),
    )  # fmt: skip


def project_forms(layout: Layout) -> Statement:
    """T11 项目绩效目标表: the money of every project by source, and its indicators."""
    columns = (
        Column("total", "年度资金总额"),
        Column("fiscal", "其中：财政拨款", scopes.this_year(*FISCAL)),
        Column("other", "其他资金", OTHER),
        Column("carryover", "上年结转", scopes.CARRIED_OVER),
    )
    funds = Panel("funds", (EachItem("project"),), columns, scopes.PROJECT_SPENDING, (Stub("name", "项目名称"),), "项目资金")
    indicators = Panel("indicators", (EachItem("project_indicator"),), INDICATORS, stub=(Stub("name", "项目名称"),), title="年度绩效指标")
    return Statement(
        "YS11", "project_performance", "项目绩效目标表", source=law.PERFORMANCE_2021, number=11 if layout.department_form else 10,
        form="project", see="详细目标表见“（九）项目情况说明”。" if layout.projects_in_text else None, panels=(funds, indicators),
    )  # fmt: skip


def forms(layout: Layout) -> tuple[Statement, ...]:
    """T10 for departments, T11 for all."""
    return (*((department_form(layout),) if layout.department_form else ()), project_forms(layout))
