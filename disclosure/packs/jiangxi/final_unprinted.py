"""Statements behind the sentences of a Jiangxi final account, and its comparisons: no table prints them, so that every figure has an address."""

from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.pick import Pick
from disclosure.core.words import FISCAL, Flow, Nature, Source
from disclosure.packs.jiangxi import final_scopes as scopes
from disclosure.packs.jiangxi.final_counts import FOUR
from disclosure.statements.words import (
    Across,
    Against,
    Change,
    Column,
    Content,
    EachCode,
    EachItem,
    Given,
    Panel,
    Ratio,
    Row,
    Statement,
    Stub,
)

NAME = (Stub("name", "项目"),)
TOTAL = Row("total", "合计", level="total")
NATURES = (Column("total", "合计"), Column("basic", "基本支出", scopes.BASIC), Column("project", "项目支出", scopes.PROJECT))
AMOUNT = (Column("amount", "金额"),)
REST = (Source.SUPERIOR_SUBSIDY, Source.SUBORDINATE_REMITTANCE, Source.OTHER)
KINDS = (("goods", "货物"), ("works", "工程"), ("services", "服务"))
PROCURED = tuple(f"procurement.{key}" for key, _ in KINDS)
TO_SME = tuple(f"procurement.sme.{key}" for key, _ in KINDS)
STAFF = (
    ("on_duty", "在职人员"), ("retired_cadres", "离休人员"), ("retired", "退休人员"), ("others", "年末其他人员"), ("students", "年末学生人数"),
    ("pensioners", "由养老保险基金发放养老金的离退休人员"),
)  # fmt: skip
COUNTED = ("on_duty", "retired_cadres", "retired", "pensioners")

ECONOMIC = Statement(
    "YX01", "economic_all_funds", "支出经济分类表（全部资金）", source=law.REGULATION_6, printed=False,
    panels=(Panel("out", (TOTAL, EachCode("economic", (3,))), NATURES, scopes.ALL_SPENDING, (Stub("code", "科目编码"), *NAME)),),
)  # fmt: skip
OPERATING_EXPENSES = Statement(
    "YX03", "operating_expenses", "机关运行经费", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (Row("operating", "机关运行经费"),), AMOUNT, scopes.OPERATING_EXPENSES, NAME),),
)  # fmt: skip


def procured(key: str, name: str, amount: tuple[str, ...], sme: tuple[str, ...]) -> Row:
    """What was bought, and what of it from small and medium enterprises."""
    held: dict[str, Content] = {"amount": Given(*amount), "sme": Given(*sme), "sme_share": Ratio("sme", "amount")}
    return Row(key, name, Across(held), "total" if key == "total" else "line")


PROCUREMENT = Statement(
    "YX04", "procurement", "政府采购", source=law.BUDGET_LAW_14, printed=False,
    panels=(Panel("out", (
        procured("total", "政府采购支出总额", PROCURED, TO_SME),
        *(procured(key, f"政府采购{name}支出", (f"procurement.{key}",), (f"procurement.sme.{key}",)) for key, name in KINDS),
        Row("micro", "授予小微企业合同金额", Across({
            "amount": Given(*TO_SME), "micro": Given("procurement.micro"), "micro_share": Ratio("micro", "amount"),
        })),
    ), (
        Column("amount", "金额"), Column("sme", "授予中小企业合同金额"), Column("sme_share", "占比", kind="percent"),
        Column("micro", "其中授予小微企业"), Column("micro_share", "占比", kind="percent"),
    ), stub=NAME),),
)  # fmt: skip
PEOPLE = Statement(
    "YX06", "people", "机构和人员", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (
        Row("offices", "内设处室", Given("organisation.offices")),
        Row("units", "单位", Given("organisation.units")),
        Row("actual", "年末实有人数", Given(*(f"headcount.year_end.{key}" for key in COUNTED)), "total"),
        *(Row(key, name, Given(f"headcount.year_end.{key}"), depth=1) for key, name in STAFF),
    ), (Column("count", "数量", kind="count"),), stub=NAME),),
)  # fmt: skip
COMPOSITION = Statement(
    "YX13", "composition", "收入和支出构成", source=law.REGULATION_5, printed=False,
    panels=(
        Panel("in", (Row("income", "本年收入"),), (
            Column("total", "合计"), Column("fiscal", "财政拨款收入", Pick(source=FISCAL)),
            Column("institutional", "事业收入", Pick(source=scopes.INSTITUTIONAL)), Column("operating", "经营收入", Pick(source=Source.OPERATING)),
            Column("other", "其他收入", Pick(source=REST)),
            *(Column(f"{key}_share", "占比", Ratio(key, "total"), "percent") for key in ("fiscal", "institutional", "operating", "other")),
        ), Pick(flow=Flow.INCOME, stage=scopes.OUTTURN.stage), NAME, "收入"),
        Panel("out", (Row("spending", "本年支出"),), (
            Column("total", "合计"), Column("basic", "基本支出", scopes.BASIC), Column("project", "项目支出", scopes.PROJECT),
            Column("operating", "经营支出", scopes.OPERATING),
            Column("other", "其他支出", Pick(nature=(Nature.REMITTED_UPWARD, Nature.SUBSIDY_TO_SUBORDINATE))),
            *(Column(f"{key}_share", "占比", Ratio(key, "total"), "percent") for key in ("basic", "project", "operating", "other")),
        ), scopes.ALL_SPENDING, NAME, "支出"),
    ),
)  # fmt: skip
EVALUATION = Statement(
    "YX14", "evaluation_coverage", "绩效自评范围", source=law.EVALUATION_2020, printed=False,
    panels=(Panel("out", (
        Row("evaluated", "开展绩效自评的项目", Across({"projects": Given("evaluation.projects"), "amount": Given("evaluation.amount"),
                                           "total": scopes.ALL_PROJECTS, "amount_share": Ratio("amount", "total")})),
    ), (
        Column("projects", "项目数", kind="count"), Column("amount", "涉及资金"), Column("total", "项目支出总额"),
        Column("amount_share", "占比", kind="percent"),
    ), scopes.ALL_PROJECTS, NAME),),
)  # fmt: skip

