"""The printed tables of a Jiangxi final account, JS01–JS08 (公开01–08, 2022–2025 layout). 公开09 and 公开10 are in `final_counts`."""

from disclosure.core import law
from disclosure.core.pick import Pick
from disclosure.core.words import FISCAL, Flow, Source
from disclosure.packs.jiangxi import final_scopes as scopes
from disclosure.packs.jiangxi.layouts import Layout
from disclosure.statements.words import Blank, Column, Content, EachCode, Panel, Row, RowWord, Statement, Stub

CLASSES = (
    "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217", "219", "220", "221", "222",
    "223", "224", "229", "231", "232", "234",
)  # fmt: skip
PERSONNEL = {
    "301": ("01", "02", "03", "06", "07", "08", "09", "10", "11", "12", "13", "14", "99"),
    "303": ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "99"),
}
GOODS: dict[str, tuple[str, ...]] = {
    "302": (
        "01", "02", "03", "04", "05", "06", "07", "08", "09", "11", "12", "13", "14", "15", "16", "17", "18", "24", "25", "26", "27", "28", "29",
        "31", "39", "40", "99",
    ),
}  # fmt: skip
CAPITAL = {
    "307": ("01", "02", "03", "04"),
    "310": ("01", "02", "03", "05", "06", "07", "08", "09", "10", "11", "12", "13", "19", "21", "22", "99"),
    "312": ("01", "03", "04", "05", "99"),
    "399": ("07", "08", "09", "10", "99"),
}
TOTAL = Row("total", "合计", level="total")
FUNCTIONS = EachCode("function", (3, 5, 7))
NATURES = (Column("total", "本年支出合计"), Column("basic", "基本支出", scopes.BASIC), Column("project", "项目支出", scopes.PROJECT))
CODE_STUB = (Stub("code", "支出功能分类科目编码", ("项目",), ""), Stub("name", "科目名称", ("项目",), "栏次"))
CLASS_TITLE = "项目（按功能分类）"
NOTE = {
    "JS01": ("注：1.本表反映{word}本年度总收支和年末结转结余情况。", "2.本套报表金额单位转换时可能存在尾数误差。"),
    "JS02": ("注：本表反映{word}本年度取得的各项收入情况。",),
    "JS03": ("注：本表反映{word}本年度各项支出情况。",),
    "JS04": (
        "注：本表反映{word}本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。",
    ),
    "JS05": ("注：本表反映{word}本年度一般公共预算财政拨款支出情况。",),
    "JS06": ("注：本表反映{word}本年度一般公共预算财政拨款基本支出明细情况。",),
    "JS07": (
        "注：本表反映{word}本年度政府性基金预算财政拨款收入、支出及结转和结余情况。",
        "说明：当此表数据为零时，即本{word}无政府性基金预算财政拨款收入、支出。",
    ),
    "JS08": (
        "注：本表反映{word}本年度国有资本经营预算财政拨款支出情况。",
        "说明：当此表数据为空时，即本{word}无国有资本经营预算财政拨款支出。",
    ),
}  # fmt: skip


def notes_of(code: str, layout: Layout) -> tuple[str, ...]:
    """The notes that the format prints below a table."""
    return tuple(note.replace("{word}", layout.word) for note in NOTE[code])


def empty_note(layout: Layout) -> str:
    """What stands below an empty table that the format leaves without an explanation (财预〔2016〕143号)."""
    return f"说明：本表无数据，即本{layout.word}本年度没有相应的收入、支出。"


def fillers(*lines: int) -> tuple[Row, ...]:
    """行次 that the format prints and nobody fills."""
    return tuple(Row(f"line{line}", "", Blank(), line=line) for line in lines)


def lines(first: int, *rows: tuple[str, str, Content]) -> tuple[Row, ...]:
    """Rows under each other, 行次 counting on."""
    return tuple(Row(key, name, content, line=first + number) for number, (key, name, content) in enumerate(rows))


def spent_classes(first: int) -> EachCode:
    """All classes of the functional chart in their fixed order, with what was spent."""
    return EachCode("function", (3,), numbered=True, listed=CLASSES, where=scopes.SPENDING, line=first)


def received() -> tuple[RowWord, ...]:
    """The left side of 公开01."""
    return (
        *lines(
            1,
            ("general", "一、一般公共预算财政拨款收入", scopes.income(Source.GENERAL)),
            ("fund", "二、政府性基金预算财政拨款收入", scopes.income(Source.FUND)),
            ("soe", "三、国有资本经营预算财政拨款收入", scopes.income(Source.SOE)),
            ("superior_subsidy", "四、上级补助收入", scopes.income(Source.SUPERIOR_SUBSIDY)),
            ("institutional", "五、事业收入", scopes.income(*scopes.INSTITUTIONAL)),
            ("operating", "六、经营收入", scopes.income(Source.OPERATING)),
            ("subordinate_remittance", "七、附属单位上缴收入", scopes.income(Source.SUBORDINATE_REMITTANCE)),
            ("other", "八、其他收入", scopes.income(Source.OTHER)),
        ),
        *fillers(*range(9, 27)),
        Row("income_this_year", "本年收入合计", scopes.INCOME, "total", line=27, align="this_year"),
        Row("surplus_used", "使用非财政拨款结余", Pick(flow=Flow.SURPLUS_USED), line=28),
        Row("opening", "年初结转和结余", scopes.OPENING, line=29),
        *fillers(30),
        Row("income_total", "总计", scopes.HAD, "total", line=31, align="total"),
    )


