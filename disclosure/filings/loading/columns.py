"""The columns of the exports that bureaus load, by the many names that they go by; in any order. Declarations, and how a heading is recognised."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.core.chart import Chart
from disclosure.core.words import Flow, Nature, Source, Vintage
from disclosure.filings.workbook_values import folded


@dataclass(frozen=True)
class Column:
    """`also`: what else a system calls it. Without a `needed` one nothing can be read."""

    key: str
    heading: str
    also: tuple[str, ...] = ()
    needed: bool = False


COLUMNS = (
    Column("unit", "单位编码", ("预算单位编码", "单位代码", "预算单位代码", "部门(单位)编码", "部门编码", "部门代码", "单位编号", "机构编码"), needed=True),
    Column("flow", "收支", ("收支类型", "收支类别", "收支性质")),
    Column(
        "function", "功能科目",
        ("功能科目编码", "功能分类", "功能分类编码", "功能分类科目", "功能分类科目编码", "支出功能分类", "支出功能分类科目", "支出功能分类科目编码",
         "支出功能科目", "支出功能分类编码"),
        needed=True,
    ),
    Column(
        "economic", "经济科目",
        ("经济科目编码", "经济分类", "经济分类编码", "经济分类科目", "经济分类科目编码", "部门经济科目", "部门经济分类", "部门经济分类科目",
         "部门预算支出经济分类", "部门预算支出经济分类科目", "部门预算经济科目", "部门支出经济分类", "支出经济分类科目", "支出经济分类"),
    ),
    Column("nature", "支出性质", ("支出类别", "支出类型", "项目类别", "项目类型", "预算项目类别", "基本/项目")),
    Column("project", "项目", ("项目名称", "预算项目", "预算项目名称", "二级项目", "二级项目名称")),
    Column("source", "资金性质", ("资金来源", "资金性质名称", "资金来源名称", "预算来源", "资金类型")),
    Column("vintage", "资金年度", ("指标来源", "资金所属年度", "年份", "是否结转")),
    Column("amount", "金额", ("预算金额", "预算数", "决算数", "支出金额", "批复数", "批复金额", "年初预算数", "指标金额", "本年支出", "支出数"), needed=True),
)  # fmt: skip
BY_KEY: Mapping[str, Column] = {each.key: each for each in COLUMNS}
HEADINGS: Mapping[str, str] = {name: each.key for each in COLUMNS for name in (each.heading, *each.also)}
# What stands beside the codes and is not needed: the register and the chart have the names.
BESIDE = (
    "序号", "行次", "单位名称", "预算单位", "预算单位名称", "部门名称", "主管部门", "主管部门名称", "科目名称", "功能科目名称", "功能分类名称",
    "支出功能分类名称", "经济科目名称", "经济分类名称", "部门经济科目名称", "项目编码", "项目代码", "备注", "说明", "年度",
    "政府经济科目", "政府经济分类", "政府预算支出经济分类", "政府预算经济科目", "政府经济分类名称",
)  # fmt: skip
NATURES: Mapping[str, str] = {
    **{each.label: str(each) for each in Nature}, **{each.label.removesuffix("支出"): str(each) for each in Nature},
    "人员类": Nature.BASIC, "人员类项目": Nature.BASIC, "人员经费": Nature.BASIC, "公用经费": Nature.BASIC, "公用经费项目": Nature.BASIC,
    "运转类公用经费": Nature.BASIC, "特定目标类": Nature.PROJECT, "特定目标类项目": Nature.PROJECT, "其他运转类": Nature.PROJECT,
    "其他运转类项目": Nature.PROJECT,
}  # fmt: skip
SOURCES: Mapping[str, str] = {
    **{each.label: str(each) for each in Source}, **{each.label.removesuffix("预算"): str(each) for each in Source},
    **{f"{each.label.removesuffix('预算')}{end}": str(each) for each in (Source.GENERAL, Source.FUND, Source.SOE)
       for end in ("拨款", "资金", "预算拨款", "预算资金", "财政拨款", "预算财政拨款", "拨款收入", "预算拨款收入", "财政拨款收入", "预算财政拨款收入")},
    "财政专户管理资金": Source.EDUCATION_FEE, "财政专户管理资金收入": Source.EDUCATION_FEE, "教育收费": Source.EDUCATION_FEE,
    "事业收入资金": Source.INSTITUTIONAL, "经营收入": Source.OPERATING, "其他收入资金": Source.OTHER, "非财政拨款结余": Source.NONFISCAL_SURPLUS,
}  # fmt: skip
VINTAGES: Mapping[str, str] = {
    "本年": Vintage.THIS_YEAR, "当年": Vintage.THIS_YEAR, "当年预算": Vintage.THIS_YEAR, "年初预算": Vintage.THIS_YEAR, "否": Vintage.THIS_YEAR,
    "上年结转": Vintage.CARRIED_OVER, "结转": Vintage.CARRIED_OVER, "上年结转结余": Vintage.CARRIED_OVER, "是": Vintage.CARRIED_OVER,
}  # fmt: skip
FLOWS: Mapping[str, str] = {each.label: str(each) for each in Flow}
WORDS: Mapping[str, Mapping[str, str]] = {"nature": NATURES, "source": SOURCES, "vintage": VINTAGES, "flow": FLOWS}
ASKED: Mapping[str, Mapping[str, str]] = {  # what a person may say that an unknown word means
    "heading": {each.key: each.heading for each in COLUMNS} | {"": "不读这一栏"},
    "nature": {str(each): each.label for each in Nature},
    "source": {str(each): each.label for each in Source},
}
UNIT_OF_MONEY = re.compile(r"[(（[【](?:单位[:：])?(?:万?元|人民币元)[)）\]】]|\s")
CODE_IN_HEADING = re.compile(r"(?<![0-9])(3[0-9]{4}|3[0-9]{2}|399)(?![0-9])")

Remembered = Mapping[tuple[str, str], str]  # (what, word) → meaning


def plain(heading: object) -> str:
    """A heading without spaces, full width and the unit behind it."""
    return UNIT_OF_MONEY.sub("", folded(heading)) if isinstance(heading, str) else ""


def meaning(heading: str, remembered: Remembered) -> str | None:
    """The key of a heading, "" for one that is not read, None for one that nobody knows."""
    if ("heading", heading) in remembered:
        return remembered["heading", heading]
    return HEADINGS.get(heading, "" if heading in BESIDE else None)


def economic_of(heading: str, chart: Chart) -> str:
    """The economic code that heads a column of a detail table: 30101, 30101基本工资 or 基本工资; blank for another heading."""
    coded = CODE_IN_HEADING.search(heading)
    if coded and ("economic", coded[1]) in chart.codes:
        return coded[1]
    named = [code.code for code in chart.codes.values() if code.chart == "economic" and code.level == "group" and code.name == heading]
    return named[0] if len(named) == 1 else ""
