"""Documents to draw in tests, in the shape of docs/document.md: an invented archive and its variations."""

from copy import deepcopy
from decimal import Decimal

NAME = "安澜市档案馆"
FUNCTION = ("支出功能分类科目",)
ECONOMIC = ("支出经济分类科目",)
WORDS = [
    "办公",
    "印刷",
    "咨询",
    "手续",
    "水费",
    "电费",
    "邮电",
    "取暖",
    "物业",
    "差旅",
    "出国",
    "维修",
    "租赁",
    "会议",
    "培训",
    "接待",
    "材料",
    "劳务",
    "委托",
    "工会",
    "福利",
    "交通",
]


def money(yuan):
    return "" if yuan is None else f"{Decimal(yuan) / 10000:,.2f}"


def row(key, name, yuan=(), columns=(), level="item", depth=0, printed=None, align=None, line=None, cells=None):
    amounts = dict(zip(columns, yuan, strict=True))
    exact = {c: None if y is None else f"{Decimal(y):.2f}" for c, y in amounts.items()}
    code = key if key.isdigit() else None
    shown = cells or {c: money(y) for c, y in amounts.items()}
    base = {"key": key, "code": code, "printed_code": printed or code, "name": name, "level": level, "depth": depth}
    return {**base, "line": line, "align": align, "cells": shown, "yuan": exact if cells is None else dict.fromkeys(shown)}


def stub(group=(), numbers=True, code="科目编码", name="科目名称"):
    number = "**" if numbers else ""
    titles = (("code", code), ("name", name)) if code else (("name", name),)
    return [{"key": k, "title": t, "group": list(group), "number": number} for k, t in titles]


def columns(*declared, kind="money"):
    """`declared`: (key, title, *group), numbered from 1."""
    return [{"key": k, "title": t, "group": g, "number": str(n), "kind": kind} for n, (k, t, *g) in enumerate(declared, 1)]


def panel(key, stubs, cols, rows, title=""):
    return {"key": key, "title": title, "stub": stubs, "columns": cols, "rows": rows}


def statement(number, key, title, panels, **changes):
    base = {"code": f"YS{number:02d}", "key": key, "number": number, "title": title, "printed": True, "status": "present"}
    base |= {"orientation": "portrait", "layout": "list", "column_numbers": False, "unit": "万元", "form": None, "see": None}
    return {**base, "head": [f"填报单位：{NAME}", "单位：万元"], "notes": [], "panels": panels, **changes}


SPENT = [
    ("total", "合计", "total", 0, None, (71383000, 47789000, 23594000)),
    ("201", "一般公共服务支出", "class", 0, "201", (71383000, 47789000, 23594000)),
    ("20126", "档案事务", "group", 1, "26", (71383000, 47789000, 23594000)),
    ("2012601", "行政运行", "item", 2, "2012601", (59719000, 47789000, 11930000)),
    ("2012604", "档案馆", "item", 2, "2012604", (11664000, None, 11664000)),
]
KEYS = ("total", "basic", "project")


def spent(number, key, title, rows=SPENT, **changes):
    cols = columns(("total", "合计"), ("basic", "基本支出"), ("project", "项目支出"))
    body = [row(k, n, y, KEYS, lvl, d, p) for k, n, lvl, d, p, y in rows]
    return statement(number, key, title, [panel("out", stub(FUNCTION), cols, body)], column_numbers=True, **changes)


def empty(number, key, title, what):
    total = [("total", "合计", "total", 0, None, (None, None, None))]
    return spent(number, key, title, total, status="empty", notes=[f"注：若为空表，则为该单位无{what}收支"])


INCOME = ["一、财政拨款", "（一）一般公共预算收入", "（二）政府性基金预算收入", "二、事业收入", "三、其他收入"]


