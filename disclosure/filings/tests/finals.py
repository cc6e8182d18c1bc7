"""Packages of final accounts of the tests: one of everything, a transcribed one, and random ones. Knows how to build them, not what is right."""

import copy
from typing import Any

from hypothesis import strategies as st

from disclosure.filings.tests.packages import ADDRESS, COUNTS, KEYS, MONEY, SOURCES, rows, text
from disclosure.filings.tests.transcripts import transcribed

FIXED = {"format": "filing-package/1", "pack": "jiangxi", "year": 2024, "kind": "final", "scope": "unit", "origin": "entered"}
AGENCY = {
    "code": "399001",
    "name": "安澜市档案馆",
    "region": "369900",
    "place": "江西省安澜市",
    "parent": {"code": "399", "name": "安澜市档案局"},
}
SPENT = {"function": "2012604", "economic": "30201", "nature": "basic"}
BALANCE = {"function": "2012604", "function_name": "档案馆"}
LINES = [
    {**SPENT, "flow": "spending", "economic_class": "302", "economic_name": "办公费", "amount": "12.50"},
    {**SPENT, "amount": "-0.30", "item": "上年多付的收回"},
    {**SPENT, "economic": "30217", "use": "foreign_affairs", "amount": "0.40"},
    {**SPENT, "economic": "30217", "use": "overseas_reception", "vintage": "carried_over", "amount": "0.10"},
    {**SPENT, "nature": "project", "project": "p1", "amount": "20"},
    {**SPENT, "nature": "operating", "source": "operating", "amount": "3"},
    {**SPENT, "nature": "remitted_upward", "source": "other", "amount": "1"},
    {**SPENT, "nature": "subsidy_to_subordinate", "source": "nonfiscal_surplus", "amount": "2"},
    {**BALANCE, "flow": "income", "source": "superior_subsidy", "amount": "40"},
    {**BALANCE, "flow": "opening_balance", "amount": "-1.5"},
    {**BALANCE, "flow": "closing_balance", "source": "fund", "amount": "0.000001"},
    {**BALANCE, "flow": "surplus_used", "source": "nonfiscal_surplus", "amount": "1"},
    {**BALANCE, "flow": "surplus_distributed", "source": "institutional", "unit": "399001", "amount": "2"},
]
INDICATORS = [
    {
        "level1": "产出指标",
        "level2": "数量指标",
        "level3": "数字化档案",
        "target": "≥5000卷",
        "actual": "4800卷",
        "reason": "设备到货晚，已补做",
    },
    {"level1": "产出指标", "level2": "质量指标", "level3": "合格率", "target": "≥98%"},
]
PROJECT = {
    "key": "p1",
    "name": "馆藏数字化",
    "overview": "",
    "goal": {"objective": "馆藏全部有数字副本", "indicators": INDICATORS},
    "achieved": "完成九成六。",
    "evaluation": {"central": {"budget": "5", "executed": "4.9"}, "local": {"budget": "15"}, "other": {"executed": "0"}},
}
STAFF = {"on_duty": 12, "retired_cadres": 0, "retired": 3, "others": 1, "students": 0, "pensioners": 4}
VEHICLES = ("leader", "official", "confidential", "emergency", "enforcement", "special", "retired", "other")
COUNTED = (
    "abroad_groups", "abroad_people", "cars_bought", "cars_held", "domestic_receptions", "foreign_affairs_receptions", "domestic_guests",
    "foreign_affairs_guests", "overseas_receptions", "overseas_guests",
)  # fmt: skip
EVERYTHING = {
    **FIXED, "amount_unit": "万元", "agency": AGENCY, "lines": LINES, "projects": [PROJECT],
    "last_year": {
        "complete": True,
        "figures": [{"statement": "JS01", "row": "closing_balance", "column": "outturn", "amount": "-3.2"}],
        "lines": [{**SPENT, "amount": "-9"}, {**BALANCE, "flow": "income", "amount": "9"}],
    },
    "budget": {"complete": True, "figures": [{"statement": "YS05", "row": "201", "column": "total", "amount": "33.5"}]},
    "crosswalk": [
        {"what": "function", "old": "2012601", "new": "2012604"}, {"what": "economic", "old": "30299", "new": "30201"},
        {"what": "project", "old": "old-1", "new": "p1"}, {"what": "agency", "old": "398001", "new": "399001"},
    ],
    "headcount": {"year_end": STAFF}, "organisation": {"offices": ["办公室"]},
    "procurement": {"goods": "6", "works": "0", "services": "1.5", "sme": {"goods": "6", "works": "0", "services": "1"}, "micro": "5"},
    "assets": {"as_of": "2024-12-31", "vehicles": dict.fromkeys(VEHICLES, 1), "equipment": 2},
    "three_public": {
        "adjusted": {"abroad": "0", "car_purchase": "0", "car_running": "2", "reception": "1.2"}, "counts": dict.fromkeys(COUNTED, 3),
    },
    "reasons": [{"statement": "YX10", "row": "JS04.208.total", "column": "change", "text": "人员增加"}],
    "texts": {
        "duties": ["保管档案"], "terms": [{"term": "馆藏", "definition": "保管的档案"}], "evaluation": ["自评一", "自评二"], "report": ["报告"],
        "reception": "上级检查",
    },
}  # fmt: skip
TABLES = [{"statement": "JS03", "rows": [{"row": "total", "cells": {"total": "418.00", "basic": "-1.00"}}]}]
SENTENCE = "支出[418.00](JS03/total/total)万元，比年初预算增加[2](YX10/JS03.total.total/change)万元，主要原因是人员增加。"


