"""The text of a Jiangxi final account (2022–2025), sentence by sentence. The wording is the format's; every number is an address."""

from disclosure.narrative.words import Clause, EachChange, FreeText, Listed, Paragraph, Part, Section
from disclosure.packs.jiangxi.final_unprinted import KINDS
from disclosure.packs.jiangxi.layouts import Layout

SAID = "{{={0}}}万元，{{rate:{0}}}{{because:{0}}}"
BASIC_CLASSES = ("301", "302", "303", "310")
LABELS = {"303": "对个人和家庭补助支出"}


def said(address: str) -> str:
    """A figure, its change and its reason."""
    return SAID.format(address)


def profile(layout: Layout) -> Part:
    """第一部分 概况."""
    units = Paragraph("纳入本套{word}决算汇编范围的单位共{=YX06/units/count}个，包括：{unit_names}。", when="YX06/units/count")
    offices = Paragraph("{year}年{name}内设处室{=YX06/offices/count}个，包括：{offices}。", when="YX06/offices/count")
    people = Paragraph(
        "本{word}{year}年年末实有人数{=YX06/actual/count}人，其中在职人员{=YX06/on_duty/count}人，离休人员{=YX06/retired_cadres/count}人，"
        "退休人员{=YX06/retired/count}人（不含由养老保险基金发放养老金的离退休人员）；年末其他人员{=YX06/others/count}人；"
        "年末学生人数{=YX06/students/count}人；由养老保险基金发放养老金的离退休人员{=YX06/pensioners/count}人。"
    )
    sections = (
        Section("一", "{word}主要职责", (FreeText("duties"),)),
        Section("二", "{word}基本情况", (units if layout.department_form else offices, people)),
    )
    return Part(1, "{name}概况", sections)


def shares(row: str, items: tuple[tuple[str, str], ...]) -> str:
    """Each item with its share of the whole."""
    at = f"YX13/{row}"
    return "；".join(f"{label}{{={at}/{key}}}万元，占{{share:{at}/{key} of {at}/total}}" for key, label in items)


def income() -> Section:
    """一、收入决算情况说明."""
    items = (("fiscal", "财政拨款收入"), ("institutional", "事业收入"), ("operating", "经营收入"), ("other", "其他收入"))
    return Section(
        "一",
        "收入决算情况说明",
        (
            Paragraph(
                f"本{{word}}{{year}}年度收入总计{{=JS01/income_total/income}}万元，其中年初结转和结余{said('JS01/opening/income')}；"
                f"本年收入合计{said('JS01/income_this_year/income')}。"
            ),
            Paragraph(f"本年收入的具体构成为：{shares('income', items)}。", when="YX13/income/total"),
        ),
    )


def spending() -> Section:
    """二、支出决算情况说明."""
    other = "其他支出（对附属单位补助支出、上缴上级支出）"
    items = (("basic", "基本支出"), ("project", "项目支出"), ("operating", "经营支出"), ("other", other))
    return Section(
        "二",
        "支出决算情况说明",
        (
            Paragraph(
                "本{word}{year}年度支出总计{=JS01/expenditure_total/expenditure}万元，其中本年支出合计"
                f"{said('JS01/expenditure_this_year/expenditure')}；年末结转和结余{said('JS01/closing/expenditure')}。"
            ),
            Paragraph(f"本年支出的具体构成为：{shares('spending', items)}。", when="YX13/spending/total"),
        ),
    )


def fiscal() -> Section:
    """三、财政拨款支出决算情况说明."""
    total = "JS04/expenditure_this_year/total by YX10"
    each = EachChange("JS04", "total", "{number}{label}{execution}{because}。", without=("expenditure_this_year",), changes="YX10")
    return Section(
        "三",
        "财政拨款支出决算情况说明",
        (Paragraph(f"本{{word}}{{year}}年度财政拨款本年支出{{execution:{total}}}{{because:{total}}}。"), Listed(each)),
    )


def basic() -> Section:
    """四、一般公共预算财政拨款基本支出决算情况说明."""
    each = EachChange("JS06", "amount", "{number}{label}{=}万元，{rate}{because}。", always=BASIC_CLASSES, labels=LABELS)
    return Section(
        "四",
        "一般公共预算财政拨款基本支出决算情况说明",
        (Paragraph("本{word}{year}年度一般公共预算财政拨款基本支出{=JS05/total/basic}万元，其中："), Listed(each)),
    )


def three_public_item(label: str, key: str, counted: str) -> str:
    """A 三公 item: budget, outturn, change, why, and what was counted."""
    at = f"JS09/{key}/outturn"
    return f"{label}支出{{execution:{at} by YX11}}，决算数{{rate:{at}}}{{because:{at}}}。{{versus:{at} by YX11}}。{counted}"


def counted(text: str) -> str:
    """Figures of 公开09 by their rows."""
    return text.replace("{#", "{=JS09/").replace("#}", "/outturn}")


