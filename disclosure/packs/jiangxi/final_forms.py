"""项目支出绩效自评表 of a Jiangxi final account, JS11, as flat data: it stands among the annexes, drawn from `performance`."""

from disclosure.core import law
from disclosure.packs.jiangxi import final_scopes as scopes
from disclosure.packs.jiangxi.budget_forms import INDICATORS
from disclosure.statements.words import Column, EachItem, Given, Panel, Ratio, Statement, Stub

SOURCES = (("central", "其中：中央财政资金"), ("local", "地方资金"), ("other", "其他资金"))


def funds() -> tuple[Column, ...]:
    """Budget, executed and rate, in all and by source; what was executed in all is the ledger's."""
    budgets = {key: f"evaluation.{{item}}.{key}.budget" for key, _ in SOURCES}
    return (
        Column("budget_total", "全年预算数", Given(*budgets.values()), group=("年度资金总额",)),
        Column("executed_total", "全年执行数", group=("年度资金总额",)),
        Column("rate_total", "预算执行率", Ratio("executed_total", "budget_total"), "percent", ("年度资金总额",)),
        *(
            column
            for key, title in SOURCES
            for column in (
                Column(f"budget_{key}", "全年预算数", Given(budgets[key]), group=(title,)),
                Column(f"executed_{key}", "全年执行数", Given(f"evaluation.{{item}}.{key}.executed"), group=(title,)),
                Column(f"rate_{key}", "预算执行率", Ratio(f"executed_{key}", f"budget_{key}"), "percent", (title,)),
            )
        ),
    )


REACHED = (
    Column("actual", "全年实际完成值", kind="text", text="actual"),
    Column("reason", "未完成原因和改进措施", kind="text", text="reason"),
)
SELF_EVALUATION = Statement(
    "JS11", "self_evaluation", "项目支出绩效自评表", source=law.EVALUATION_2020, number=11, printed=False, form="evaluation", zeros="written",
    panels=(
        Panel("funds", (EachItem("evaluated_project", keep_empty=True),), funds(), scopes.ALL_PROJECTS, (Stub("name", "项目名称"),), "项目资金"),
        Panel("indicators", (EachItem("project_indicator"),), (*INDICATORS, *REACHED), stub=(Stub("name", "项目名称"),), title="绩效指标"),
    ),
)  # fmt: skip