def balance():
    amounts = (61032000, 61032000, None, None, None)
    left = [row(f"in{i}", n, (y,), ("income",), "line", n.startswith("（")) for i, (n, y) in enumerate(zip(INCOME, amounts, strict=True))]
    left.append(row("in_sum", "本年收入合计", (61032000,), ("income",), "total", align="sum"))
    left += [row("carried", "四、上年结转（结余）", (10351000,), ("income",), "line")]
    left.append(row("in_all", "收入总计", (71383000,), ("income",), "total", align="all"))
    right = [row("201", "一般公共服务支出", (71383000,), ("spent",), "class")]
    right.append(row("out_sum", "本年支出合计", (71383000,), ("spent",), "total", align="sum"))
    right.append(row("out_all", "支出总计", (71383000,), ("spent",), "total", align="all"))
    name = stub(code=None, name="项目", numbers=False)
    sides = [panel("in", name, columns(("income", "预算数")), left, "收　　入")]
    sides.append(panel("out", stub(code=None, name="项目（按支出功能科目类级）"), columns(("spent", "预算数")), right, "支　　出"))
    return statement(1, "balance", "收支预算总表", sides, layout="sides")


SOURCES = ["教育收费资金收入", "事业收入", "事业单位经营收入", "附属单位上缴收入", "上级补助收入", "其他收入", "使用非财政拨款结余"]


def income():
    fiscal = [("小计", "f0"), ("一般公共预算拨款收入", "f1"), ("政府性基金预算拨款收入", "f2"), ("国有资本经营预算收入", "f3")]
    declared = [("total", "合计"), ("carried", "上年结转")] + [(k, t, "财政拨款") for t, k in fiscal]
    declared += [(f"s{i}", t) for i, t in enumerate(SOURCES)]
    keys = [d[0] for d in declared]
    given = (71383000, 10351000, 61032000, 61032000) + (None,) * 9
    body = [row(k, n, given, keys, lvl, d, p) for k, n, lvl, d, p, _ in SPENT]
    stubs = stub(code="功能科目编码", name="功能科目名称")
    return statement(
        2, "income", "单位收入总表", [panel("in", stubs, columns(*declared), body)], orientation="landscape", column_numbers=True
    )


def economic(count, wide=1):
    """A table of `count` economic codes in classes of twenty; `wide` multiplies the amounts."""
    rows, keys = [], ("total", "staff", "public")
    for n in range(count):
        code, amount = f"{301 + n // 20}{n % 20:02d}", 1234567 * (n + 1) * wide
        if n % 20 == 0:
            rows.append(row(code[:3], f"第{n // 20 + 1}类支出", (amount, amount, None), keys, "class"))
        rows.append(row(code, f"{WORDS[n % len(WORDS)]}支出", (amount, None, amount), keys, "item", 1))
    total = row("total", "合计", (8 * 10**7 * wide, 10**7 * wide, 7 * 10**7 * wide), keys, "total")
    group = "2024年基本支出"
    cols = columns(("total", "合计", group), ("staff", "人员经费", group), ("public", "公用经费", group))
    return statement(6, "basic_economic", "一般公共预算基本支出表", [panel("out", stub(ECONOMIC), cols, [total, *rows])])


def three_public():
    car, out = "公务用车购置及运行维护费", "因公出国（境）费"
    declared = [("total", "合计"), ("o0", "小计", out), ("o1", "一般公务出国（境）费", out), ("o2", "学术交流合作出国（境）费", out)]
    declared += [("host", "公务接待费"), ("c0", "小计", car), ("c1", "公务用车运行维护费", car), ("c2", "公务用车购置", car)]
    body = [row("307001", NAME, (83000, None, None, None, 83000, None, None, None), [d[0] for d in declared], "line")]
    stubs = stub(code="部门编码", name="部门名称")
    return statement(7, "three_public", "财政拨款“三公”经费支出表", [panel("out", stubs, columns(*declared), body)], column_numbers=True)


def form(name, total="116.64", count=6):
    levels = [
        ("成本指标", "经济成本指标"),
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("效益指标", "社会效益指标"),
    ]
    items = [
        {"level1": a, "level2": b, "level3": f"第{n}项指标", "target": f"≥{90 + n}%", "actual": ""}
        for n, (a, b) in enumerate(levels * count)
    ]
    fields = [{"title": "主管部门及代码", "text": "307-安澜市档案馆"}, {"title": "实施单位", "text": NAME}]
    funds = {"total": total, "fiscal": "20.00", "other": "", "carryover": "96.64"}
    return {"name": name, "fields": fields, "funds": funds, "objective": "收集、保管、利用档案1,200卷。", "indicators": items[:count]}