def three_public() -> Section:
    """五、财政拨款“三公”经费支出决算情况说明."""
    abroad = counted("全年安排因公出国（境）团组{#abroad_groups#}个，累计{#abroad_people#}人次。")
    reception = counted(
        "全年国内公务接待{#domestic_receptions#}批，累计接待{#domestic_guests#}人次，其中外事接待{#foreign_affairs_receptions#}批，"
        "累计接待{#foreign_affairs_guests#}人次"
    )
    running = three_public_item("公务用车运行维护费", "car_running", counted("年末公务用车保有{#cars_held#}辆。"))
    purchase = three_public_item("公务用车购置", "car_purchase", counted("全年购置公务用车{#cars_bought#}辆。"))
    return Section(
        "五",
        "财政拨款“三公”经费支出决算情况说明",
        (
            Paragraph(
                "本{word}{year}年度财政拨款“三公”经费支出{execution:JS09/total/outturn by YX11}，决算数{rate:JS09/total/outturn}"
                "{because:JS09/total/outturn}，其中："
            ),
            Paragraph(f"（一）{three_public_item('因公出国（境）', 'abroad', abroad)}"),
            Paragraph(f"（二）{three_public_item('公务接待费', 'reception', reception)}{{reception_for}}。"),
            Paragraph(f"（三）公务用车购置及运行维护费支出{{=JS09/cars/outturn}}万元，其中{purchase}{running}"),
        ),
    )


def operating_expenses() -> Section:
    """六、机关运行经费支出情况说明."""
    at = "YX03/operating/amount"
    text = f"本{{word}}{{year}}年度机关运行经费支出{{={at}}}万元，{{rate:{at} by 较上年决算数}}{{because:{at}}}。"
    return Section("六", "机关运行经费支出情况说明", (Paragraph(text),))


def procurement() -> Section:
    """七、政府采购支出情况说明: a share only where there is something to divide."""
    parts = "、".join(f"政府采购{label}支出{{=YX04/{key}/amount}}万元" for key, label in KINDS)
    kinds = tuple(
        Clause(
            f"；{label}采购授予中小企业合同金额占{label}支出金额的{{share:YX04/{key}/sme of YX04/{key}/amount}}", when=f"YX04/{key}/amount"
        )
        for key, label in KINDS
    )
    return Section(
        "七",
        "政府采购支出情况说明",
        (
            Paragraph(
                f"本{{word}}{{year}}年度政府采购支出总额{{=YX04/total/amount}}万元，其中：{parts}。授予中小企业合同金额{{=YX04/total/sme}}万元",
                Clause("，占政府采购支出总额的{share:YX04/total/sme of YX04/total/amount}", when="YX04/total/amount"),
                "，其中：授予小微企业合同金额{=YX04/micro/micro}万元",
                Clause("，占授予中小企业合同金额的{share:YX04/micro/micro of YX04/micro/amount}", when="YX04/micro/amount"),
                *kinds,
                "。",
            ),
        ),
    )


def assets() -> Section:
    """八、国有资产占用情况说明."""
    text = (
        "截止{year}年12月31日，本{word}国有资产占用情况见公开10表《国有资产占用情况表》。本{word}其他用车{=JS10/vehicles_other/count}辆。"
    )
    return Section("八", "国有资产占用情况说明", (Paragraph(text),))


def evaluation() -> Section:
    """九、预算绩效情况说明: what was evaluated is counted, not claimed."""
    coverage = Paragraph(
        "根据预算绩效管理要求，我{word}组织对纳入{year}年度{word}预算范围的二级项目{=YX14/evaluated/projects}个开展绩效自评，"
        "共涉及资金{=YX14/evaluated/amount}万元",
        Clause("，占项目支出总额的{share:YX14/evaluated/amount of YX14/evaluated/total}", when="YX14/evaluated/total"),
        "。",
        when="YX14/evaluated/projects",
    )
    none = Paragraph("本{word}{year}年度没有开展绩效自评的项目。", unless="YX14/evaluated/projects")
    results = Paragraph("各项目的《项目支出绩效自评表》见第五部分附件。", when="YX14/evaluated/projects")
    sections = (
        Section("（一）", "绩效评价工作开展情况", (coverage, none, FreeText("evaluation", optional=True))),
        Section("（二）", "{word}决算中项目绩效自评结果", (results, none)),
    )
    return Section("九", "预算绩效情况说明", sections=sections)


def explanation() -> Part:
    """第三部分 情况说明."""
    sections = (
        income(), spending(), fiscal(), basic(), three_public(), operating_expenses(), procurement(), assets(), evaluation(),
    )  # fmt: skip
    return Part(3, "{year}年度{word}决算情况说明", sections)


def annexes() -> Part:
    """第五部分 附件: a form for every evaluated project, and the report."""
    none = Paragraph("本{word}没有附件。", unless="YX14/evaluated/projects")
    sections = (
        Section("一", "项目支出绩效自评表", (none,), projects=()),
        Section("二", "绩效评价报告", (FreeText("report", optional=True),)),
    )
    return Part(5, "附件", sections)


def parts(layout: Layout) -> tuple[Part, ...]:
    """The five parts."""
    tables = Part(2, "{year}年度{word}决算表", holds="statements")
    return (profile(layout), tables, explanation(), Part(4, "名词解释", holds="glossary"), annexes())
