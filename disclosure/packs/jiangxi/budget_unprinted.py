"""Statements behind the sentences of a Jiangxi budget, YX01–YX09: no table prints them, so that every figure has an address."""

from disclosure.core import law
from disclosure.core.words import FISCAL
from disclosure.packs.jiangxi import scopes
from disclosure.packs.jiangxi.budget_tables import COLUMNS_A
from disclosure.packs.jiangxi.layouts import Layout
from disclosure.statements.words import Change, Column, EachCode, EachItem, Given, Panel, Row, Statement, Stub

NAME = (Stub("name", "项目"),)
INCOME_ROWS = (
    "fiscal", "education_fee", "institutional", "operating", "subordinate_remittance", "superior_subsidy", "other", "nonfiscal_surplus", "carryover",
)  # fmt: skip
ECONOMIC_CLASSES = EachCode("economic", (3,))
TOTAL = Row("total", "合计", level="total")
NATURES = (Column("total", "合计"), Column("basic", "基本支出", scopes.BASIC), Column("project", "项目支出", scopes.PROJECT))
AMOUNT = (Column("amount", "金额"),)
COUNT = (Column("count", "数量", kind="count"),)

ALL_FUNDS = Statement(
    "YX01", "economic_all_funds", "支出经济分类表（全部资金）", source=law.REGULATION_6, printed=False,
    panels=(Panel("out", (TOTAL, ECONOMIC_CLASSES), NATURES, scopes.SPENDING, (Stub("code", "科目编码"), *NAME)),),
)  # fmt: skip
FISCAL_FUNDS = Statement(
    "YX02", "economic_fiscal", "支出经济分类表（财政拨款）", source=law.REGULATION_6, printed=False,
    panels=(Panel("out", (TOTAL, ECONOMIC_CLASSES), NATURES, scopes.spending(*FISCAL), (Stub("code", "科目编码"), *NAME)),),
)  # fmt: skip
OPERATING_EXPENSES = Statement(
    "YX03", "operating_expenses", "机关运行经费", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (Row("operating", "机关运行经费"),), AMOUNT, scopes.OPERATING_EXPENSES, NAME),),
)  # fmt: skip
PROCUREMENT = Statement(
    "YX04", "procurement", "政府采购", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (
        Row("total", "政府采购总额", Given("procurement.goods", "procurement.works", "procurement.services"), "total"),
        Row("goods", "政府采购货物预算", Given("procurement.goods")),
        Row("works", "政府采购工程预算", Given("procurement.works")),
        Row("services", "政府采购服务预算", Given("procurement.services")),
    ), AMOUNT, stub=NAME),),
)  # fmt: skip

VEHICLES = (
    ("general", "一般公务用车"), ("leader", "副部（省）级及以上领导用车"), ("official", "主要领导干部用车"), ("confidential", "机要通信用车"),
    ("emergency", "应急保障用车"), ("enforcement", "执法执勤用车"), ("special", "特种专业技术用车"), ("retired", "离退休干部用车"), ("other", "其他用车"),
)  # fmt: skip
ASSETS = Statement(
    "YX05", "assets", "国有资产占有使用", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (
        Row("vehicles", "车辆", Given(*(f"assets.vehicles.{key}" for key, _ in VEHICLES)), "total"),
        *(Row(f"vehicles_{key}", name, Given(f"assets.vehicles.{key}")) for key, name in VEHICLES),
        Row("vehicles_to_buy", "安排购置车辆", Given("assets.to_buy.vehicles")),
        Row("equipment_to_buy", "安排购置单位价值200万元以上大型设备", Given("assets.to_buy.equipment")),
    ), COUNT, stub=NAME),),
)  # fmt: skip

