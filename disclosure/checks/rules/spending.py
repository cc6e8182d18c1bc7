"""B10–B21: the expenditure tables among themselves and with the totals. 财政拨款 tables hold this year's money only, as Jiangxi prints them."""

from disclosure.checks.conditions import Unless, all_of
from disclosure.checks.hierarchy import hierarchy
from disclosure.checks.rule import Example, Rule
from disclosure.checks.ties import tie
from disclosure.core import law
from disclosure.core.words import ONLY_PERSONNEL, ONLY_PUBLIC

CODES = ("class", "group", "item")
FUND_TABLES = (("YS05", "general"), ("YS08", "fund"), ("YS09", "soe"))
FUND_COLUMNS = tuple(fund for _, fund in FUND_TABLES)
FISCAL_OF_ALL = "YS05/*/{0} + YS08/*/{0} + YS09/*/{0}"
FORWARD = ("YS01/carried_forward/expenditure", "有结转下年")
CARRYOVER = ("YS04/carryover/income", "财政拨款各表含上年结转")

FISCAL_TOTALS = all_of(
    tie("YS04/fiscal/income = YS04/general/income + YS04/fund/income + YS04/soe/income"),
    tie("YS04/carryover/income = YS04/carryover_general/income + YS04/carryover_fund/income"),
    tie("YS04/income_total/income = YS04/fiscal/income + YS04/carryover/income"),
    tie("YS04/*/total = YS04/*/general + YS04/*/fund + YS04/*/soe", "class"),
    tie("YS04/expenditure_this_year/total = YS04/[class]/total"),
    tie("YS04/expenditure_total/total = YS04/expenditure_this_year/total + YS04/carried_forward/total"),
    tie("YS04/income_total/income = YS04/expenditure_total/total"),
    *(tie(f"YS04/{fund}/income + YS04/carryover_{fund}/income = YS04/expenditure_total/{fund}") for fund in ("general", "fund")),
    tie("YS04/soe/income = YS04/expenditure_total/soe"),
)

