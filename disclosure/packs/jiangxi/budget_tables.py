"""The printed tables of a Jiangxi budget, YS01–YS11 (2023–2025 layout), for a department and for a unit."""

from disclosure.core import law
from disclosure.core.pick import Pick
from disclosure.core.words import FISCAL, Source, Use
from disclosure.packs.jiangxi import scopes
from disclosure.packs.jiangxi.layouts import Layout
from disclosure.statements.words import Blank, Column, EachCode, EachItem, Panel, Row, Statement, Stub

ITEM = "项目（按支出功能科目类级）"
FUNCTION_STUB = (Stub("code", "科目编码", ("支出功能分类科目",)), Stub("name", "科目名称", ("支出功能分类科目",)))
ECONOMIC_STUB = (Stub("code", "科目编码", ("支出经济分类科目",)), Stub("name", "科目名称", ("支出经济分类科目",)))
TOTAL = Row("total", "合计", level="total")
FUNCTIONS = EachCode("function", (3, 5, 7))
NATURES = (Column("total", "合计"), Column("basic", "基本支出", scopes.BASIC), Column("project", "项目支出", scopes.PROJECT))


def income_and_expenditure(layout: Layout) -> Statement:
    """T1 收支预算总表."""
    income = (
        Row("fiscal", "一、财政拨款", scopes.this_year(*FISCAL)),
        Row("general", "（一）一般公共预算收入", scopes.this_year(Source.GENERAL), depth=1),
        Row("fund", "（二）政府性基金预算收入", scopes.this_year(Source.FUND), depth=1),
        Row("soe", "（三）国有资本经营预算收入", scopes.this_year(Source.SOE), depth=1),
        Row("education_fee", "二、教育收费资金收入", scopes.this_year(Source.EDUCATION_FEE)),
        Row("institutional", "三、事业收入", scopes.this_year(Source.INSTITUTIONAL)),
        Row("operating", "四、事业单位经营收入", scopes.this_year(Source.OPERATING)),
        Row("subordinate_remittance", "五、附属单位上缴收入", scopes.this_year(Source.SUBORDINATE_REMITTANCE)),
        Row("superior_subsidy", "六、上级补助收入", scopes.this_year(Source.SUPERIOR_SUBSIDY)),
        Row("other", "七、其他收入", scopes.this_year(Source.OTHER)),
        Row("income_this_year", "本年收入合计", scopes.this_year(*scopes.THIS_YEAR_INCOME), level="total", align="this_year"),
        Row("nonfiscal_surplus", "八、使用非财政拨款结余", scopes.this_year(Source.NONFISCAL_SURPLUS), align="carried"),
        Row("carryover", "九、上年结转（结余）", scopes.CARRIED_OVER),
        Row("income_total", "收入总计", level="total", align="total"),
    )
    expenditure = (
        EachCode("function", (3,)),
        Row("expenditure_this_year", "本年支出合计", level="total", align="this_year"),
        Row("carried_forward", "结转下年", Blank(), align="carried"),
        Row("expenditure_total", "支出总计", level="total", align="total"),
    )
    return Statement(
        "YS01", "income_expenditure", "收支预算总表", source=law.REGULATION_5, number=1, layout="sides",
        panels=(
            Panel("in", income, (Column("income", "预算数", group=("收入",)),), scopes.SPENDING, (Stub("name", "项目", ("收入",)),)),
            Panel("out", expenditure, (Column("expenditure", "预算数", group=("支出",)),), scopes.SPENDING, (Stub("name", ITEM, ("支出",)),)),
        ),
    )  # fmt: skip