def spent() -> tuple[RowWord, ...]:
    """The right side of 公开01."""
    return (
        spent_classes(32),
        Row("expenditure_this_year", "本年支出合计", scopes.SPENDING, "total", line=58, align="this_year"),
        Row("surplus_distributed", "结余分配", Pick(flow=Flow.SURPLUS_DISTRIBUTED), line=59),
        Row("closing", "年末结转和结余", scopes.CLOSING, line=60),
        *fillers(61),
        Row("expenditure_total", "总计", scopes.GONE_OR_LEFT, "total", line=62, align="total"),
    )


def income_and_expenditure(layout: Layout) -> Statement:
    """公开01 收入支出决算总表."""
    return Statement(
        "JS01", "income_expenditure", "收入支出决算总表", source=law.REGULATION_5, number=1, layout="sides", column_numbers=True,
        notes=notes_of("JS01", layout), empty_note=empty_note(layout),
        panels=(
            Panel("in", received(), (Column("income", "决算数", group=("收入",)),), scopes.OUTTURN, sided("收入", "项目")),
            Panel("out", spent(), (Column("expenditure", "决算数", group=("支出",)),), scopes.OUTTURN, sided("支出", CLASS_TITLE)),
        ),
    )  # fmt: skip


def sided(side: str, title: str) -> tuple[Stub, ...]:
    """The name and 行次 of a side."""
    return (Stub("name", title, (side,), "栏次"), Stub("line", "行次", (side,), ""))


def income(layout: Layout) -> Statement:
    """公开02 收入决算表."""
    columns = (
        Column("total", "本年收入合计"),
        Column("fiscal", "财政拨款收入", Pick(source=FISCAL)),
        Column("superior_subsidy", "上级补助收入", Pick(source=Source.SUPERIOR_SUBSIDY)),
        Column("institutional", "事业收入", Pick(source=scopes.INSTITUTIONAL)),
        Column("operating", "经营收入", Pick(source=Source.OPERATING)),
        Column("subordinate_remittance", "附属单位上缴收入", Pick(source=Source.SUBORDINATE_REMITTANCE)),
        Column("other", "其他收入", Pick(source=Source.OTHER)),
    )
    scope = Pick(flow=Flow.INCOME, stage=scopes.OUTTURN.stage)
    return listed("JS02", "income", "收入决算表", 2, columns, scope, layout, orientation="landscape")


def expenditure(layout: Layout) -> Statement:
    """公开03 支出决算表."""
    columns = (
        *NATURES,
        Column("remitted_upward", "上缴上级支出", scopes.REMITTED_UPWARD),
        Column("operating", "经营支出", scopes.OPERATING),
        Column("subsidy_to_subordinate", "对附属单位补助支出", scopes.SUBSIDY_TO_SUBORDINATE),
    )
    return listed("JS03", "expenditure", "支出决算表", 3, columns, scopes.ALL_SPENDING, layout, orientation="landscape")


def listed(
    code: str, key: str, title: str, number: int, columns: tuple[Column, ...], scope: Pick, layout: Layout, orientation: str = "portrait"
) -> Statement:
    """A table by 类款项, 合计 first."""
    return Statement(
        code, key, title, source=law.REGULATION_6, number=number, column_numbers=True, notes=notes_of(code, layout),
        empty_note=empty_note(layout) if len(NOTE[code]) == 1 else "",
        orientation=orientation,  # type: ignore[arg-type]  # one of the two words
        panels=(Panel("out", (TOTAL, FUNCTIONS), columns, scope, CODE_STUB),),
    )  # fmt: skip


FUNDS = (("general", "一、一般公共预算财政拨款"), ("fund", "二、政府性基金预算财政拨款"), ("soe", "三、国有资本经营预算财政拨款"))


def fiscal_received() -> tuple[RowWord, ...]:
    """The left side of 公开04."""
    return (
        *lines(1, *((key, name, scopes.income(key)) for key, name in FUNDS)),
        *fillers(*range(4, 27)),
        Row("income_this_year", "本年收入合计", scopes.INCOME, "total", line=27, align="this_year"),
        Row("opening", "年初财政拨款结转和结余", scopes.OPENING, line=28),
        *lines(29, *((f"opening_{key}", name, scopes.flow_of(Flow.OPENING_BALANCE, key)) for key, name in FUNDS)),
        Row("income_total", "总计", scopes.HAD, "total", line=32, align="total"),
    )


