"""The template of a Jiangxi final account: its tables, text, summary, glossary and settings for a scope and a year."""

from dataclasses import replace
from functools import cache

from disclosure.core.facts import Address
from disclosure.core.words import Kind, Scope
from disclosure.narrative.words import Wording
from disclosure.packs.jiangxi.final_counts import FOUR, assets, three_public
from disclosure.packs.jiangxi.final_forms import SELF_EVALUATION
from disclosure.packs.jiangxi.final_sentences import parts
from disclosure.packs.jiangxi.final_tables import CLASSES, printed_tables
from disclosure.packs.jiangxi.final_unprinted import UNPRINTED
from disclosure.packs.jiangxi.layouts import LAYOUTS
from disclosure.packs.jiangxi.scopes import class_sums
from disclosure.packs.pack import GlossaryPlan, KeyFigure, Summary, Template
from disclosure.statements.words import Statement

YEARS = range(2022, 2026)
WORDING = Wording(
    before="较{last_year}年",
    rate_before="较{last_year}年",
    equal="较{last_year}年无变化",
    rate_places=1,
    budgets={"YX10": "年初预算", "YX11": "全年预算"},
    exact=True,
)
SUMMARY = Summary(
    wording=Wording(rate_before="比上年", rate_places=1, equal="与上年持平", exact=True),
    answer="{year}年度本年收入{=JS01/income_this_year/income}万元，本年支出{=JS01/expenditure_this_year/expenditure}万元，"
    "支出{rate:JS01/expenditure_this_year/expenditure}。",
    detail=(
        "支出中基本支出占{share:YX13/spending/basic of YX13/spending/total}，项目支出占{share:YX13/spending/project of YX13/spending/total}。",
    ),
    total=Address("JS01", "expenditure_this_year", "expenditure"),
    explained_by=CLASSES,
    classes=Address("JS03", "total", "total"),
    spent=Address("JS01", "expenditure_total", "expenditure"),
    figures=(
        KeyFigure("财政拨款收入", Address("JS02", "total", "fiscal")),
        KeyFigure("年初结转和结余", Address("JS01", "opening", "income")),
        KeyFigure("基本支出", Address("JS03", "total", "basic")),
        KeyFigure("项目支出", Address("JS03", "total", "project")),
        KeyFigure("机关运行经费", Address("YX03", "operating", "amount")),
        KeyFigure("“三公”经费", Address("JS09", "total", "outturn")),
    ),
)
GLOSSARY = GlossaryPlan(
    sources="一、收入科目",
    functions="二、支出科目",
    terms="三、相关专业名词",
    explained=(
        ("“三公”经费", "JS09/total/outturn"),
        ("机关运行经费支出", "YX03/operating/amount"),
        ("政府采购", "YX04/total/amount"),
        ("年末结转和结余", "JS01/closing/expenditure"),
    ),
)
LAST_YEAR = (
    Address("JS01", "income_this_year", "income"),
    Address("JS01", "expenditure_this_year", "expenditure"),
    Address("JS01", "closing", "expenditure"),
    Address("YX03", "operating", "amount"),
    Address("JS06", "*", "amount"),
    *(Address("JS09", key, "outturn") for key in FOUR),
)
BUDGET = (Address("YX10", "*", "change"), *(Address("YX11", f"JS09.{key}.outturn", "change") for key in FOUR))


def numbered(statement: Statement) -> Statement:
    """A printed table with the number that the format puts at its head."""
    return replace(statement, label=f"公开{statement.number:02d}表")


@cache
def final_template(scope: Scope, year: int) -> Template:
    """The template; raises ValueError for a year that this layout does not cover."""
    if year not in YEARS:
        raise ValueError(f"江西决算模板（2022年式）适用于{YEARS.start}—{YEARS.stop - 1}年，没有{year}年的模板")
    layout = LAYOUTS[scope]
    printed = (*printed_tables(layout), three_public(layout), assets(layout, year))
    return Template(
        pack="jiangxi",
        kind=Kind.FINAL,
        scope=scope,
        years=YEARS,
        statements=(*(numbered(each) for each in printed), SELF_EVALUATION, *UNPRINTED),
        parts=parts(layout),
        wording=WORDING,
        summary=SUMMARY,
        glossary=GLOSSARY,
        rounding="independent",
        short_groups=False,
        head=("编制单位：{name}", "{year}年度"),
        head_unit="金额单位：万元",
        title="{name}{year}年度{word}",
        reasons_required=(*LAST_YEAR, *BUDGET),
        class_sums=class_sums("JS"),
    )
