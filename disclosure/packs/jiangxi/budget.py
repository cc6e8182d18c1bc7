"""The template of a Jiangxi budget: its tables, text, summary, glossary and settings for a scope and a year."""

from dataclasses import replace
from functools import cache

from disclosure.core.facts import Address
from disclosure.core.words import Kind, Scope
from disclosure.narrative.words import Wording
from disclosure.packs.jiangxi import budget_2022
from disclosure.packs.jiangxi.budget_forms import forms
from disclosure.packs.jiangxi.budget_sentences import parts
from disclosure.packs.jiangxi.budget_tables import printed_tables
from disclosure.packs.jiangxi.budget_unprinted import INCOME_ROWS, unprinted_statements
from disclosure.packs.jiangxi.layouts import LAYOUTS, Layout
from disclosure.packs.jiangxi.scopes import class_sums
from disclosure.packs.pack import GlossaryPlan, KeyFigure, Summary, Template
from disclosure.statements.words import Statement

YEARS = range(2023, 2027)
TOTAL = Address("YS01", "income_total", "income")
SUMMARY = Summary(
    wording=Wording(rate_before="比上年", rate_places=1, equal="与上年持平"),
    answer="{year}年收入和支出预算各{=YS01/income_total/income}万元，{rate:YS01/income_total/income}。",
    detail=("支出中基本支出占{share:YS03/total/basic of YS03/total/total}，项目支出占{share:YS03/total/project of YS03/total/total}。",),
    total=TOTAL,
    explained_by=INCOME_ROWS,
    classes=Address("YS03", "total", "total"),
    spent=Address("YS01", "expenditure_total", "expenditure"),
    figures=(
        KeyFigure("财政拨款", Address("YS01", "fiscal", "income")),
        KeyFigure("上年结转", Address("YS01", "carryover", "income")),
        KeyFigure("基本支出", Address("YS03", "total", "basic")),
        KeyFigure("项目支出", Address("YS03", "total", "project")),
        KeyFigure("机关运行费", Address("YX03", "operating", "amount")),
        KeyFigure("“三公”经费", Address("YX08", "total", "total")),
    ),
)
GLOSSARY = GlossaryPlan(
    sources="一、收入科目",
    functions="二、支出科目",
    terms="三、相关专业名词",
    explained=(("机关运行经费", "YX03/operating/amount"), ("“三公”经费", "YX08/total/total"), ("政府采购", "YX04/total/amount")),
)
THREE_PUBLIC_REASONS = tuple(Address("YX08", "total", column) for column in ("abroad", "reception", "car_running", "car_purchase"))
OPERATING_REASON = Address("YX03", "operating", "amount")


def noted(statement: Statement, layout: Layout) -> Statement:
    """A table without a note of its own says when it is empty (财预〔2016〕143号: 没有数据的表格应当列出空表并说明)."""
    return statement if statement.notes else replace(statement, empty_note=f"注：本表为空，{layout.note_subject}没有此项内容")


@cache
def budget_template(scope: Scope, year: int) -> Template:
    """The template of the year's layout; raises ValueError for a year that none covers."""
    if year in budget_2022.YEARS:
        return older(template_of_2023(scope, year), LAYOUTS[scope])
    if year not in YEARS:
        raise ValueError(f"江西预算模板适用于{budget_2022.YEARS.start}—{YEARS.stop - 1}年，没有{year}年的模板")
    return template_of_2023(scope, year)


def older(template: Template, layout: Layout) -> Template:
    """The layout before 2023: another text in another order over the same statements."""
    return replace(
        template,
        years=budget_2022.YEARS,
        statements=(*template.statements, budget_2022.TARGETS),
        parts=budget_2022.parts(layout),
        wording=budget_2022.WORDING,
    )


def template_of_2023(scope: Scope, year: int) -> Template:
    """The layout from 2023 on."""
    layout = LAYOUTS[scope]
    return Template(
        pack="jiangxi",
        kind=Kind.BUDGET,
        scope=scope,
        years=YEARS,
        statements=(*(noted(each, layout) for each in (*printed_tables(layout, year), *forms(layout))), *unprinted_statements(layout)),
        parts=parts(layout),
        wording=Wording(),
        summary=SUMMARY,
        glossary=GLOSSARY,
        rounding="balanced",
        short_groups=True,
        head=(f"填报单位：{layout.filler}",),
        head_unit="单位：万元",
        reasons_required=THREE_PUBLIC_REASONS,
        reasons_expected=(OPERATING_REASON,),
        class_sums=class_sums("YS"),
    )