def fiscal_spent() -> tuple[RowWord, ...]:
    """The right side of 公开04."""
    return (
        spent_classes(33),
        Row("expenditure_this_year", "本年支出合计", scopes.SPENDING, "total", line=59, align="this_year"),
        Row("closing", "年末财政拨款结转和结余", scopes.CLOSING, line=60),
        *fillers(61, 62, 63),
        Row("expenditure_total", "总计", scopes.GONE_OR_LEFT, "total", line=64, align="total"),
    )


def fiscal(layout: Layout) -> Statement:
    """公开04 财政拨款收入支出决算总表."""
    side = ("支出",)
    columns = (
        Column("total", "合计", group=side),
        Column("general", "一般公共预算财政拨款", Pick(source=Source.GENERAL), group=side),
        Column("fund", "政府性基金预算财政拨款", Pick(source=Source.FUND), group=side),
        Column("soe", "国有资本经营预算财政拨款", Pick(source=Source.SOE), group=side),
    )
    scope = Pick(stage=scopes.OUTTURN.stage, source=FISCAL)
    return Statement(
        "JS04", "fiscal", "财政拨款收入支出决算总表", source=law.REGULATION_5, number=4, layout="sides", orientation="landscape",
        column_numbers=True, notes=notes_of("JS04", layout), empty_note=empty_note(layout),
        panels=(
            Panel("in", fiscal_received(), (Column("income", "金额", group=("收入",)),), scope, sided("收入", "项目")),
            Panel("out", fiscal_spent(), columns, scope, sided("支出", CLASS_TITLE)),
        ),
    )  # fmt: skip


def general(layout: Layout) -> Statement:
    """公开05 一般公共预算财政拨款支出决算表."""
    return listed("JS05", "general", "一般公共预算财政拨款支出决算表", 5, NATURES, scopes.spending_of(Source.GENERAL), layout)


def basic_expenditure(layout: Layout) -> Statement:
    """公开06 一般公共预算财政拨款基本支出决算表: every 款 in three blocks."""
    scope = scopes.spending_of(Source.GENERAL, nature="basic")
    panels = (
        block("personnel", PERSONNEL, (Row("personnel", "人员经费合计", scopes.PERSONNEL, "total", align="total"),), "人员经费", scope),
        block("goods", GOODS, (), "公用经费", scope),
        block("capital", CAPITAL, (Row("public", "公用经费合计", scopes.PUBLIC, "total", align="total"),), "公用经费", scope),
    )
    return Statement(
        "JS06", "general_basic", "一般公共预算财政拨款基本支出决算表", source=law.REGULATION_6, number=6, layout="sides",
        orientation="landscape", notes=notes_of("JS06", layout), empty_note=empty_note(layout), panels=panels,
    )  # fmt: skip


def block(key: str, codes: dict[str, tuple[str, ...]], foot: tuple[Row, ...], title: str, scope: Pick) -> Panel:
    """One block of 公开06: its classes and all their 款, in the fixed order."""
    all_codes = tuple(code for head, items in codes.items() for code in (head, *(head + item for item in items)))
    each = EachCode("economic", (3, 5), listed=all_codes, under=tuple(codes))
    stub = (Stub("code", "经济分类科目编码", (title,)), Stub("name", "科目名称", (title,)))
    return Panel(key, (each, *foot), (Column("amount", "金额", group=(title,)),), scope, stub)


def fund(layout: Layout) -> Statement:
    """公开07 政府性基金预算财政拨款收入支出决算表."""
    spent = ("本年支出",)
    columns = (
        Column("opening", "年初结转和结余", scopes.OPENING),
        Column("income", "本年收入", scopes.INCOME),
        Column("total", "小计", scopes.SPENDING, group=spent),
        Column("basic", "基本支出", scopes.BASIC, group=spent),
        Column("project", "项目支出", scopes.PROJECT, group=spent),
        Column("closing", "年末结转和结余", scopes.CLOSING),
    )
    scope = Pick(stage=scopes.OUTTURN.stage, source=Source.FUND)
    return listed("JS07", "fund", "政府性基金预算财政拨款收入支出决算表", 7, columns, scope, layout)


def soe(layout: Layout) -> Statement:
    """公开08 国有资本经营预算财政拨款支出决算表."""
    columns = (Column("total", "合计"), *NATURES[1:])
    return listed("JS08", "soe", "国有资本经营预算财政拨款支出决算表", 8, columns, scopes.spending_of(Source.SOE), layout)


def printed_tables(layout: Layout) -> tuple[Statement, ...]:
    """公开01–08 in their order."""
    makers = (income_and_expenditure, income, expenditure, fiscal, general, basic_expenditure, fund, soe)
    return tuple(make(layout) for make in makers)
