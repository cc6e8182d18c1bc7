"""The text of a Jiangxi budget before 2023: it stands before the tables, compares by percentages alone and gives every class its share."""

from disclosure.core import law
from disclosure.narrative.words import Each, EachChange, Paragraph, Part, Section, Wording
from disclosure.packs.jiangxi.budget_sentences import INCOME_LABELS, PROJECT_TEXTS, assets, procurement, profile
from disclosure.packs.jiangxi.budget_unprinted import INCOME_ROWS, NAME
from disclosure.packs.jiangxi.layouts import Layout
from disclosure.statements.words import Column, Given, Panel, Row, Statement

YEARS = range(2022, 2023)
WORDING = Wording(rate_before="比上年", equal="与上年持平", new="（上年未安排）", no_base="上年未安排")
PERCENT = "{label}{=}万元，占{part}，{percent}"
SHARE = "{label}{=}万元，占{part}"
TARGETS = Statement(
    "YX16", "targets_coverage", "绩效目标管理范围", source=law.PERFORMANCE_2021, printed=False,
    panels=(Panel("out", (Row("projects", "有绩效目标的项目", Given("targets.projects")),), (Column("count", "项目数", kind="count"),), stub=NAME),),
)  # fmt: skip
FOUR = (
    ("abroad", "因公出国（境）费"),
    ("reception", "公务接待费"),
    ("car_running", "公务用车运行维护费"),
    ("car_purchase", "公务用车购置"),
)


def income() -> Section:
    """（一）预算收入情况."""
    total = "YS01/income_total/income"
    each = EachChange("YS01", "income", PERCENT, rows=INCOME_ROWS, labels=INCOME_LABELS, lead="。其中：", whole=total)
    whole = Paragraph(f"{{year}}年{{name}}收入预算总额{{={total}}}万元，{{percent:{total}}}", each, "。", when=total)
    return Section("（一）", "预算收入情况", (whole, nothing("收入预算", total)))


def nothing(subject: str, total: str) -> Paragraph:
    """No shares of nothing."""
    return Paragraph(f"{{year}}年{{name}}{subject}总额0万元，{{percent:{total}}}。", unless=total)


def spending() -> Section:
    """（二）预算支出情况: by nature, by function, by economic class, each with its share."""
    total = "YS01/expenditure_total/expenditure"
    functions = EachChange("YS03", "total", PERCENT, lead="按支出功能科目划分：", whole=total)
    economic = EachChange("YX01", "total", PERCENT, lead="按支出经济分类划分：", whole=total)
    natures = "；".join(
        f"{label}{{=YS03/total/{key}}}万元，占{{share:YS03/total/{key} of YS03/total/total}}，{{percent:YS03/total/{key}}}"
        for key, label in (("basic", "基本支出"), ("project", "项目支出"))
    )
    return Section(
        "（二）",
        "预算支出情况",
        (
            Paragraph(f"{{year}}年{{name}}支出预算总额{{={total}}}万元，{{percent:{total}}}。", when=total),
            Paragraph(f"按支出项目类别划分：{natures}。", when="YS03/total/total"),
            Paragraph(functions, "。", when=total, for_its_list=True),
            Paragraph(economic, "。", when=total, for_its_list=True),
            nothing("支出预算", total),
        ),
    )


def fiscal() -> Section:
    """（三）财政拨款支出情况."""
    total = "YS04/expenditure_total/total"
    each = EachChange("YS04", "total", PERCENT, without=("expenditure_total",), lead="。按支出功能科目划分：", whole=total)
    whole = Paragraph(f"{{year}}年{{name}}财政拨款支出预算总额{{={total}}}万元，{{percent:{total}}}", each, "。", when=total)
    return Section("（三）", "财政拨款支出情况", (whole, nothing("财政拨款支出预算", total)))


def fund(number: str, title: str, statement: str, budget: str) -> Section:
    """（五）（七）政府性基金、国有资本经营."""
    total = f"{statement}/total/total"
    items = Each(statement, "total", SHARE, levels=("item",), lead="，其中：", whole=total)
    return Section(
        number,
        title,
        (
            Paragraph(f"本{{word}}没有使用{budget}拨款安排的支出。", unless=total),
            Paragraph(f"{budget}支出{{={total}}}万元，{{percent:{total}}}", items, "。", when=total),
        ),
    )


def three_public() -> Section:
    """（六）“三公”经费预算情况."""
    whole = Paragraph("{year}年{name}“三公”经费财政拨款安排{=YX08/total/total}万元，{percent:YX08/total/total}，其中：")
    items = (f"{label}{{=YX08/total/{key}}}万元，{{percent:YX08/total/{key}}}{{because:YX08/total/{key}}}。" for key, label in FOUR)
    return Section("（六）", "“三公”经费预算情况", (whole, *(Paragraph(item) for item in items)))


def operating_expenses() -> Section:
    """（八）机关运行经费情况."""
    at = "YX03/operating/amount"
    text = f"{{year}}年{{name}}机关运行费预算{{={at}}}万元，{{percent:{at}}}{{because:{at}}}。"
    return Section("（八）", "机关运行经费情况", (Paragraph(text),))


def whole_targets(layout: Layout) -> Section:
    """（九）整体绩效情况; the state of assets stands with it, as later layouts print it."""
    text = "{word}整体支出绩效目标见《部门整体支出绩效目标表》。" if layout.department_form else "本单位的整体绩效目标由主管部门汇总公开。"
    return Section("（九）", "整体绩效目标情况", (Paragraph(text), *assets().paragraphs))


def project_targets() -> tuple[Section, Section]:
    """（十）（十一）项目绩效情况: how many have targets, then each."""
    there = "{year}年有绩效目标的项目{=YX16/projects/count}个，绩效目标见各项目的《项目绩效目标表》。"
    counted = Paragraph(there, when="YX16/projects/count")
    none = Paragraph("{year}年没有安排项目。", unless="YX16/projects/count")
    return (
        Section("（十）", "一级项目绩效目标情况", (counted, none)),
        Section("（十一）", "各二级项目情况", projects=PROJECT_TEXTS),
    )


def explanation(layout: Layout) -> Part:
    """第二部分 情况说明, in eleven sections."""
    bought = procurement(layout)
    sections = (
        income(),
        spending(),
        fiscal(),
        Section("（四）", "政府采购情况", bought.paragraphs),
        fund("（五）", "政府性基金情况", "YS08", "政府性基金预算"),
        three_public(),
        fund("（七）", "国有资本经营情况", "YS09", "国有资本经营预算"),
        operating_expenses(),
        whole_targets(layout),
        *project_targets(),
    )
    return Part(2, "{name}{year}年{word}预算情况说明", (Section("一", "{year}年{word}预算收支情况说明", sections=sections),))


def parts(layout: Layout) -> tuple[Part, ...]:
    """The four parts, the text before the tables."""
    tables = Part(3, "{name}{year}年{word}预算表", holds="statements")
    return (profile(layout), explanation(layout), tables, Part(4, "名词解释", holds="glossary"))