def income(layout: Layout) -> Statement:
    """T2 部门（单位）收入总表."""
    fiscal = ("财政拨款",)
    columns = (
        Column("total", "合计"),
        Column("carryover", "上年结转", scopes.CARRIED_OVER),
        Column("fiscal", "小计", scopes.this_year(*FISCAL), group=fiscal),
        Column("general", "一般公共预算拨款收入", scopes.this_year(Source.GENERAL), group=fiscal),
        Column("fund", "政府性基金预算拨款收入", scopes.this_year(Source.FUND), group=fiscal),
        Column("soe", "国有资本经营预算收入", scopes.this_year(Source.SOE), group=fiscal),
        Column("education_fee", "教育收费资金收入", scopes.this_year(Source.EDUCATION_FEE)),
        Column("institutional", "事业收入", scopes.this_year(Source.INSTITUTIONAL)),
        Column("operating", "事业单位经营收入", scopes.this_year(Source.OPERATING)),
        Column("subordinate_remittance", "附属单位上缴收入", scopes.this_year(Source.SUBORDINATE_REMITTANCE)),
        Column("superior_subsidy", "上级补助收入", scopes.this_year(Source.SUPERIOR_SUBSIDY)),
        Column("other", "其他收入", scopes.this_year(Source.OTHER)),
        Column("nonfiscal_surplus", "使用非财政拨款结余", scopes.this_year(Source.NONFISCAL_SURPLUS)),
    )
    stub = (Stub("code", "功能科目编码"), Stub("name", "功能科目名称"))
    return Statement(
        "YS02", "income", f"{layout.word}收入总表", source=law.REGULATION_5, number=2, orientation="landscape",
        column_numbers="YS02" in layout.numbered_tables,
        panels=(Panel("in", (TOTAL, FUNCTIONS), columns, scopes.SPENDING, stub),),
    )  # fmt: skip


def expenditure(layout: Layout) -> Statement:
    """T3 部门（单位）支出总表."""
    return Statement(
        "YS03", "expenditure", f"{layout.word}支出总表", source=law.REGULATION_6, number=3,
        column_numbers="YS03" in layout.numbered_tables,
        panels=(Panel("out", (TOTAL, FUNCTIONS), NATURES, scopes.SPENDING, FUNCTION_STUB),),
    )  # fmt: skip


def fiscal(layout: Layout) -> Statement:
    """T4 财政拨款收支总表. Its 上年结转 stays blank in Jiangxi: the table takes this year's money."""
    carried = (
        Row("carryover", "二、上年结转", Blank(), align="carried"),
        Row("carryover_general", "一般公共预算拨款结转", Blank(), depth=1),
        Row("carryover_fund", "政府性基金预算拨款结转", Blank(), depth=1),
    )
    rows = (
        Row("fiscal", "一、财政拨款收入", align="this_year"),
        Row("general", "一般公共预算拨款收入", scopes.this_year(Source.GENERAL), depth=1),
        Row("fund", "政府性基金预算拨款收入", scopes.this_year(Source.FUND), depth=1),
        Row("soe", "国有资本经营预算收入", scopes.this_year(Source.SOE), depth=1),
        *(carried if layout.fiscal_carryover_rows else ()),
        Row("income_total", "收入总计", level="total", align="total"),
    )
    forward = (Row("carried_forward", "二、结转下年", Blank(), align="carried"),)
    out = (
        Row("expenditure_this_year", "一、本年支出", align="this_year"),
        EachCode("function", (3,), depth=1),
        *(forward if layout.fiscal_carryover_rows else ()),
        Row("expenditure_total", "支出总计", level="total", align="total"),
    )
    side = ("支出",)
    columns = (
        Column("total", "合计", group=side),
        Column("general", "一般公共预算支出", scopes.this_year(Source.GENERAL), group=side),
        Column("fund", "政府性基金预算支出", scopes.this_year(Source.FUND), group=side),
        Column("soe", "国有资本经营预算支出", scopes.this_year(Source.SOE), group=side),
    )
    scope = scopes.spending(*FISCAL)
    return Statement(
        "YS04", "fiscal", "财政拨款收支总表", source=law.REGULATION_5, number=4, layout="sides",
        panels=(
            Panel("in", rows, (Column("income", "预算数", group=("收入",)),), scope, (Stub("name", "项目", ("收入",)),)),
            Panel("out", out, columns, scope, (Stub("name", ITEM, side),)),
        ),
    )  # fmt: skip


def expenditure_of(source: Source, code: str, key: str, title: str, number: int, layout: Layout, year: int, note: str = "") -> Statement:
    """T5, T8 and T9: what one of the three fiscal budgets spends, by 类款项."""
    group = (f"{year}年预算数",)
    columns = tuple(Column(column.key, column.title, column.content, group=group) for column in NATURES)
    return Statement(
        code, key, title, source=law.REGULATION_6, number=number, column_numbers=code in layout.numbered_tables,
        notes=(f"注：若为空表，则为{layout.note_subject}{note}",) if note else (),
        panels=(Panel("out", (TOTAL, FUNCTIONS), columns, scopes.spending(source), FUNCTION_STUB),),
    )  # fmt: skip