def whole_form():
    funds = {"income_total": "7,138.30", "fiscal": "6,103.20", "other": "1,035.10"}
    funds |= {"expenditure_total": "7,138.30", "basic": "4,778.90", "project": "2,359.40"}
    return {**form(NAME), "fields": [{"title": "部门名称", "text": NAME}], "funds": funds}


def project_statement(number, see):
    return statement(number, "project_performance", "项目绩效目标表", [], form="project", see=see)


def section(number, title, *paragraphs, sections=(), **more):
    return {"number": number, "title": title, "paragraphs": list(paragraphs), "sections": list(sections), **more}


def figure(text, *address):
    return {"text": text, "cell": list(address)}


def parts():
    summed = [f"2024年{NAME}收入预算总额为", figure("7138.3", "YS01", "in_all", "income"), "万元，其中：财政拨款收入"]
    summed += [figure("6103.2", "YS01", "in0", "income"), "万元；上年结转", figure("1035.1", "YS01", "carried", "income"), "万元。"]
    project = section("1．", "档案数字化", "①项目概述：数字化馆藏档案。", "②年度预算安排：116.64万元。", project=0)
    spent_text = "按支出项目类别划分：基本支出4778.9万元，项目支出2359.4万元。" * 4
    about = [section("（一）", "收入预算情况", summed), section("（二）", "支出预算情况", spent_text)]
    about.append(section("（三）", "项目情况说明", sections=[project]))
    body = [
        section("一", "单位主要职责", *["收集、整理、保管和利用本市各类档案，依法开放档案。" * 3] * 4),
        section("二", "机构设置及人员情况", "编制15人，实有15人。"),
    ]
    return [
        {"number": 1, "title": f"第一部分　{NAME}概况", "sections": body},
        {"number": 2, "title": f"第二部分　{NAME}2024年单位预算表", "sections": []},
        {
            "number": 3,
            "title": f"第三部分　{NAME}2024年单位预算情况说明",
            "sections": [section("一", "2024年单位预算收支情况说明", sections=about)],
        },
        {"number": 4, "title": "第四部分　名词解释", "sections": []},
    ]


TERMS = [("一、收入科目", "（一）", "财政拨款", "市级财政拨付的资金。"), ("一、收入科目", "（二）", "上年结转", "延续到本年使用的资金。")]
TERMS += [("二、支出科目", "（一）", "行政运行（项）", "行政单位的基本支出。")]


def document(**changes):
    """A unit's budget: two sides, landscape, list, continued, empty tables, one project."""
    tables = [balance(), income(), spent(3, "expenditure", "单位支出总表"), economic(60), three_public()]
    tables += [empty(8, "fund", "政府性基金预算支出表", "政府性基金"), project_statement(9, "详细目标表见“（三）项目情况说明”。")]
    tables.append({**spent(1, "by_nature", "支出按性质分"), "code": "YX01", "number": None, "printed": False})
    glossary = [dict(zip(("section", "number", "term", "definition"), t, strict=True)) for t in TERMS]
    base = {
        "format": "disclosure/1",
        "title": f"{NAME}2024年单位预算",
        "year": 2024,
        "kind": "budget",
        "scope": "unit",
        "amount_unit": "万元",
    }
    base |= {
        "draft": False,
        "agency": {"code": "307001", "name": NAME, "region": "361100", "parent": {"code": "307", "name": "安澜市档案局"}},
    }
    address = "https://ysgk.example.gov.cn/361100/307001/2024/budget/"
    base["imprint"] = {"place": "示例省安澜市", "version": 1, "published_at": "2024-02-08T09:00:00+08:00", "address": address}
    base |= {"parts": parts(), "statements": tables, "glossary": glossary, "findings": []}
    base["performance"] = {"department": None, "projects": [form("档案数字化")]}
    return deepcopy({**base, **changes})


def department_document():
    """A department's budget: forms in part two, no parent, figures as wide as they come."""
    made = document(scope="department", title=f"{NAME}2024年部门预算")
    whole = statement(10, "department_performance", "部门整体支出绩效目标表", [], form="department")
    made["statements"][3:7] = [economic(10, 1000), three_public(), whole, project_statement(11, None)]
    made["performance"] = {"department": whole_form(), "projects": [form("档案数字化"), form("库房改造", "8.00", 25)]}
    made["agency"]["parent"] = None
    return made
