"""D: codes and names as printed, against the year's classification. The database refuses both in what is entered here."""

from collections.abc import Iterator

from disclosure.checks.places import expenditure
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.checks.tie_words import bare
from disclosure.core import law
from disclosure.core.chart import Chart, Code, UnknownCode, load_chart, normalised
from disclosure.core.facts import Address
from disclosure.core.money import write_grouped
from disclosure.statements.build import CHART_OF
from disclosure.statements.table import Table, TableRow
from disclosure.statements.words import EachCode, EachItem, Panel

BRACKETS = str.maketrans("〔〕[]", "()()")
RUNNING = "行政运行"


def coded(case: Case) -> Iterator[tuple[Address, TableRow, str]]:
    """Every row of a code, with the chart that it is of."""
    for code, table in case.tables.items():
        for panel in table.panels:
            charts = [CHART_OF[word.codes] for word in panel.declared.rows if isinstance(word, EachCode)]
            for row in panel.rows if charts else ():
                if row.code:
                    yield Address(code, row.key, first_column(panel.declared)), row, charts[0]


def first_column(panel: Panel) -> str:
    """Where a finding about a row stands."""
    return panel.columns[0].key


def unknown_codes(case: Case) -> Iterator[Found]:
    """A code that the year's book does not have."""
    chart = load_chart(case.facts.year)
    for address, row, kind in coded(case):
        try:
            chart.get(kind, row.code)
        except UnknownCode as error:
            yield Found(f"《{case.tables[address.statement].declared.title}》的科目{row.code}{row.name}：{error}", address)


def foreign_names(case: Case) -> Iterator[Found]:
    """A name that is neither the code's name nor one that it had."""
    for address, printed, code, chart in named(case):
        if chart.accepts_name(code.chart, code.code, printed) is None and not is_short_form(printed, code.name):
            meant = "、".join(f"{each.code} {each.name}" for each in chart.suggestions(code.chart, printed) if each.code != code.code)
            hint = f"；是否要用：{meant}" if meant else ""
            yield Found(f"{misnamed(case, address, printed, code, chart)}{hint}", address)


def former_names(case: Case) -> Iterator[Found]:
    """A name of another year, or one that only printing makes different."""
    for address, printed, code, chart in named(case):
        if chart.accepts_name(code.chart, code.code, printed) or is_short_form(printed, code.name):
            yield Found(misnamed(case, address, printed, code, chart), address)


def misnamed(case: Case, address: Address, printed: str, code: Code, chart: Chart) -> str:
    """What is printed, and what the code is called."""
    title = case.tables[address.statement].declared.title
    return f"《{title}》的{code.code}印作“{printed}”，{chart.year}年的名称是“{code.name}”"


def is_short_form(printed: str, name: str) -> bool:
    """因公出国（境）费 for 因公出国（境）费用: the same but for 的, 支出 or 用 at the end, and kinds of brackets."""
    return stem(printed) == stem(name)


def stem(name: str) -> str:
    """What is left of a name without these."""
    return normalised(name).translate(BRACKETS).replace("的", "").removesuffix("支出").removesuffix("用")


def named(case: Case) -> Iterator[tuple[Address, str, Code, Chart]]:
    """The rows printed under another name than the year's book has; a document made here has its names from there."""
    chart = load_chart(case.facts.year)
    for address, row, kind in coded(case) if case.facts.transcript else ():
        known = chart.codes.get((kind, row.code))
        if row.name and known and normalised(row.name) != normalised(known.name):
            printed = bare(row.name)
            if normalised(printed) != normalised(known.name):
                yield address, printed, known, chart


def agency_names(case: Case) -> Iterator[Found]:
    """A unit or department that a table calls otherwise than the document does."""
    agency = case.facts.agency
    known = {each.code: each.name for each in agency.units} | {agency.code: agency.name}
    for code, table in case.tables.items():
        for row in rows_of_agencies(table):
            wanted = known.get(row.key)
            if wanted is None or normalised(row.name) != normalised(wanted):
                said = f"《{table.declared.title}》列的是“{row.key} {row.name}”"
                yield Found(f"{said}，{'名称应为' + wanted if wanted else '本文件没有这个单位'}", Address(code, row.key, "total"))


def rows_of_agencies(table: Table) -> Iterator[TableRow]:
    """The rows of units and departments."""
    for panel in table.panels:
        if any(isinstance(word, EachItem) and word.items in ("unit", "department") for word in panel.declared.rows):
            yield from panel.rows


def projects_on_running_costs(case: Case) -> Iterator[Found]:
    """Project money under 行政运行, which is for basic spending by its definition."""
    table = expenditure(case)
    for key, row in case.tables[table].rows.items():
        figure = row.cells["project"].shown
        if row.level == "item" and row.name == RUNNING and figure:
            message = f"项目支出{write_grouped(figure)}万元列在“{key} {RUNNING}”；这个科目反映基本支出，请核对"
            yield Found(message, Address(table, key, "project"))


TRAVEL = Example({"YS06/30211/total": "3.00"}, names={"YS06/30211": "差旅费"})
RULES = (
    Rule(
        "D01", "error", "科目编码属于当年的科目", law.REGULATION_6, unknown_codes,
        Example({"YS03/2012604/total": "30.00"}), Example({"YS03/2012694/total": "1.00"}),
    ),
    Rule(
        "D02", "error", "科目名称是编码在当年的名称", law.REGULATION_6, foreign_names,
        TRAVEL, Example(names={"YS06/30211": "维修费"}),
    ),
    Rule(
        "D03", "hint", "用旧名或简写的科目逐个列出", law.REGULATION_6, former_names,
        Example({"YS03/210/total": "3.00"}, names={"YS03/210": "卫生健康支出"}), Example(names={"YS03/210": "医疗卫生与计划生育支出"}),
    ),
    Rule(
        "D04", "warning", "同一个部门或单位在各处的编码和名称相同", law.PROCEDURE_2016, agency_names,
        Example({"YS07/399/total": "3.00"}, names={"YS07/399": "安澜市档案局"}), Example(names={"YS07/399": "安澜市档案馆"}),
    ),
    Rule(
        "D05", "warning", "项目支出不列在行政运行", law.REGULATION_5, projects_on_running_costs,
        Example({"YS03/2012601/basic": "30.00"}), Example({"YS03/2012601/project": "5.00"}),
    ),
)  # fmt: skip
