"""Which sheets and headings the workbook form has, and where in a package each cell belongs. Reads and writes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from disclosure.core.words import Kind, Nature, Origin, Scope, Source, UnitKind, Use, Vintage
from disclosure.filings import workbook_final as final
from disclosure.filings.workbook_kinds import (
    COLUMN,
    ROW,
    STATEMENT,
    Field,
    Indicators,
    Listing,
    Pairs,
    PrintedCells,
    PrintedTables,
    Sheet,
    labels,
    of_kind,
)

ORIGINS = labels(*Origin)
ORIGINAL = (
    Field("原件标题", "original.title"),
    Field("原件公开日期", "original.published_on", "date"),
    Field("原件网址", "original.address"),
    Field("原件说明", "original.note"),
    Field("文字已列全的表", "complete", "code", many=True),
    Field("印成图片的表", "pictures", "code", many=True),
)


def budget(*fields: Field) -> tuple[Field, ...]:
    """Headings that a final account does not have."""
    return tuple(replace(each, only=Kind.BUDGET) for each in fields)


def basics(origins: Mapping[str, str], *more: Field) -> Pairs:
    """The first sheet: who files what, of one of these origins, and more."""
    return Pairs(
        "基本信息",
        (
            Field("格式", "format", "code"),
            Field("模板", "pack", "code"),
            Field("年度", "year", "count"),
            Field("文件", "kind", words=labels(*Kind)),
            Field("公开范围", "scope", words=labels(*Scope)),
            Field("来源", "origin", words=origins),
            Field("金额单位", "amount_unit", words={"元": "元", "万元": "万元"}),
            Field("编码", "agency.code", "code"),
            Field("单位名称", "agency.name"),
            Field("行政区划代码", "agency.region", "code"),
            Field("所在地", "agency.place"),
            Field("单位性质", "agency.kind", words=labels(*UnitKind)),
            Field("主管部门编码", "agency.parent.code", "code"),
            Field("主管部门名称", "agency.parent.name"),
            Field("主管部门性质", "agency.parent.kind", words=labels(*UnitKind)),
            *budget(Field("整体绩效目标", "goal.objective")),
            Field("上年数已列全", "last_year.complete", "flag"),
            *final.BUDGET_COMPLETE,
            *more,
        ),
    )


LINE = (
    Field("单位编码", "unit", "code"),
    *final.FLOW,
    Field("功能科目编码", "function", "code"),
    Field("功能科目名称", "function_name", width=24),
    Field("经济科目类", "economic_class", "code"),
    Field("经济科目编码", "economic", "code"),
    Field("经济科目名称", "economic_name", width=24),
    *budget(Field("性质", "nature", words=labels(Nature.BASIC, Nature.PROJECT))),
    *final.NATURES,
    Field("项目代号", "project", "code"),
    Field("明细", "item", width=28),
    Field("资金来源", "source", words=labels(*Source), width=20),
    Field("本年或结转", "vintage", words=labels(*Vintage)),
    *budget(Field("列入", "use", words=labels(Use.PERSONNEL, Use.PUBLIC, Use.ACADEMIC_EXCHANGE), width=16)),
    *final.USES,
    Field("金额", "amount", "money"),
)
ADDRESS = (STATEMENT, ROW, COLUMN)
STAFF = (("administrative", "行政"), ("institution", "事业"), ("institution_full", "全部补助事业"), ("institution_partial", "部分补助事业"))
VEHICLES = (
    ("leader", "副部（省）级及以上领导用车"), ("official", "主要领导干部用车"), ("confidential", "机要通信用车"), ("emergency", "应急保障用车"),
    ("enforcement", "执法执勤用车"), ("special", "特种专业技术用车"), ("retired", "离退休干部用车"), ("other", "其他用车"),
)  # fmt: skip

TRANSCRIPT: tuple[Sheet, ...] = (
    PrintedTables("照录表", (STATEMENT, Field("原标题", "title", width=36), Field("表注", "notes", width=60, many=True))),
    PrintedCells("照录数", (ROW, Field("名称", "name", width=36), Field("数", "cells", "printed", empty=True))),
    Listing("照录文字", (Field("部分", "section", width=20), Field("文字", "text", width=100)), ("quotations",)),
    Listing("文中数", (*ADDRESS, Field("数", "text", "printed")), ("stated",)),
    Listing(
        "照录名词",
        (Field("部分", "section", width=20), Field("名词", "term", width=24), Field("解释", "definition", width=90)),
        ("glossary",),
    ),
)
AS_OF = Field("截止日期", "assets.as_of", "date")
PROJECT = (
    Field("项目代号", "key", "code"),
    Field("项目名称", "name", width=36),
    Field("项目概述", "overview", width=48, empty=True),
    Field("立项依据", "basis", width=36),
    Field("实施主体", "implementer", width=24),
    Field("实施方案", "plan", width=48),
    Field("实施周期", "period", width=20),
    Field("年度绩效目标", "goal.objective", width=48),
    *final.ACHIEVED,
)
SHEETS: tuple[Sheet, ...] = (
    basics(ORIGINS, *ORIGINAL),
    Listing(
        "所属单位",
        (
            Field("单位编码", "code", "code"),
            Field("单位名称", "name", width=36),
            Field("单位性质", "kind", words=labels(*UnitKind), width=28),
        ),
        ("agency", "units"),
    ),
    Listing("收支明细", LINE, ("lines",)),
    Listing("项目", (*PROJECT, *final.FUNDS), ("projects",)),
    Indicators(
        "绩效指标",
        (
            Field("一级指标", "level1", width=16),
            Field("二级指标", "level2", width=24),
            Field("三级指标", "level3", width=36),
            Field("指标值", "target", width=24),
            *final.REACHED,
        ),
    ),
    Pairs(
        "机构人员",
        (
            Field("内设处室", "organisation.offices", many=True),
            *budget(
                *(Field(f"{name}编制人数", f"headcount.posts.{key}", "count") for key, name in STAFF),
                *(Field(f"{name}在职人数", f"headcount.on_duty.{key}", "count") for key, name in STAFF),
                Field("离休人数", "headcount.retired_cadres", "count"),
                Field("退休人数", "headcount.retired", "count"),
                Field("遗属人数", "headcount.dependants", "count"),
            ),
            *final.YEAR_END,
        ),
    ),
    Pairs(
        "政府采购",
        (
            Field("货物", "procurement.goods", "money"),
            Field("工程", "procurement.works", "money"),
            Field("服务", "procurement.services", "money"),
            *final.CONTRACTS,
        ),
    ),
    Pairs(
        "资产",
        (
            AS_OF,
            *budget(Field("一般公务用车", "assets.vehicles.general", "count")),
            *(Field(name, f"assets.vehicles.{key}", "count") for key, name in VEHICLES),
            *final.EQUIPMENT,
            *budget(
                Field("安排购置车辆", "assets.to_buy.vehicles", "count"),
                Field("安排购置单位价值200万元以上大型设备", "assets.to_buy.equipment", "count"),
            ),
        ),
    ),
    final.THREE_PUBLIC,
    Listing("上年数", (*ADDRESS, Field("金额", "amount", "money")), ("last_year", "figures")),
    Listing("上年明细", LINE, ("last_year", "lines")),
    final.BUDGET_FIGURES,
    final.CROSSWALK,
    Listing("增减原因", (*ADDRESS, Field("增减原因", "text", width=60)), ("reasons",)),
    Listing("主要职责", (Field("内容", width=100),), ("texts", "duties")),
    Listing("名词解释", (Field("名词", "term", width=24), Field("解释", "definition", width=90)), ("texts", "terms")),
    *final.TEXTS,
    *TRANSCRIPT,
)
ENTERED = (basics(labels(Origin.ENTERED)), *(sheet for sheet in SHEETS[1:] if sheet not in TRANSCRIPT))
OWN = (
    "收支明细",
    "机构人员",
    "政府采购",
    "资产",
    "三公经费",
    "绩效自评说明",
    "评价报告",
)  # a transcribed package has only the date of its assets
TRANSCRIBED = (
    basics(labels(Origin.TRANSCRIBED), *ORIGINAL),
    *(Listing("项目", PROJECT, ("projects",)) if sheet.name == "项目" else sheet for sheet in SHEETS[1:] if sheet.name not in OWN),
    Pairs("资产", (AS_OF,)),
)


def sheets_of(package: Mapping[str, Any]) -> tuple[Sheet, ...]:
    """The sheets that a package of this origin and kind can fill; that of a crosswalk, which few budgets need, a budget has only with one."""
    kind, origin = package["kind"], package["origin"]
    left_out = "" if kind == Kind.FINAL or "crosswalk" in package else final.CROSSWALK.name
    sheets = (of_kind(sheet, kind) for sheet in (TRANSCRIBED if origin == Origin.TRANSCRIBED else ENTERED))
    return tuple(sheet for sheet in sheets if sheet.fields and sheet.name != left_out)