CHANGES = Statement(
    "YX07", "changes", "较上年决算增减", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("changes", (
        Change("JS01", "income", ("income_this_year", "opening")), Change("JS01", "expenditure", ("expenditure_this_year", "closing")),
        Change("JS06", "amount", ("301", "302", "303", "310"), "class"),
        Change("JS09", "outturn", ("total", "abroad", "car_purchase", "car_running", "reception")),
        Change("YX03", "amount", ("operating",)),
        Change("JS01", "income", ("income_total",), if_known=True), Change("JS01", "expenditure", ("expenditure_total",), "class", True),
        Change("JS02", "fiscal", ("total",), if_known=True), Change("JS04", "total", ("expenditure_this_year",), if_known=True),
        Change("JS03", "total", ("total",), ("group", "item"), True),
        Change("JS03", "basic", ("total",), if_known=True), Change("JS03", "project", ("total",), if_known=True),
    ), (
        Column("current", "本年决算数"), Column("prior", "上年决算数"), Column("change", "增减额"), Column("rate", "增减比例", kind="percent"),
    ), stub=NAME),),
)  # fmt: skip


def execution(code: str, key: str, title: str, budget: str, *words: Against) -> Statement:
    """Outturn beside the budget: both, the difference, and how far the budget was carried out."""
    columns = (
        Column("current", "决算数"), Column("prior", budget), Column("change", "相差"), Column("rate", "相差比例", kind="percent"),
        Column("completion", "执行率", kind="percent"),
    )  # fmt: skip
    return Statement(code, key, title, source=law.BUDGET_LAW_80, printed=False, panels=(Panel("execution", words, columns, stub=NAME),))


BUDGET_TOTAL = Address("YS04", "expenditure_total", "total")
FISCAL_EXECUTION = execution(
    "YX10", "fiscal_execution", "财政拨款支出预算执行情况", "年初预算数",
    Against("JS04", "total", {"expenditure_this_year": BUDGET_TOTAL}, ("class",), ("YS04", "total")),
)  # fmt: skip
THREE_PUBLIC_EXECUTION = execution(
    "YX11", "three_public_execution", "“三公”经费全年预算执行情况", "全年预算数",
    Against("JS09", "outturn", {key: Address("JS09", key, "adjusted") for key in ("total", "cars", *FOUR)}, inside=True),
)  # fmt: skip
ITEM_EXECUTION = execution(
    "YX12", "item_execution", "支出各科目预算执行情况", "年初预算数",
    Against("JS03", "total", {"total": Address("YS03", "total", "total")}, ("class", "group", "item"), ("YS03", "total")),
)  # fmt: skip
PROJECT_AMOUNTS = Statement(
    "YX09", "project_amounts", "项目支出", source=law.EVALUATION_2020, printed=False,
    panels=(Panel("out", (EachItem("project", keep_empty=True),), (Column("amount", "决算数"),), scopes.ALL_PROJECTS, NAME),),
)  # fmt: skip
PROJECT_EXECUTION = execution(
    "YX15", "project_execution", "项目预算执行情况", "年初预算数", Against("YX09", "amount", levels=("line",), budget=("YX09", "amount")),
)  # fmt: skip

UNPRINTED = (
    ECONOMIC, OPERATING_EXPENSES, PROCUREMENT, PEOPLE, CHANGES, PROJECT_AMOUNTS, FISCAL_EXECUTION, THREE_PUBLIC_EXECUTION, ITEM_EXECUTION,
    COMPOSITION, EVALUATION, PROJECT_EXECUTION,
)  # fmt: skip