def final(**changes: Any) -> dict[str, Any]:
    """One of everything that a final account may hold, with these changes; None removes a section."""
    package = copy.deepcopy({**EVERYTHING, **changes})
    return {key: value for key, value in package.items() if value is not None}


def final_line(index: int, **values: Any) -> dict[str, Any]:
    """A final account whose line at this place holds these values; None removes one."""
    package = final()
    line = {**package["lines"][index], **values}
    package["lines"][index] = {key: value for key, value in line.items() if value is not None}
    return package


def transcribed_final(**changes: Any) -> dict[str, Any]:
    """A transcribed final account, with these changes."""
    project = {key: value for key, value in PROJECT.items() if key != "evaluation"}
    said = {"kind": "final", "tables": TABLES, "quotations": [{"section": "3/二", "text": SENTENCE}], "projects": [project]}
    kept = {key: EVERYTHING[key] for key in ("budget", "reasons", "last_year")}
    crosswalk = [{"what": "agency", "old": "398", "new": "399"}]
    return transcribed(**{**said, **kept, "crosswalk": crosswalk, "last_year": {"figures": kept["last_year"]["figures"]}, **changes})


SIGNED = st.builds("{}{}".format, st.sampled_from(["", "-"]), MONEY).filter(lambda amount: not amount.startswith("-0"))
OTHER_FLOWS = st.sampled_from(["income", "opening_balance", "closing_balance", "surplus_used", "surplus_distributed"])
SPENDING = st.fixed_dictionaries(
    {
        "function": st.just("2012604"),
        "economic": st.sampled_from(["30201", "302"]),
        "nature": st.sampled_from(["basic", "operating"]),
        "amount": SIGNED,
    },
    optional={"flow": st.just("spending"), "item": text(), "source": SOURCES, "vintage": st.just("carried_over")},
)
HELD = st.fixed_dictionaries({"function": st.just("2012604"), "flow": OTHER_FLOWS, "amount": SIGNED}, optional={"source": SOURCES})
FUND = st.dictionaries(st.sampled_from(["budget", "executed"]), MONEY, min_size=1)
MEASURED = st.fixed_dictionaries(
    {key: text() for key in ("level1", "level2", "level3", "target")}, optional={"actual": text(), "reason": text()}
)
FIGURES = st.lists(
    st.fixed_dictionaries({**ADDRESS, "amount": SIGNED}), max_size=3, unique_by=lambda row: (row["row"], row["column"]), min_size=1
)
PROJECTS = rows(
    st.fixed_dictionaries(
        {"key": KEYS, "name": text(), "overview": st.just("") | text()},
        optional={
            "achieved": text(),
            "evaluation": st.dictionaries(st.sampled_from(["central", "local", "other"]), FUND, min_size=1),
            "goal": st.fixed_dictionaries({"objective": text(), "indicators": rows(MEASURED)}),
        },
    ),
    unique_by=(lambda project: project["key"], lambda project: project["name"]),
)
SECTIONS = st.fixed_dictionaries(
    {"lines": st.lists(SPENDING | HELD, max_size=5)},
    optional={
        "projects": PROJECTS,
        "budget": st.fixed_dictionaries({"complete": st.booleans()}, optional={"figures": FIGURES}),
        "headcount": st.fixed_dictionaries({"year_end": st.dictionaries(st.sampled_from(list(STAFF)), COUNTS, min_size=1)}),
        "procurement": st.fixed_dictionaries({"micro": MONEY}, optional={"sme": st.just({"goods": "1"})}),
        "three_public": st.fixed_dictionaries({"counts": st.dictionaries(st.sampled_from(COUNTED), COUNTS, min_size=1)}),
        "texts": st.fixed_dictionaries({"evaluation": rows(text(200)), "reception": text()}, optional={"report": rows(text())}),
    },
)


@st.composite
def finals(draw: st.DrawFn) -> dict[str, Any]:
    """Any right final account of one unit, without empty groups."""
    return {**FIXED, "amount_unit": "万元", "agency": AGENCY, **draw(SECTIONS)}
