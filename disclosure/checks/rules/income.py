"""B01–B09: 收支预算总表 and 收入总表. The numbers are those of the field's own list of identities."""

from disclosure.checks.conditions import all_of
from disclosure.checks.hierarchy import hierarchy
from disclosure.checks.rule import Example, Rule
from disclosure.checks.ties import tie
from disclosure.core import law

OTHER_INCOME = ("education_fee", "institutional", "operating", "subordinate_remittance", "superior_subsidy", "other")
FUNDS = ("general", "fund", "soe")
WITH_CODES = ("YS02", "YS03", "YS05", "YS08", "YS09")


def total_of(statement: str, row: str, columns: tuple[str, ...]) -> str:
    """The sum of some columns of a row."""
    return " + ".join(f"{statement}/{row}/{column}" for column in columns)


def rows_of(statement: str, column: str, rows: tuple[str, ...]) -> str:
    """The sum of some rows of a column."""
    return " + ".join(f"{statement}/{row}/{column}" for row in rows)


THIS_YEAR = rows_of("YS01", "income", ("fiscal", *OTHER_INCOME))
IN_BOTH = ("fiscal", *FUNDS, *OTHER_INCOME, "nonfiscal_surplus", "carryover")
EQUAL_INCOME = all_of(
    tie("YS02/total/total = YS01/income_total/income"),
    *(tie(f"YS02/total/{column} = YS01/{column}/income") for column in IN_BOTH),
)

RULES = (
    Rule(
        "B01", "error", "财政拨款等于三本预算之和，本年收入合计等于一至七项之和", law.REGULATION_5,
        all_of(
            tie(f"YS01/fiscal/income = {rows_of('YS01', 'income', FUNDS)}"),
            tie(f"YS01/income_this_year/income = {THIS_YEAR}"),
        ),
        Example({"YS01/fiscal/income": "80.00", "YS01/general/income": "80.00", "YS01/income_this_year/income": "80.00"}),
        Example({"YS01/fiscal/income": "85.00", "YS01/income_this_year/income": "85.00"}),
    ),
    Rule(
        "B02", "error", "收入总计等于本年收入合计、使用非财政拨款结余与上年结转之和", law.REGULATION_5,
        tie("YS01/income_total/income = YS01/income_this_year/income + YS01/nonfiscal_surplus/income + YS01/carryover/income"),
        Example({"YS01/income_total/income": "100.00", "YS01/income_this_year/income": "80.00", "YS01/carryover/income": "20.00"}),
        Example({"YS01/income_total/income": "90.00"}),
    ),
    Rule(
        "B03", "error", "本年支出合计等于各类支出之和", law.REGULATION_5,
        tie("YS01/expenditure_this_year/expenditure = YS01/[class]/expenditure"),
        Example({"YS01/expenditure_this_year/expenditure": "50.00", "YS01/201/expenditure": "30.00", "YS01/208/expenditure": "20.00"}),
        Example({"YS01/208/expenditure": "2.00"}),
    ),
    Rule(
        "B04", "error", "支出总计等于本年支出合计与结转下年之和", law.REGULATION_5,
        tie("YS01/expenditure_total/expenditure = YS01/expenditure_this_year/expenditure + YS01/carried_forward/expenditure"),
        Example({"YS01/expenditure_total/expenditure": "50.00", "YS01/expenditure_this_year/expenditure": "50.00"}),
        Example({"YS01/expenditure_total/expenditure": "55.00"}),
    ),
    Rule(
        "B05", "error", "收入总计等于支出总计", law.REGULATION_5,
        tie("YS01/income_total/income = YS01/expenditure_total/expenditure"),
        Example({"YS01/income_total/income": "50.00", "YS01/expenditure_total/expenditure": "50.00"}),
        Example({"YS01/income_total/income": "50.50"}),
    ),
    Rule(
        "B06", "error", "收入总表每行：合计等于上年结转、财政拨款和其他各项收入之和", law.REGULATION_5,
        tie(f"YS02/*/total = {total_of('YS02', '*', ('carryover', 'fiscal', *OTHER_INCOME, 'nonfiscal_surplus'))}"),
        Example({"YS02/total/total": "50.00", "YS02/total/fiscal": "40.00", "YS02/total/carryover": "10.00"}),
        Example({"YS02/total/carryover": "1.00"}),
    ),
    Rule(
        "B07", "error", "收入总表每行：财政拨款小计等于三本预算之和", law.REGULATION_5,
        tie(f"YS02/*/fiscal = {total_of('YS02', '*', FUNDS)}"),
        Example({"YS02/2012604/fiscal": "40.00", "YS02/2012604/general": "40.00"}),
        Example({"YS02/2012604/general": "4.00"}),
    ),
    Rule(
        "B08", "error", "按功能分类的各表每栏：合计等于各类之和，类等于款之和，款等于项之和", law.REGULATION_6,
        hierarchy(*WITH_CODES),
        Example({f"YS03/{row}/total": "30.00" for row in ("total", "201", "20126", "2012604")}),
        Example({"YS03/20126/total": "33.00"}),
    ),
    Rule(
        "B09", "error", "收入总表的合计行与收支预算总表的收入各项相同", law.REGULATION_5, EQUAL_INCOME,
        Example({"YS02/total/total": "50.00", "YS01/income_total/income": "50.00"}),
        Example({"YS02/total/total": "51.00"}),
    ),
)  # fmt: skip