RULES = (
    Rule(
        "B10", "error", "支出各表每行：合计等于基本支出与项目支出之和", law.REGULATION_5,
        all_of(*(tie(f"{code}/*/total = {code}/*/basic + {code}/*/project") for code in ("YS03", "YS05", "YS08", "YS09"))),
        Example({"YS03/total/total": "30.00", "YS03/total/basic": "20.00", "YS03/total/project": "10.00"}),
        Example({"YS03/total/project": "11.00"}),
    ),
    Rule(
        "B11", "error", "支出总表的合计和各类与收支预算总表的支出相同", law.REGULATION_5,
        all_of(
            tie("YS03/total/total = YS01/expenditure_this_year/expenditure"),
            tie("YS03/*/total = YS01/*/expenditure", "class"),
        ),
        Example({"YS03/201/total": "30.00", "YS01/201/expenditure": "30.00"}),
        Example({"YS01/201/expenditure": "31.00"}),
    ),
    Rule(
        "B12", "error", "每个科目的支出等于它的收入（预算没有结转下年时）", law.REGULATION_5,
        Unless(*FORWARD, tie("YS03/*/total = YS02/*/total", *CODES)),
        Example({"YS03/2012604/total": "30.00", "YS02/2012604/total": "30.00"}),
        Example({"YS02/2012604/total": "29.00"}),
    ),
    Rule(
        "B13", "error", "财政拨款收支总表：收支各项相加相等，每本预算收支平衡", law.REGULATION_5, FISCAL_TOTALS,
        Example({
            "YS04/fiscal/income": "30.00", "YS04/general/income": "30.00", "YS04/income_total/income": "30.00",
            "YS04/expenditure_this_year/total": "30.00", "YS04/201/total": "30.00", "YS04/201/general": "30.00",
            "YS04/expenditure_total/total": "30.00", "YS04/expenditure_total/general": "30.00",
        }),
        Example({"YS04/201/general": "3.00"}),
    ),
    Rule(
        "B14", "error", "财政拨款收支总表的财政拨款收入与收支预算总表相同，三本预算也相同", law.REGULATION_5,
        all_of(*(tie(f"YS04/{row}/income = YS01/{row}/income") for row in ("fiscal", *FUND_COLUMNS))),
        Example({"YS04/fiscal/income": "30.00", "YS01/fiscal/income": "30.00"}),
        Example({"YS01/fiscal/income": "40.00"}),
    ),
    Rule(
        "B15", "error", "一般公共预算支出表的合计和各类与财政拨款收支总表相同", law.REGULATION_6,
        all_of(
            tie("YS05/total/total = YS04/expenditure_this_year/general"),
            tie("YS05/*/total = YS04/*/general", "class"),
        ),
        Example({"YS05/201/total": "30.00", "YS04/201/general": "30.00"}),
        Example({"YS05/201/total": "30.30"}),
    ),
    Rule(
        "B16", "error", "政府性基金预算支出表的合计与财政拨款收支总表相同", law.REGULATION_6,
        tie("YS08/total/total = YS04/expenditure_this_year/fund"),
        Example({"YS08/total/total": "5.00", "YS04/expenditure_this_year/fund": "5.00"}),
        Example({"YS08/total/total": "6.00"}),
    ),
    Rule(
        "B17", "error", "国有资本经营预算支出表的合计与财政拨款收支总表相同", law.REGULATION_6,
        tie("YS09/total/total = YS04/expenditure_this_year/soe"),
        Example({"YS09/total/total": "5.00", "YS04/expenditure_this_year/soe": "5.00"}),
        Example({"YS09/total/total": "4.00"}),
    ),
    Rule(
        "B18", "error", "每个科目的财政拨款支出等于收入总表中同一本预算的拨款收入", law.REGULATION_5,
        Unless(*CARRYOVER, all_of(*(tie(f"{code}/*/total = YS02/*/{fund}", *CODES) for code, fund in FUND_TABLES))),
        Example({"YS05/2012604/total": "30.00", "YS02/2012604/general": "30.00"}),
        Example({"YS02/2012604/general": "3.00"}),
    ),
    Rule(
        "B19", "error", "基本支出表：类等于款之和，每行等于人员与公用之和；工资福利列人员经费，商品服务和资本性支出列公用经费",
        law.REGULATION_6,
        all_of(
            hierarchy("YS06"),
            tie("YS06/*/total = YS06/*/personnel + YS06/*/public"),
            *(tie(f"YS06/{code}/personnel = YS06/{code}/total") for code in ONLY_PERSONNEL),
            *(tie(f"YS06/{code}/public = YS06/{code}/total") for code in ONLY_PUBLIC),
        ),
        Example({f"YS06/{row}/{column}": "30.00" for row in ("total", "301", "30101") for column in ("total", "personnel")}),
        Example({"YS06/301/total": "30.06", "YS06/301/personnel": "30.06"}),
    ),
    Rule(
        "B20", "error", "基本支出表的合计等于一般公共预算支出表的基本支出", law.REGULATION_6,
        tie("YS06/total/total = YS05/total/basic"),
        Example({"YS06/total/total": "30.00", "YS05/total/basic": "30.00"}),
        Example({"YS05/total/basic": "31.00"}),
    ),
    Rule(
        "B21", "error", "每个科目的支出不小于其中的财政拨款支出，相差的是非财政拨款和上年结转", law.REGULATION_5,
        all_of(
            *(tie(f"YS03/*/{nature} ≥ {FISCAL_OF_ALL.format(nature)}", *CODES) for nature in ("basic", "project")),
            Unless(*FORWARD, Unless(*CARRYOVER, tie(f"YS03/*/total + YS02/*/fiscal = YS02/*/total + {FISCAL_OF_ALL.format('total')}", *CODES))),
        ),
        Example({f"YS0{table}/2012604/{column}": "30.00" for table, column in ((3, "basic"), (5, "basic"))}),
        Example({"YS05/2012604/basic": "31.00"}),
    ),
)  # fmt: skip
