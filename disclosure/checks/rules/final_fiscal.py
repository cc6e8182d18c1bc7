"""F06–F11: the fiscal tables of a final account among themselves and with the totals. 财政拨款 means all that was spent of it, carried over or not."""

from disclosure.checks.conditions import Mended, Where, all_of
from disclosure.checks.hierarchy import hierarchy
from disclosure.checks.places import only_fiscal
from disclosure.checks.rule import Example, Rule
from disclosure.checks.rules.final_tables import FUNDS, final, less
from disclosure.checks.rules.income import rows_of, total_of
from disclosure.checks.ties import tie
from disclosure.core import law

PUBLIC = ("302", "307", "310", "312", "399")
BALANCE = (
    "请核对这本预算的年初财政拨款结转和结余、本年收入、本年支出、年末财政拨款结转和结余，把漏记的补上；没有用完的拨款列入年末结转和结余"
)
ROW_BALANCE = "请核对这个科目的年初结转和结余、本年收入、本年支出、年末结转和结余，把漏记的补上；没有用完的拨款列入年末结转和结余"
SUMMARY = all_of(
    tie(f"JS04/income_this_year/income = {rows_of('JS04', 'income', FUNDS)}"),
    tie(f"JS04/opening/income = {rows_of('JS04', 'income', tuple(f'opening_{fund}' for fund in FUNDS))}"),
    tie("JS04/income_total/income = JS04/income_this_year/income + JS04/opening/income"),
    tie(f"JS04/*/total = {total_of('JS04', '*', FUNDS)}"),
    *(tie(f"JS04/expenditure_this_year/{column} = JS04/[class]/{column}") for column in ("total", *FUNDS)),
    tie("JS04/expenditure_total/total = JS04/expenditure_this_year/total + JS04/closing/total"),
    Mended(BALANCE, tie("JS04/income_total/income = JS04/expenditure_total/total")),
    *(
        Mended(BALANCE, tie(f"JS04/{fund}/income + JS04/opening_{fund}/income = JS04/expenditure_this_year/{fund} + JS04/closing/{fund}"))
        for fund in FUNDS
    ),
)
BASIC = all_of(
    hierarchy("JS06"),
    tie("JS06/personnel/amount = JS06/301/amount + JS06/303/amount"),
    tie(f"JS06/public/amount = {rows_of('JS06', 'amount', PUBLIC)}"),
    tie("JS05/total/basic = JS06/personnel/amount + JS06/public/amount"),
)
FUND = all_of(
    Mended(ROW_BALANCE, tie("JS07/*/opening + JS07/*/income = JS07/*/total + JS07/*/closing")),
    tie("JS07/*/total = JS07/*/basic + JS07/*/project"),
    hierarchy("JS07"),
    tie("JS07/total/opening = JS04/opening_fund/income"),
    tie("JS07/total/income = JS04/fund/income"),
    tie("JS07/total/total = JS04/expenditure_this_year/fund"),
    tie("JS07/total/closing = JS04/closing/fund"),
)

RULES = (
    Rule(
        "F06", "error", "财政拨款收入支出决算总表：收支各项相加相等，每本预算收支平衡", law.REGULATION_5, SUMMARY,
        final("JS04/general/income", "JS04/income_this_year/income", "JS04/income_total/income", *(
            f"JS04/{row}/{column}" for row in ("201", "expenditure_this_year", "expenditure_total") for column in ("total", "general"))),
        Example({"JS04/opening_general/income": "5.00", "JS04/opening/income": "5.00", "JS04/income_total/income": "35.00"}),
    ),
    Rule(
        "F07", "error", "财政拨款收支不大于收入支出决算总表的收支，三本预算的收入相同；只有财政拨款的，各类支出相同", law.REGULATION_5,
        all_of(
            *(tie(f"JS04/{fund}/income = JS01/{fund}/income") for fund in FUNDS),
            Where(only_fiscal, tie("JS04/*/total = JS01/*/expenditure", "class"), less(tie("JS04/*/total ≤ JS01/*/expenditure", "class"))),
        ),
        final("JS04/general/income", "JS01/general/income", "JS04/201/total", "JS01/201/expenditure"),
        Example({"JS04/201/total": "32.00"}),
    ),
    Rule(
        "F08", "error", "一般公共预算财政拨款支出决算表：行、栏相加相等，合计和各类与财政拨款收入支出决算总表相同", law.REGULATION_6,
        all_of(
            tie("JS05/*/total = JS05/*/basic + JS05/*/project"), hierarchy("JS05"),
            tie("JS05/total/total = JS04/expenditure_this_year/general"), tie("JS05/*/total = JS04/*/general", "class"),
        ),
        final("JS04/201/general", "JS04/expenditure_this_year/general", *(
            f"JS05/{row}/{column}" for row in ("total", "201", "20126", "2012604") for column in ("total", "basic"))),
        Example({"JS04/201/general": "3.00"}),
    ),
    Rule(
        "F09", "error", "基本支出决算表：类等于款之和，人员经费、公用经费等于各类之和，合起来等于一般公共预算财政拨款的基本支出", law.REGULATION_6, BASIC,
        final("JS06/30101/amount", "JS06/301/amount", "JS06/personnel/amount", "JS05/total/basic"),
        Example({"JS06/301/amount": "30.60", "JS06/personnel/amount": "30.60"}),
    ),
    Rule(
        "F10", "error", "政府性基金预算表：每个科目收支平衡，行、栏相加相等，合计与财政拨款收入支出决算总表相同", law.REGULATION_6, FUND,
        final("JS04/fund/income", "JS04/expenditure_this_year/fund", *(
            f"JS07/{row}/{column}" for row in ("total", "212", "21208", "2120803") for column in ("income", "total", "project"))),
        Example({"JS07/2120803/income": "33.00"}),
    ),
    Rule(
        "F11", "error", "国有资本经营预算表：行、栏相加相等，合计与财政拨款收入支出决算总表相同", law.REGULATION_6,
        all_of(
            tie("JS08/*/total = JS08/*/basic + JS08/*/project"), hierarchy("JS08"), tie("JS08/total/total = JS04/expenditure_this_year/soe"),
        ),
        final("JS04/expenditure_this_year/soe", *(
            f"JS08/{row}/{column}" for row in ("total", "223", "22301", "2230105") for column in ("total", "project"))),
        Example({"JS04/expenditure_this_year/soe": "4.00"}),
    ),
)  # fmt: skip
