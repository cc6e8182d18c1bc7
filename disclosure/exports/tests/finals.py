"""A final account to draw in tests: five parts, tables in the third, three blocks, row numbers, counts among money, self-evaluations."""

from copy import deepcopy

from disclosure.exports.tests.documents import NAME, TERMS, columns, document, figure, panel, row, section, statement

HEAD = [f"编制单位：{NAME}", "2024年度"]
CLASSES = [("201", "一、一般公共服务支出", 89_123_400), ("202", "二、外交支出", None), ("203", "三、国防支出", 1_000_000)]
PUT = "expenditure"


def stubs(*declared):
    """(key, title, number, *group)."""
    return [{"key": key, "title": title, "group": group, "number": number} for key, title, number, *group in declared]


def final(number, key, title, panels, **changes):
    base = {"code": f"FA{number:02d}", "head": [*HEAD, f"公开{number:02d}表　金额单位：万元"], "column_numbers": True}
    return statement(number, key, title, panels, **{**base, **changes})


def both_sides(count=33):
    """Income and expenditure with `count` lines a side: rows that only have a number, 合计 on one line."""
    left = [row("general", "一、财政拨款收入", (90_123_400,), ("income",), "line", line=1)]
    left += [row(f"line{n}", "", (None,), ("income",), "line", line=n) for n in range(2, count)]
    right = [row(code, name, (yuan,), (PUT,), "class", line=count + n) for n, (code, name, yuan) in enumerate(CLASSES, 1)]
    for side, column in ((left, "income"), (right, PUT)):
        side.append(row(f"{column}_total", "总计", (90_123_400,), (column,), "total", line=len(side) + 1, align="total"))
    sides = []
    for key, word, column, rows in (("in", "收入", "income", left), ("out", "支出", PUT, right)):
        stub = stubs(("name", "项目", "栏次", word), ("line", "行次", "", word))
        sides.append(panel(key, stub, columns((column, "决算数", word)), rows))
    return final(1, "balance", "收入支出决算总表", sides, layout="sides")


def listed(count=3):
    """A landscape table by code."""
    keys = ("total", "basic", "project")
    cols = columns(("total", "本年支出合计"), ("basic", "基本支出"), ("project", "项目支出"))
    rows = [row("total", "合计", (90_123_400, 60_000_000, 30_123_400), keys, "total")]
    rows += [row("201", "一般公共服务支出", (89_123_400, 59_000_000, 30_123_400), keys, "class")]
    rows += [row(f"20101{n:02d}", "行政运行", (100_000 * n, 100_000 * n, None), keys, "item", 2) for n in range(1, count)]
    stub = stubs(("code", "支出功能分类科目编码", "", "项目"), ("name", "科目名称", "栏次", "项目"))
    return final(2, PUT, "支出决算表", [panel("out", stub, cols, rows)], orientation="landscape")


def blocks():
    """Three blocks next to each other, the second and the third under one head."""
    panels = []
    for key, code, name, group in (
        ("staff", "301", "工资福利支出", "人员经费"),
        ("goods", "302", "商品和服务支出", "公用经费"),
        ("more", "310", "资本性支出", "公用经费"),
    ):
        rows = [row(code, name, (5_000_000,), ("amount",), "class"), row(f"{code}01", "明细", (5_000_000,), ("amount",), "item", 1)]
        stub = stubs(("code", "编码", "", group), ("name", "科目名称", "", group))
        panels.append(panel(key, stub, columns(("amount", "金额", group)), rows))
    return final(3, "basic", "基本支出决算表", panels, layout="sides", orientation="landscape", column_numbers=False)


def three_public():
    """Money, and counts under heads of money; what the format crosses out."""
    keys = ("adjusted", "outturn")
    guests = row("guests", "1.国内公务接待人次（人）", line=3, level="line", depth=1, cells={"adjusted": "—", "outturn": "1,343"})
    rows = [
        row("total", "一、“三公”经费支出", (138_300, 114_200), keys, "total", line=1),
        row("counts", "二、相关统计数", line=2, level="line", cells=dict.fromkeys(keys, "—")),
        {**guests, "kind": "count"},
    ]
    stub = stubs(("name", "项目", "行次"), ("line", "栏次", ""))
    cols = columns(("adjusted", "全年预算数"), ("outturn", "决算数"))
    return final(4, "three_public", "“三公”经费支出决算表", [panel("out", stub, cols, rows)])


PROJECTS = [("p1", "档案数字化", ("159.90", "", "0.00%")), ("p2", "库房改造", ("1,423.28", "1,304.35", "91.64%"))]
REACHED = [
    ("产出指标", "数量指标", "验收合格率", "≥90%", "0%", "12月才挂网招标"),
    ("产出指标", "数量指标", "接入率", "≥95%", "96%", ""),
    ("效益指标", "社会效益指标", "查档时间", "缩短", "缩短", ""),
]


