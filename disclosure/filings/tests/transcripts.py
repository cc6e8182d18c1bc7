"""Transcribed packages of the tests: one of everything, and random ones. Knows how to build them, not what is right about them."""

import copy
from typing import Any

from hypothesis import strategies as st

from disclosure.filings.tests.packages import GOAL, KEYS, PROJECTS, addressed, rows, text

FIXED = {"format": "filing-package/1", "pack": "jiangxi", "year": 2024, "kind": "budget", "scope": "department", "origin": "transcribed"}
AGENCY = {
    "code": "399",
    "name": "安澜市档案局",
    "region": "369900",
    "place": "江西省安澜市",
    "units": [{"code": "399001", "name": "安澜市档案馆"}],
}
TABLES = [
    {
        "statement": "YS03",
        "title": "部门支出预算总表",
        "notes": ["注：一", "注：二\n注：三"],
        "rows": [
            {"row": "total", "cells": {"total": "1,418.00", "basic": "418.00", "project": ""}},
            {"row": "30211", "name": "维修费", "cells": {"total": "0.30"}},
            {"row": "302", "cells": {}},
        ],
    },
    {"statement": "YS07", "notes": ["注：空表"], "rows": []},
    {"statement": "YS09", "rows": [{"row": "total", "cells": {"total": "０"}}]},
]
INCOME = "2024年收入预算总额为[418.00](YS01/income_total/income)万元，较上年[减少]增加[83.10](YX07/YS01.income_total.income/change)万元，主要原因是人员增加。"
QUOTATIONS = [{"section": "3/一/（一）", "text": INCOME}, {"section": "3/一/（九）/p1", "text": "项目概述：整理档案。\n=1+1"}]
STATED = [
    {"statement": "YX08", "row": "total", "column": "total", "text": "0.50"},
    {"statement": "YX07", "row": "YS03.total.basic", "column": "rate", "text": "57.08%"},
]
GLOSSARY = [{"section": "支出科目", "term": "档案馆", "definition": "保管档案的支出。"}, {"section": "收入科目", "term": "财政拨款"}]
ORIGINAL = {"title": "安澜市档案局2024年部门预算", "published_on": "2024-02-20", "address": "https://anlan.example/a?b=1", "note": "扫描件"}
EVERYTHING = {
    **FIXED, "amount_unit": "万元", "agency": AGENCY, "original": ORIGINAL, "tables": TABLES, "quotations": QUOTATIONS, "stated": STATED,
    "complete": ["YX06", "YX05"], "pictures": ["YS11"], "glossary": GLOSSARY, "assets": {"as_of": "2023-12-31"},
    "projects": [{"key": "p1", "name": "整理", "overview": "整理档案。"}],
    "last_year": {"complete": False, "figures": [{"statement": "YS03", "row": "total", "column": "basic", "amount": "334.90"}]},
    "reasons": [{"statement": "YS03", "row": "total", "column": "basic", "text": "人员减少"}], "texts": {"duties": ["保管档案"]},
}  # fmt: skip


def transcribed(**changes: Any) -> dict[str, Any]:
    """One of everything that a transcribed package may hold, with these changes; None removes a section."""
    package = copy.deepcopy({**EVERYTHING, **changes})
    return {key: value for key, value in package.items() if value is not None}


def printing(*rows: dict[str, Any]) -> dict[str, Any]:
    """A package with one printed table of these rows."""
    return transcribed(tables=[{"statement": "YS03", "rows": list(rows)}])


def quoting(text: str) -> dict[str, Any]:
    """A package with one quotation."""
    return transcribed(quotations=[{"section": "3/一/（一）", "text": text}])


NUMBERS = st.from_regex(r"[+－-]?([0-9]{1,3}(,[0-9]{3}){1,2}|[0-9０-９]{1,9})(\.[0-9]{1,4})?[%％]?", fullmatch=True)
COLUMNS = st.from_regex(r"[a-z_]{1,20}", fullmatch=True).filter(lambda column: column != "change")
PRINTED_ROW = st.fixed_dictionaries(
    {"row": KEYS, "cells": st.dictionaries(COLUMNS, NUMBERS | st.just(""), max_size=3)}, optional={"name": text()}
)
PRINTED_ROWS = st.lists(PRINTED_ROW, max_size=3, unique_by=lambda row: row["row"])
STATEMENTS = st.sampled_from(["YS01", "YS03", "YS05", "YX08"])
PRINTED_TABLE = st.fixed_dictionaries({"statement": STATEMENTS, "rows": PRINTED_ROWS}, optional={"title": text(), "notes": rows(text())})
MARKS = st.builds("[{}]({}/{}/{})".format, NUMBERS, STATEMENTS, KEYS, COLUMNS)
PLAIN = text().filter(lambda piece: not set(piece) & set("[]()（）"))
SENTENCE = st.lists(PLAIN | MARKS, min_size=1, max_size=5).map("".join)


@st.composite
def transcribed_packages(draw: st.DrawFn) -> dict[str, Any]:
    """Any right transcribed package, without empty groups."""
    sections = {
        "original": st.fixed_dictionaries({"title": text()}, optional={"published_on": st.dates().map(str), "note": text()}),
        "tables": st.lists(PRINTED_TABLE, max_size=3, unique_by=lambda table: table["statement"]),
        "quotations": st.lists(st.fixed_dictionaries({"section": text(), "text": SENTENCE}), max_size=3),
    }
    optional = {
        "stated": addressed(column=COLUMNS, text=NUMBERS),
        "complete": rows(STATEMENTS, unique=True),
        "pictures": rows(st.sampled_from(["YS10", "YS11"]), unique=True),
        "glossary": rows(st.fixed_dictionaries({"section": text(), "term": text()}, optional={"definition": text()})),
        "projects": PROJECTS,
        "goal": GOAL,
    }
    return {**FIXED, "amount_unit": "万元", "agency": AGENCY, **draw(st.fixed_dictionaries(sections, optional=optional))}
