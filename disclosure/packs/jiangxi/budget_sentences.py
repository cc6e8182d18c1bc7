"""The text of a Jiangxi budget (2023–2025): parts one and three, sentence by sentence. The wording is the format's; every number is an address."""

from disclosure.narrative.words import Each, EachChange, FreeText, Paragraph, Part, Section
from disclosure.packs.jiangxi.budget_unprinted import INCOME_ROWS, ON_DUTY, POSTS, VEHICLES
from disclosure.packs.jiangxi.layouts import Layout

CHANGED = "{label}{=}万元，{change}"
INCOME_LABELS = {"fiscal": "财政拨款收入", "carryover": "上年结转（结余）"}


def profile(layout: Layout) -> Part:
    """第一部分 概况."""
    posts = Each("YX06", "count", "{label}{=}人", rows=tuple(f"posts_{key}" for key, _ in POSTS), lead="，其中：", separator="，")
    people = Paragraph(
        "编制人数小计{=YX06/posts/count}人",
        posts,
        "。实有人数小计{=YX06/actual/count}人，其中：在职人数小计{=YX06/on_duty/count}人",
        Each("YX06", "count", "{label}{=}人", rows=tuple(f"on_duty_{key}" for key, _ in ON_DUTY), lead="，", separator="，"),
        Each("YX06", "count", "{label}{=}人", rows=("retired_cadres", "retired", "dependants"), lead="；", separator="，"),
        "。",
    )
    offices = Paragraph("{year}年{name}内设处室{=YX06/offices/count}个，包括：{offices}。", when="YX06/offices/count")
    units = Paragraph(
        "{year}年{name}共有预算单位{=YX06/units/count}个，包括{name}本级和{=YX06/subordinates/count}个二级预算单位。",
        when="YX06/units/count",
    )
    return Part(
        1,
        "{name}概况",
        (
            Section("一", "{word}主要职责", (FreeText("duties"),)),
            Section("二", "机构设置及人员情况", (units if layout.department_form else offices, people)),
        ),
    )


def income() -> Section:
    """（一）收入预算情况."""
    return Section(
        "（一）",
        "收入预算情况",
        (
            Paragraph(
                "{year}年{name}收入预算总额为{=YS01/income_total/income}万元，{change:YS01/income_total/income}",
                EachChange("YS01", "income", CHANGED, rows=INCOME_ROWS, labels=INCOME_LABELS, lead="。其中："),
                "。",
            ),
        ),
    )


def opening(subject: str, total: str) -> tuple[Paragraph, Paragraph]:
    """The total with its change; 其中 follows where there is something to divide."""
    said = f"{{year}}年{{name}}{subject}为{{={total}}}万元，{{change:{total}}}"
    return Paragraph(f"{said}，其中：", when=total), Paragraph(f"{said}。", unless=total)


def by_nature(classes: str, of: str, total: str) -> Paragraph:
    """按支出项目类别划分: basic and project spending, each by economic class."""
    return Paragraph(
        f"按支出项目类别划分：基本支出{{={of}/basic}}万元，{{change:{of}/basic}}",
        Each(classes, "basic", "{label}{=}万元", levels=("class",), lead="，其中：", separator="，"),
        f"；项目支出{{={of}/project}}万元，{{change:{of}/project}}",
        Each(classes, "project", "{label}{=}万元", levels=("class",), lead="，其中：", separator="，"),
        "。",
        when=total,
    )


def by_function(statement: str, total: str) -> Paragraph:
    """按支出功能科目划分: every class, with its change."""
    return Paragraph(
        "按支出功能科目划分",
        EachChange(statement, "total", CHANGED, without=("expenditure_total",), lead="："),
        "。",
        when=total,
        for_its_list=True,
    )


def spending() -> Section:
    """（二）支出预算情况."""
    total = "YS01/expenditure_total/expenditure"
    by_economic_class = Paragraph(
        "按支出经济分类划分", EachChange("YX01", "total", CHANGED, lead="："), "。", when=total, for_its_list=True
    )
    divided = (by_nature("YX01", "YS03/total", total), by_function("YS03", total), by_economic_class)
    return Section("（二）", "支出预算情况", (*opening("支出预算总额", total), *divided))


def fiscal() -> Section:
    """（三）财政拨款支出情况."""
    total = "YS04/expenditure_total/total"
    divided = (by_function("YS04", total), by_nature("YX02", "YX02/total", total))
    return Section("（三）", "财政拨款支出情况", (*opening("财政拨款支出预算总额", total), *divided))