def evaluation(name, total):
    """A self-evaluation; all of its money is the centre's."""
    shown = dict(zip(("budget", "executed", "rate"), total, strict=True))
    funds = {
        f"{key}_{source}": text if source in ("total", "central") else ""
        for source in ("total", "central", "local", "other")
        for key, text in shown.items()
    }
    fields = [{"title": title, "text": text} for title, text in (("项目名称", name), ("主管部门", "安澜市档案局"), ("资金使用单位", NAME))]
    names = ("level1", "level2", "level3", "target", "actual", "reason")
    indicators = [dict(zip(names, each, strict=True)) for each in REACHED]
    return {
        "name": name,
        "fields": fields,
        "funds": funds,
        "objective": "收集档案1,200卷。",
        "achieved": "收集了980卷。",
        "indicators": indicators,
    }


def evaluations():
    """The flat data of the forms: a statement that no table prints."""
    funds = columns(*((key, key) for key in evaluation("", ("", "", ""))["funds"]))
    rows = [row(key, name, level="line", cells=evaluation(name, total)["funds"]) for key, name, total in PROJECTS]
    said = {"code": "FA11", "printed": False, "form": "evaluation"}
    return final(11, "self_evaluation", "项目支出绩效自评表", [panel("funds", stubs(("name", "项目名称", "")), funds, rows)], **said)


def compared(key, name, budget, outturn, rate):
    """One row of an execution; `budget` None where nobody knows it."""
    difference = None if budget is None else outturn - budget
    made = row(key, name, (budget, outturn, difference), ("prior", "current", "change"), "line")
    cells = {column: "" if text == "0.00" else text for column, text in made["cells"].items()}
    return {**made, "cells": {**cells, "rate": "", "completion": rate}}


def execution(code, title, budget, rows):
    """Outturn beside the budget."""
    cols = columns(("current", "决算数"), ("prior", budget), ("change", "相差")) + columns(
        ("rate", "相差比例"), ("completion", "执行率"), kind="percent"
    )
    return final(
        0,
        "execution",
        title,
        [panel("execution", stubs(("name", "项目", "")), cols, rows)],
        code=code,
        printed=False,
        head=[*HEAD, "金额单位：万元"],
    )


def executions():
    items = [
        compared("FA02.201.total", "一般公共服务支出", 80_000_000, 89_123_400, "111.4%"),
        compared("FA02.2010101.total", "行政运行", 200_000, 100_000, "50%"),
        compared("FA02.2010102.total", "行政运行", 0, 200_000, ""),
        compared("FA02.total.total", "合计", 90_500_000, 90_123_400, "99.6%"),
        compared("FA02.204.total", "公共安全支出", 0, 0, ""),
        compared("FA02.2010100.total", "一般行政管理事务", 500_000, 0, "0%"),
    ]
    public = [compared("FA04.total.outturn", "一、“三公”经费支出", 138_300, 114_200, "82.57%")]
    unknown = [compared("YX09.p1.amount", "档案数字化", None, 100_000, "")]
    return [
        execution("YX12", "支出各科目预算执行情况", "年初预算数", items),
        execution("YX11", "“三公”经费预算执行情况", "全年预算数", public),
        execution("YX15", "项目预算执行情况", "年初预算数", unknown),
    ]


def parts():
    """Text, text, tables, glossary, annexes."""
    told = section(
        "一", "支出决算情况说明", ["支出", figure("9012.34", "FA02", "total", "total"), "万元。"], "（一）基本支出6000万元。", place="2/一"
    )
    forms = [section(f"{n}．", name, project=n - 1, place=f"5/一/{key}") for n, (key, name, _) in enumerate(PROJECTS, 1)]
    held = [
        ("概况", "", []),
        ("2024年度部门决算情况说明", "", [told]),
        ("2024年度部门决算表", "statements", []),
        ("名词解释", "glossary", []),
    ]
    held.append(("附件", "", [section("一", "项目支出绩效自评表", place="5/一", sections=forms)]))
    return [
        {"number": n, "title": f"第{'一二三四五'[n - 1]}部分　{title}", "holds": holds, "sections": sections}
        for n, (title, holds, sections) in enumerate(held, 1)
    ]


def final_document(**changes):
    """A department's final account."""
    tables = [both_sides(), listed(), blocks(), three_public(), evaluations(), *executions()]
    made = document(title=f"{NAME}2024年度部门决算", kind="final", scope="department", parts=parts(), statements=tables)
    made["glossary"] = [dict(zip(("section", "number", "term", "definition"), term, strict=True)) for term in TERMS]
    made["performance"] = {"department": None, "projects": [evaluation(name, total) for _, name, total in PROJECTS]}
    return deepcopy({**made, **changes})