POSTS = (
    ("administrative", "行政编制人数"), ("institution", "事业编制人数"),
    ("institution_full", "全部补助事业编制人数"), ("institution_partial", "部分补助事业编制人数"),
)  # fmt: skip
ON_DUTY = (
    ("administrative", "行政在职人数"), ("institution", "事业在职人数"),
    ("institution_full", "全部补助事业在职人数"), ("institution_partial", "部分补助事业在职人数"),
)  # fmt: skip
DUTY_KEYS = tuple(f"headcount.on_duty.{key}" for key, _ in ON_DUTY)
PEOPLE = Statement(
    "YX06", "people", "机构和人员", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (
        Row("offices", "内设处室", Given("organisation.offices")),
        Row("units", "预算单位", Given("organisation.units")),
        Row("subordinates", "二级预算单位", Given("organisation.subordinates")),
        Row("posts", "编制人数小计", Given(*(f"headcount.posts.{key}" for key, _ in POSTS)), "total"),
        *(Row(f"posts_{key}", name, Given(f"headcount.posts.{key}"), depth=1) for key, name in POSTS),
        Row("actual", "实有人数小计", Given(*DUTY_KEYS, "headcount.retired_cadres", "headcount.retired"), "total"),
        Row("on_duty", "在职人数小计", Given(*DUTY_KEYS), "total", 1),
        *(Row(f"on_duty_{key}", name, Given(f"headcount.on_duty.{key}"), depth=2) for key, name in ON_DUTY),
        Row("retired_cadres", "离休人数", Given("headcount.retired_cadres"), depth=1),
        Row("retired", "退休人数", Given("headcount.retired"), depth=1),
        Row("dependants", "遗属人数", Given("headcount.dependants")),
    ), COUNT, stub=NAME),),
)  # fmt: skip

PROJECT_AMOUNTS = Statement(
    "YX09", "project_amounts", "项目年度预算安排", source=law.PERFORMANCE_2021, printed=False,
    panels=(Panel("out", (EachItem("project"),), (Column("amount", "年度预算安排"),), scopes.PROJECT_SPENDING, (Stub("name", "项目名称"),)),),
)  # fmt: skip
THREE_PUBLIC = Statement(
    "YX08", "three_public_total", "“三公”经费合计", source=law.PROCEDURE_2016, printed=False,
    panels=(Panel("out", (Row("total", "“三公”经费", level="total"),), COLUMNS_A, scopes.THREE_PUBLIC_SPENDING, NAME),),
)  # fmt: skip


def changes(layout: Layout) -> Statement:
    """YX07: every figure that a sentence compares with last year's approved budget."""
    columns = ("total", "abroad", "reception", "car_running", "car_purchase")
    return Statement(
        "YX07", "changes", "较上年预算增减", source=law.PROCEDURE_2016, printed=False,
        panels=(Panel("changes", (
            Change("YS01", "income", ("income_total", *INCOME_ROWS)), Change("YS01", "expenditure", ("expenditure_total",)),
            Change("YS03", "basic", ("total",)), Change("YS03", "project", ("total",)), Change("YS03", "total", level="class"),
            Change("YX01", "total", level="class"),
            Change("YS04", "total", ("expenditure_total",), "class"),
            Change("YX02", "basic", ("total",)), Change("YX02", "project", ("total",)),
            Change("YS08", "total", ("total",)), Change("YS09", "total", ("total",)),
            Change("YX03", "amount", ("operating",)),
            *(Change("YX08", column, ("total",)) for column in columns),
        ), (
            Column("current", "本年预算数"), Column("prior", "上年预算数"),
            Column("change", "增减额"), Column("rate", "增减比例", kind="percent"),
        ), stub=(Stub("name", "项目"),)),),
    )  # fmt: skip


def unprinted_statements(layout: Layout) -> tuple[Statement, ...]:
    """YX01–YX09."""
    return (ALL_FUNDS, FISCAL_FUNDS, OPERATING_EXPENSES, PROCUREMENT, ASSETS, PEOPLE, changes(layout), THREE_PUBLIC, PROJECT_AMOUNTS)