def basic_expenditure(layout: Layout, year: int) -> Statement:
    """T6 一般公共预算基本支出表, by economic class and 款."""
    group = (f"{year}年基本支出",)
    columns = (
        Column("total", "合计", group=group),
        Column("personnel", "人员经费", scopes.PERSONNEL, group=group),
        Column("public", "公用经费", scopes.PUBLIC, group=group),
    )
    scope = scopes.spending(Source.GENERAL, nature="basic")
    return Statement(
        "YS06", "general_basic", "一般公共预算基本支出表", source=law.REGULATION_6, number=6,
        column_numbers="YS06" in layout.numbered_tables,
        panels=(Panel("out", (TOTAL, EachCode("economic", (3, 5))), columns, scope, ECONOMIC_STUB),),
    )  # fmt: skip


def three_public(layout: Layout) -> Statement:
    """T7 财政拨款“三公”经费支出表: variant A a row a unit, variant B a row for the department."""
    code, name, rows, columns = VARIANTS[layout.three_public]
    return Statement(
        "YS07", "three_public", "财政拨款“三公”经费支出表", source=law.PROCEDURE_2016, number=7,
        column_numbers="YS07" in layout.numbered_tables,
        notes=(f"注：若为空表，则为{layout.note_subject}无“三公”经费支出",),
        panels=(Panel("out", (rows,), columns, scopes.THREE_PUBLIC_SPENDING, (Stub("code", code), Stub("name", name))),),
    )  # fmt: skip


ABROAD, CARS = ("因公出国（境）费",), ("公务用车购置及运行维护费",)
COLUMNS_A = (
    Column("total", "合计"),
    Column("abroad", "因公出国（境）费", Pick(economic=scopes.ABROAD)),
    Column("reception", "公务接待费", Pick(economic=scopes.RECEPTION)),
    Column("car_running", "公务用车运行维护费", Pick(economic=scopes.CAR_RUNNING)),
    Column("car_purchase", "公务用车购置", Pick(economic=scopes.CAR_PURCHASE)),
)
COLUMNS_B = (
    Column("total", "合计"),
    Column("abroad", "小计", Pick(economic=scopes.ABROAD), group=ABROAD),
    Column("abroad_ordinary", "一般公务出国（境）费", Pick(economic=scopes.ABROAD, use=("", Use.PUBLIC, Use.PERSONNEL)), group=ABROAD),
    Column("abroad_academic", "高等院校和科研院所学术交流合作出国（境）费", Pick(economic=scopes.ABROAD, use=Use.ACADEMIC_EXCHANGE), group=ABROAD),
    Column("reception", "公务接待费", Pick(economic=scopes.RECEPTION)),
    Column("cars", "小计", Pick(economic=scopes.CAR_RUNNING + scopes.CAR_PURCHASE), group=CARS),
    Column("car_running", "公务用车运行维护费", Pick(economic=scopes.CAR_RUNNING), group=CARS),
    Column("car_purchase", "公务用车购置", Pick(economic=scopes.CAR_PURCHASE), group=CARS),
)  # fmt: skip
VARIANTS = {
    "A": ("单位编码", "单位名称", EachItem("unit"), COLUMNS_A),
    "B": ("部门编码", "部门名称", EachItem("department"), COLUMNS_B),
}


def printed_tables(layout: Layout, year: int) -> tuple[Statement, ...]:
    """T1–T9 in their order."""
    return (
        income_and_expenditure(layout),
        income(layout),
        expenditure(layout),
        fiscal(layout),
        expenditure_of(Source.GENERAL, "YS05", "general", "一般公共预算支出表", 5, layout, year),
        basic_expenditure(layout, year),
        three_public(layout),
        expenditure_of(Source.FUND, "YS08", "fund", "政府性基金预算支出表", 8, layout, year, "无政府性基金收支"),
        expenditure_of(Source.SOE, "YS09", "soe", "国有资本经营预算支出表", 9, layout, year, "无国有资本经营预算收支"),
    )
