"""F01–F05: 收入支出决算总表, 收入决算表 and 支出决算表. The numbers are those of the field's own list of identities."""

from disclosure.checks.conditions import Doubtful, Mended, all_of
from disclosure.checks.hierarchy import hierarchy
from disclosure.checks.places import has_red_letters
from disclosure.checks.rule import Example, Rule
from disclosure.checks.rules.income import rows_of, total_of
from disclosure.checks.ties import Find, tie
from disclosure.core import law

FUNDS = ("general", "fund", "soe")
NONFISCAL = ("superior_subsidy", "institutional", "operating", "subordinate_remittance", "other")
NATURES = ("basic", "project", "remitted_upward", "operating", "subsidy_to_subordinate")
BALANCE = "请核对收入、使用非财政拨款结余、年初和年末结转和结余、结余分配，把漏记的补上；没有用完的收入列入年末结转和结余"
SUMMARY = all_of(
    tie(f"JS01/income_this_year/income = {rows_of('JS01', 'income', (*FUNDS, *NONFISCAL))}"),
    tie("JS01/income_total/income = JS01/income_this_year/income + JS01/surplus_used/income + JS01/opening/income"),
    tie("JS01/expenditure_this_year/expenditure = JS01/[class]/expenditure"),
    tie(
        "JS01/expenditure_total/expenditure = JS01/expenditure_this_year/expenditure + JS01/surplus_distributed/expenditure + JS01/closing/expenditure"
    ),
    Mended(BALANCE, tie("JS01/income_total/income = JS01/expenditure_total/expenditure")),
)
IN_BOTH = all_of(
    tie("JS02/total/total = JS01/income_this_year/income"),
    tie(f"JS02/total/fiscal = {rows_of('JS01', 'income', FUNDS)}"),
    *(tie(f"JS02/total/{column} = JS01/{column}/income") for column in NONFISCAL),
)


def less(find: Find) -> Doubtful:
    """A tie of a part and its whole: where spending was taken back a part may be more."""
    return Doubtful(has_red_letters, "支出有红字冲减，部分可以大于整体", find)


def final(*places: str, amount: str = "30.00") -> Example:
    """A final account in which all of these figures are the same."""
    return Example(dict.fromkeys(places, amount), kind="final")


RULES = (
    Rule(
        "F01", "error", "收入支出决算总表：收支各项相加相等，收入总计等于支出总计", law.REGULATION_5, SUMMARY,
        final("JS01/general/income", "JS01/income_this_year/income", "JS01/income_total/income", "JS01/201/expenditure",
              "JS01/expenditure_this_year/expenditure", "JS01/expenditure_total/expenditure"),
        Example({"JS01/income_total/income": "35.00", "JS01/opening/income": "5.00"}),
    ),
    Rule(
        "F02", "error", "收入决算表每行：合计等于各项收入之和；每栏：合计等于各类之和，类等于款之和，款等于项之和", law.REGULATION_6,
        all_of(tie(f"JS02/*/total = {total_of('JS02', '*', ('fiscal', *NONFISCAL))}"), hierarchy("JS02")),
        final(*(f"JS02/{row}/{column}" for row in ("total", "201", "20126", "2012604") for column in ("total", "fiscal"))),
        Example({"JS02/20126/fiscal": "31.00"}),
    ),
    Rule(
        "F03", "error", "收入决算表的合计行与收入支出决算总表的各项收入相同", law.REGULATION_5, IN_BOTH,
        final("JS02/total/total", "JS02/total/fiscal", "JS01/general/income", "JS01/income_this_year/income"),
        Example({"JS02/total/fiscal": "29.00"}),
    ),
    Rule(
        "F04", "error", "支出决算表每行：合计等于各项支出之和；每栏：合计等于各类之和，类等于款之和，款等于项之和", law.REGULATION_6,
        all_of(tie(f"JS03/*/total = {total_of('JS03', '*', NATURES)}"), hierarchy("JS03")),
        final(*(f"JS03/{row}/{column}" for row in ("total", "201", "20126", "2012604") for column in ("total", "basic"))),
        Example({"JS03/2012604/basic": "28.00", "JS03/2012604/project": "3.00"}),
    ),
    Rule(
        "F05", "error", "支出决算表的合计和各类与收入支出决算总表的支出相同", law.REGULATION_5,
        all_of(tie("JS03/total/total = JS01/expenditure_this_year/expenditure"), tie("JS03/*/total = JS01/*/expenditure", "class")),
        final("JS03/total/total", "JS03/201/total", "JS01/201/expenditure", "JS01/expenditure_this_year/expenditure"),
        Example({"JS01/201/expenditure": "31.00"}),
    ),
)  # fmt: skip
