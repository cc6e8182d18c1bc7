"""N06, N08, N10 and N11: the text against the tables and against itself: a figure is the same everywhere, parts add up to the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.conditions import Unless, Where, all_of
from disclosure.checks.places import has_budget_tables, has_institutions
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.checks.tie_words import column_title, row_title, said, title_of, unit_of
from disclosure.checks.ties import HALF, Result, tie
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped
from disclosure.core.passages import quotations
from disclosure.core.transcript import Stated

NO_SPENDING = "没有使用{0}预算拨款安排的支出|(?:没有|无){0}预算财政拨款(?:收入和?、?)?支出"
FUND, SOE = (re.compile(NO_SPENDING.format(name)) for name in ("政府性基金", "国有资本经营"))
NOTHING = {"YS08": FUND, "JS07": FUND, "YS09": SOE, "JS08": SOE}
WHOLE, PART = (
    all_of(*(tie(f"YX03/operating/amount {relation} {public}") for public in ("YS06/total/public", "JS06/public/amount")))
    for relation in "=≤"
)


def stated_otherwise(case: Case) -> Iterator[Result]:
    """A figure of the text that is not the figure at its address: of the table, or where the text said it first."""
    for each in case.stated:
        figure = case.figure(each.address)
        if figure is None or figure == each.value:
            continue
        if unit_of(case, each.address) == "%":
            if not (is_rounded(each.value, figure) or is_rounded(figure, each.value)):
                yield Found(otherwise(case, each, figure), each.address)
        elif is_rounded(each.value, figure, HALF):
            yield Rounded(each.address, figure - each.value)
        else:
            yield Found(otherwise(case, each, figure), each.address)


def is_rounded(value: Decimal, figure: Decimal, least: Decimal = ZERO) -> bool:
    """Whether a value is the figure with fewer digits."""
    half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    return abs(figure - value) <= max(half, least) and figure != figure.quantize(value)


def otherwise(case: Case, stated: Stated, figure: Decimal) -> str:
    """What the text says, what the table says, and the difference."""
    address = stated.address
    place = f"“{row_title(case, address)}”的“{column_title(case, address.statement, address.column)}”"
    return said(case, address, f"文字写的{place}", stated.value, f"{title_of(case, address.statement)}{place}是", figure)


def operating_by_scope(case: Case) -> Iterator[Result]:
    """机关运行经费 is the 公用经费 of administrative units; of all units where there is no other."""
    yield from (PART if has_institutions(case) else WHOLE)(case)


def denied_spending(case: Case) -> Iterator[Found]:
    """The sentence that nothing is spent, beside a table that says otherwise."""
    nothing = [(code, words) for code, words in NOTHING.items() if case.has(code)]
    for passage in quotations(case.facts):
        for code, words in nothing:
            address = Address(code, "total", "total")
            if (figure := case.figure(address)) and words.search("".join(passage.text.split())):
                title = case.tables[code].declared.title
                yield Found(f"文字写没有安排支出，《{title}》的合计却是{write_grouped(figure)}万元", address)


def fiscal_classes(case: Case) -> Iterator[Result]:
    """财政拨款 basic spending by class is that of T6, where no other fiscal budget has basic spending."""
    others = [case.figure(Address(code, "total", "basic")) for code in ("YS08", "YS09")]
    yield from (SAME_CLASSES if others == [ZERO, ZERO] else MORE_CLASSES)(case)


def names_every_class(case: Case) -> bool:
    """Whether a final account knows its spending by economic class; its format asks for no such sentence."""
    return case.has("JS03") and case.tables["YX01"].complete


SAME_CLASSES, MORE_CLASSES = (tie(f"YX02/*/basic {relation} YS06/*/total", "class") for relation in "=≥")
OF_BUDGETS = all_of(
    *(tie(f"YS03/total/{nature} = YX01/[class]/{nature}") for nature in ("basic", "project")),
    Unless("YS01/carried_forward/expenditure", "有结转下年", tie("YS01/expenditure_total/expenditure = YX01/[class]/total")),
    tie("YX01/*/total = YX01/*/basic + YX01/*/project", "class"),
    *(tie(f"YX02/total/{nature} = YX02/[class]/{nature}") for nature in ("basic", "project")),
    Unless("YS04/carried_forward/total", "有结转下年", tie("YS04/expenditure_total/total = YX02/total/basic + YX02/total/project")),
    *(tie(f"YX02/total/{nature} = YS05/total/{nature} + YS08/total/{nature} + YS09/total/{nature}") for nature in ("basic", "project")),
    *(tie(f"YX01/*/{nature} ≥ YX02/*/{nature}", "class") for nature in ("basic", "project")),
    fiscal_classes,
)
OF_FINALS = all_of(*(tie(f"JS03/total/{column} = YX01/[class]/{column}") for column in ("total", "basic", "project")))
ECONOMIC = all_of(Where(has_budget_tables, OF_BUDGETS), Where(names_every_class, OF_FINALS))
NO_FUND = "本部门没有使用政府性基金预算拨款安排的支出。"
RULES = (
    Rule(
        "N06", "error", "文字里的数与表格相同，同一个数处处相同", law.PROCEDURE_2016, stated_otherwise,
        Example({"YS03/total/basic": "20.00"}, sentences={"3/一/（二）": "基本支出[20](YS03/total/basic)万元。"}),
        Example(sentences={"3/一/（二）": "基本支出[21](YS03/total/basic)万元。"}),
    ),
    Rule(
        "N08", "error", "机关运行经费等于行政单位和参公单位的公用经费", law.PROCEDURE_2016, operating_by_scope,
        Example({"YX03/operating/amount": "20.00", "YS06/total/public": "20.00"}), Example({"YX03/operating/amount": "21.00"}),
    ),
    Rule(
        "N10", "error", "文字里按经济分类的数加起来等于基本支出、项目支出和总额", law.REGULATION_6, ECONOMIC,
        Example({
            "YS01/expenditure_total/expenditure": "30.00", "YS03/total/basic": "30.00", "YX01/301/total": "20.00", "YX01/301/basic": "20.00",
            "YX01/302/total": "10.00", "YX01/302/basic": "10.00",
        }, complete=("YX01",)),
        Example({"YX01/302/basic": "11.00"}),
    ),
    Rule(
        "N11", "error", "写明没有安排支出的，表里也没有", law.PROCEDURE_2016, denied_spending,
        Example(sentences={"3/一/（四）": NO_FUND}), Example({"YS08/total/total": "5.00"}),
    ),
)  # fmt: skip
