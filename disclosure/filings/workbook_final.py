"""The sheets and headings that the workbook of a final account has beside those of a budget, or in their place. Reads and writes nothing."""

from dataclasses import replace

from disclosure.core.words import Flow, Kind, Nature, Use
from disclosure.filings.crosswalk import CROSSED
from disclosure.filings.workbook_kinds import COLUMN, ROW, STATEMENT, Field, Listing, Pairs, Sheet, labels


def final(*fields: Field) -> tuple[Field, ...]:
    """Headings that a budget does not have."""
    return tuple(replace(each, only=Kind.FINAL) for each in fields)


BUDGET_COMPLETE = final(Field("年初预算数已列全", "budget.complete", "flag"))
FLOW = final(Field("收支", "flow", words=labels(*Flow), width=20))
NATURES = final(Field("性质", "nature", words=labels(*Nature), width=20))
USES = final(Field("列入", "use", words=labels(*Use), width=16))
FUNDS = final(
    *(
        Field(f"{fund}{name}", f"evaluation.{key}.{side}", "money", width=18)
        for key, fund in (("central", "中央财政资金"), ("local", "地方资金"), ("other", "其他资金"))
        for side, name in (("budget", "全年预算数"), ("executed", "全年执行数"))
    )
)
ACHIEVED = final(Field("全年实际完成情况", "achieved", width=48))
REACHED = final(Field("全年实际完成值", "actual", width=24), Field("未完成原因和改进措施", "reason", width=48))
YEAR_END = final(
    Field("年末在职人员", "headcount.year_end.on_duty", "count"),
    Field("年末离休人员", "headcount.year_end.retired_cadres", "count"),
    Field("年末退休人员", "headcount.year_end.retired", "count"),
    Field("年末其他人员", "headcount.year_end.others", "count"),
    Field("年末学生人数", "headcount.year_end.students", "count"),
    Field("年末由养老保险基金发放养老金的离退休人员", "headcount.year_end.pensioners", "count"),
)
CONTRACTS = final(
    Field("授予中小企业货物合同金额", "procurement.sme.goods", "money"),
    Field("授予中小企业工程合同金额", "procurement.sme.works", "money"),
    Field("授予中小企业服务合同金额", "procurement.sme.services", "money"),
    Field("授予小微企业合同金额", "procurement.micro", "money"),
)
EQUIPMENT = final(Field("单价100万元（含）以上设备", "assets.equipment", "count"))
ADJUSTED = (
    ("abroad", "因公出国（境）费"), ("car_purchase", "公务用车购置费"), ("car_running", "公务用车运行维护费"), ("reception", "公务接待费"),
)  # fmt: skip
COUNTS = (
    ("abroad_groups", "因公出国（境）团组数"), ("abroad_people", "因公出国（境）人次数"), ("cars_bought", "公务用车购置数"),
    ("cars_held", "公务用车保有量"), ("domestic_receptions", "国内公务接待批次"), ("foreign_affairs_receptions", "其中外事接待批次"),
    ("domestic_guests", "国内公务接待人次"), ("foreign_affairs_guests", "其中外事接待人次"), ("overseas_receptions", "国（境）外公务接待批次"),
    ("overseas_guests", "国（境）外公务接待人次"),
)  # fmt: skip
THREE_PUBLIC = Pairs(
    "三公经费",
    final(
        *(Field(f"{name}全年预算数", f"three_public.adjusted.{key}", "money") for key, name in ADJUSTED),
        *(Field(name, f"three_public.counts.{key}", "count") for key, name in COUNTS),
        Field("公务接待主要用于", "texts.reception"),
    ),
)
BUDGET_FIGURES = Listing("年初预算数", final(STATEMENT, ROW, COLUMN, Field("金额", "amount", "money")), ("budget", "figures"))
CROSSWALK = Listing(
    "科目对照", (Field("类别", "what", words=CROSSED), Field("原编码", "old", "code"), Field("现编码", "new", "code")), ("crosswalk",)
)
TEXTS: tuple[Sheet, ...] = (
    Listing("绩效自评说明", final(Field("内容", width=100)), ("texts", "evaluation")),
    Listing("评价报告", final(Field("内容", width=100)), ("texts", "report")),
)