def fund(number: str, title: str, statement: str, budget: str) -> Section:
    """（四）（五）政府性基金、国有资本经营: what is spent by 项; or that nothing is, and how much it was last year."""
    total = f"{statement}/total/total"
    items = Each(statement, "total", "{label}{=}万元", levels=("item",), lead="，其中：")
    last_year_only = EachChange(statement, "total", "{change}", rows=("total",), lead="，")
    return Section(
        number,
        title,
        (
            Paragraph(f"本{{word}}没有使用{budget}拨款安排的支出", last_year_only, "。", unless=total),
            Paragraph(f"{budget}支出{{={total}}}万元，{{change:{total}}}", items, "。", when=total),
        ),
    )


def operating_expenses(layout: Layout) -> Section:
    """（六）机关运行经费等重要事项的说明."""
    subject = "{year}年{name}" if not layout.department_form else "{year}年{word}"
    return Section(
        "（六）",
        "机关运行经费等重要事项的说明",
        (
            Paragraph(
                f"{subject}机关运行费预算{{=YX03/operating/amount}}万元，{{rate:YX03/operating/amount}}{{because:YX03/operating/amount}}。"
            ),
            Paragraph(
                "按照财政部《地方预决算公开操作规程》明确的口径，机关运行费指各部门的公用经费，包括办公及印刷费、邮电费、差旅费、会议费、福利费、"
                "日常维修费、专用材料及一般设备购置费、办公用房水电费、办公用房取暖费、办公用房物业管理费、公务用车运行维护费以及其他费用。"
            ),
        ),
    )


def procurement(layout: Layout) -> Section:
    """（七）政府采购情况."""
    subject = "{year}年{word}所属各单位" if layout.department_form else "{year}年{word}"
    return Section(
        "（七）",
        "政府采购情况",
        (
            Paragraph(
                f"{subject}政府采购总额{{=YX04/total/amount}}万元，其中：政府采购货物预算{{=YX04/goods/amount}}万元、"
                "政府采购工程预算{=YX04/works/amount}万元、政府采购服务预算{=YX04/services/amount}万元。"
            ),
        ),
    )


def assets() -> Section:
    """（八）国有资产占有使用情况."""
    others = tuple(f"vehicles_{key}" for key, _ in VEHICLES if key not in ("general", "enforcement"))
    return Section(
        "（八）",
        "国有资产占有使用情况",
        (
            Paragraph(
                "截至{assets_as_of}，{word}共有车辆{=YX05/vehicles/count}辆，其中：一般公务用车{=YX05/vehicles_general/count}辆，"
                "执法执勤用车{=YX05/vehicles_enforcement/count}辆",
                Each("YX05", "count", "{label}{=}辆", rows=others, lead="，", separator="，"),
                "。",
            ),
            Paragraph(
                "{year}年{word}预算安排购置车辆{=YX05/vehicles_to_buy/count}辆，"
                "安排购置单位价值200万元以上大型设备{=YX05/equipment_to_buy/count}台。"
            ),
        ),
    )


PROJECT_TEXTS = (
    ("项目概述", "{overview}"), ("立项依据", "{basis}"), ("实施主体", "{implementer}"), ("实施方案", "{plan}"),
    ("实施周期", "{period}"), ("年度预算安排", "{=YX09/{project}/amount}万元。"),
)  # fmt: skip


def three_public() -> Section:
    """二、“三公”经费预算情况说明: each of the four, its change and the reason."""
    items = (
        ("abroad", "因公出国（境）费"),
        ("reception", "公务接待费"),
        ("car_running", "公务用车运行维护费"),
        ("car_purchase", "公务用车购置"),
    )
    return Section(
        "二",
        "{year}年“三公”经费预算情况说明",
        (
            Paragraph("{year}年{name}“三公”经费财政拨款安排{=YX08/total/total}万元，{change:YX08/total/total}，其中："),
            *(
                Paragraph(f"{label}{{=YX08/total/{key}}}万元，{{change:YX08/total/{key}}}{{because:YX08/total/{key}}}。")
                for key, label in items
            ),
        ),
    )


def explanation(layout: Layout) -> Part:
    """第三部分 情况说明."""
    sections = (
        income(),
        spending(),
        fiscal(),
        fund("（四）", "政府性基金情况", "YS08", "政府性基金预算"),
        fund("（五）", "国有资本经营情况", "YS09", "国有资本经营预算"),
        operating_expenses(layout),
        procurement(layout),
        assets(),
        Section("（九）", "项目情况说明", projects=PROJECT_TEXTS),
    )
    return Part(3, "{name}{year}年{word}预算情况说明", (Section("一", "{year}年{word}预算收支情况说明", sections=sections), three_public()))


def parts(layout: Layout) -> tuple[Part, ...]:
    """The four parts; part two is the tables and part four the glossary."""
    return (
        profile(layout),
        Part(2, "{name}{year}年{word}预算表", holds="statements"),
        explanation(layout),
        Part(4, "名词解释", holds="glossary"),
    )
