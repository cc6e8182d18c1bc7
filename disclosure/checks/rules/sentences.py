"""N06–N11: the text against the tables and against itself: a figure is the same everywhere, parts and their changes add up to the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.checks.rule import Case, Example, Found, Rounded, Rule, Unchecked
from disclosure.checks.rules.lints import with_stated_rate
from disclosure.checks.tie_words import column_title, compared_title, row_title, said, title_of
from disclosure.checks.ties import HALF, Result, Unless, all_of, tie
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped, write_trimmed
from disclosure.core.passages import quotations
from disclosure.core.transcript import Stated
from disclosure.core.words import UnitKind
from disclosure.statements.table import TableRow

NOTHING = {"YS08": re.compile("没有使用政府性基金预算拨款安排的支出"), "YS09": re.compile("没有使用国有资本经营预算拨款安排的支出")}
WHOLE = tie("YX03/operating/amount = YS06/total/public")
PART = tie("YX03/operating/amount ≤ YS06/total/public")


class Group(NamedTuple):
    """Figures that add up to a whole, by the rows of the changes: the statement, column and digits of their codes, or their rows."""

    name: str
    whole: str
    statement: str
    column: str
    rows: tuple[str, ...] = ()


INCOME = (
    "fiscal", "education_fee", "institutional", "operating", "subordinate_remittance", "superior_subsidy", "other", "nonfiscal_surplus", "carryover",
)  # fmt: skip
SPENDING = "YS01.expenditure_total.expenditure"
GROUPS = (
    Group("收入各项", "YS01.income_total.income", "YS01", "income", INCOME),
    Group("支出功能科目各类", SPENDING, "YS03", "total"),
    Group("支出经济分类各类", SPENDING, "YX01", "total"),
    Group("财政拨款支出功能科目各类", "YS04.expenditure_total.total", "YS04", "total"),
    Group("“三公”经费各项", "YX08.total.total", "YX08", "", ("abroad", "reception", "car_running", "car_purchase")),
)
NATURES = (
    ("基本支出和项目支出", SPENDING, ("YS03.total.basic", "YS03.total.project")),
    ("财政拨款基本支出和项目支出", "YS04.expenditure_total.total", ("YX02.total.basic", "YX02.total.project")),
)


def stated_otherwise(case: Case) -> Iterator[Result]:
    """A figure of the text that is not the figure at its address: of the table, or where the text said it first."""
    for each in case.stated:
        figure = case.figure(each.address)
        if figure is None or figure == each.value:
            continue
        half = Decimal(5).scaleb(int(each.value.as_tuple().exponent) - 1)
        if abs(figure - each.value) <= max(half, HALF) and figure != figure.quantize(each.value):
            yield Rounded(each.address, figure - each.value)
        else:
            yield Found(otherwise(case, each, figure), each.address)


def otherwise(case: Case, stated: Stated, figure: Decimal) -> str:
    """What the text says, what the table says, and the difference."""
    address = stated.address
    place = f"“{row_title(case, address)}”的“{column_title(case, address.statement, address.column)}”"
    return said(case, address, f"文字写的{place}", stated.value, f"{title_of(case, address.statement)}{place}是", figure)


def changes_do_not_add_up(case: Case) -> Iterator[Result]:
    """The changes of the parts against the change of the whole."""
    rows = case.tables[case.changes].rows
    for group in GROUPS:
        is_whole = group.column != "total" or case.tables[group.statement].complete
        parts = [row for key, row in rows.items() if is_part(key, group)] if is_whole else []
        yield from add_up(case, group.name, rows.get(group.whole), parts)
    for name, whole, keys in NATURES:
        yield from add_up(case, name, rows.get(whole), [rows[key] for key in keys if key in rows])


def is_part(key: str, group: Group) -> bool:
    """Whether a row of the changes compares one of the group's figures."""
    statement, row, column = key.split(".")
    if statement != group.statement:
        return False
    if not group.column:
        return column in group.rows
    return column == group.column and (row in group.rows if group.rows else row.isdigit() and len(row) == len("201"))


def add_up(case: Case, name: str, whole: TableRow | None, parts: list[TableRow]) -> Iterator[Result]:
    """One group; a change that nobody states leaves it unchecked."""
    changes = [row.cells["change"].shown for row in parts]
    total = whole.cells["change"].shown if whole else None
    if whole is None or total is None or not parts or None in changes:
        if case.facts.transcript is None:  # N01 asks for what is unknown of last year
            return
        yield Unchecked(Address(case.changes, whole.key if whole else "", "change"), f"没有写全{name}和总额的增减额")
        return
    summed = sum((each for each in changes if each), ZERO)
    difference, place = summed - total, Address(case.changes, parts[0].key, "change")
    rounded = [row for row in (*parts, whole) if row.cells["current"].shown or row.cells["prior"].shown]
    if abs(difference) > HALF * 2 * len(rounded):  # a change is the difference of two rounded figures
        message = f"{name}的增减额合计{signed(summed)}，总额{signed(total)}，相差{write_grouped(abs(difference))}万元"
        yield Found(message, place, tuple(Address(case.changes, row.key, "change") for row in (*parts[1:], whole)))
    elif difference:
        yield Rounded(place, difference)


def signed(change: Decimal) -> str:
    """增加 or 减少 with its amount."""
    return f"{'增加' if change >= ZERO else '减少'}{write_grouped(abs(change))}万元"


def operating_by_scope(case: Case) -> Iterator[Result]:
    """机关运行经费 is the 公用经费 of administrative units; of all units where there is no other."""
    others = any(unit.kind == UnitKind.INSTITUTION for unit in case.facts.agency.units)
    yield from (PART if others else WHOLE)(case)


def rates_do_not_fit(case: Case) -> Iterator[Found]:
    """A percentage that is not the change divided by last year's figure."""
    for key, row in with_stated_rate(case):
        prior, change, rate = (row.cells[column].shown for column in ("prior", "change", "rate"))
        if not prior or change is None or rate is None or (change > ZERO) != (rate > ZERO):
            continue
        exact = change * 100 / prior
        slack = (HALF * 100 + abs(exact) * HALF * 2) / abs(prior) + Decimal(5).scaleb(int(rate.as_tuple().exponent) - 1)
        if abs(exact - rate) > slack:
            message = (
                f"“{compared_title(case, key)}”{signed(change)}，上年{write_grouped(prior)}万元，应为{write_trimmed(round(abs(exact), 2))}%"
            )
            yield Found(f"{message}，写的是{write_trimmed(abs(rate))}%", Address(case.changes, key, "rate"))


def denied_spending(case: Case) -> Iterator[Found]:
    """The sentence that nothing is spent, beside a table that says otherwise."""
    for passage in quotations(case.facts):
        for code, words in NOTHING.items():
            address = Address(code, "total", "total")
            if (figure := case.figure(address)) and words.search("".join(passage.text.split())):
                title = case.tables[code].declared.title
                yield Found(f"文字写没有安排支出，《{title}》的合计却是{write_grouped(figure)}万元", address)


def fiscal_classes(case: Case) -> Iterator[Result]:
    """财政拨款 basic spending by class is that of T6, where no other fiscal budget has basic spending."""
    others = [case.figure(Address(code, "total", "basic")) for code in ("YS08", "YS09")]
    yield from (SAME_CLASSES if others == [ZERO, ZERO] else MORE_CLASSES)(case)


def totals_change_alike(case: Case) -> Iterator[Result]:
    """The changes of both totals; of a filing entered here N01 asks for what is unknown."""
    return (found for found in BOTH_TOTALS(case) if case.facts.transcript or not isinstance(found, Unchecked))


def negative_last_year(case: Case) -> Iterator[Found]:
    """A rise that is more than this year's figure: last year would have been less than nothing."""
    for key, row in case.tables[case.changes].rows.items():
        current, prior, change = (row.cells[column].shown for column in ("current", "prior", "change"))
        if current is not None and change and prior is not None and prior < -HALF * 2:
            place = Address(case.changes, key, "change")
            message = f"“{row_title(case, place)}”本年{write_grouped(current)}万元，写增加{write_grouped(change)}万元"
            yield Found(f"{message}，上年就成了{write_grouped(prior)}万元；请核对", place)


SAME_CLASSES, MORE_CLASSES = (tie(f"YX02/*/basic {relation} YS06/*/total", "class") for relation in "=≥")
ECONOMIC = all_of(
    *(tie(f"YS03/total/{nature} = YX01/[class]/{nature}") for nature in ("basic", "project")),
    Unless("YS01/carried_forward/expenditure", "有结转下年", tie("YS01/expenditure_total/expenditure = YX01/[class]/total")),
    tie("YX01/*/total = YX01/*/basic + YX01/*/project", "class"),
    *(tie(f"YX02/total/{nature} = YX02/[class]/{nature}") for nature in ("basic", "project")),
    Unless("YS04/carried_forward/total", "有结转下年", tie("YS04/expenditure_total/total = YX02/total/basic + YX02/total/project")),
    *(tie(f"YX02/total/{nature} = YS05/total/{nature} + YS08/total/{nature} + YS09/total/{nature}") for nature in ("basic", "project")),
    *(tie(f"YX01/*/{nature} ≥ YX02/*/{nature}", "class") for nature in ("basic", "project")),
    fiscal_classes,
)
BOTH_TOTALS = all_of(
    Unless("YS01/carried_forward/expenditure", "有结转下年", tie(f"YX07/YS01.income_total.income/change = YX07/{SPENDING}/change")),
    Unless(
        "YS04/carryover/income", "财政拨款各表含上年结转", tie("YX07/YS01.fiscal.income/change = YX07/YS04.expenditure_total.total/change")
    ),
)
RISE = {
    "YX07/YS01.expenditure_total.expenditure/change": "5.00", "YX07/YX01.301.total/change": "6.00", "YX07/YX01.302.total/change": "-1.00",
}  # fmt: skip
CUT = {"YX07/YX03.operating.amount/change": "-5.00", "YX07/YX03.operating.amount/rate": "-20.00", "YX03/operating/amount": "20.00"}
NO_FUND = "本部门没有使用政府性基金预算拨款安排的支出。"
RULES = (
    Rule(
        "N06", "error", "文字里的数与表格相同，同一个数处处相同", law.PROCEDURE_2016, stated_otherwise,
        Example({"YS03/total/basic": "20.00"}, sentences={"3/一/（二）": "基本支出[20](YS03/total/basic)万元。"}),
        Example(sentences={"3/一/（二）": "基本支出[21](YS03/total/basic)万元。"}),
    ),
    Rule(
        "N07", "error", "各项增减额之和等于总额的增减额", law.PROCEDURE_2016, changes_do_not_add_up,
        Example(RISE, complete=("YX01",)), Example({"YX07/YX01.302.total/change": "-3.00"}),
    ),
    Rule(
        "N08", "error", "机关运行经费等于行政单位和参公单位的公用经费", law.PROCEDURE_2016, operating_by_scope,
        Example({"YX03/operating/amount": "20.00", "YS06/total/public": "20.00"}), Example({"YX03/operating/amount": "21.00"}),
    ),
    Rule(
        "N09", "error", "增减比例等于增减额除以上年数", law.PROCEDURE_2016, rates_do_not_fit,
        Example(CUT), Example({"YX07/YX03.operating.amount/rate": "-25.00"}),
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
    Rule(
        "N12", "error", "收入总计与支出总计、财政拨款收入与支出的增减额相同", law.REGULATION_5, totals_change_alike,
        Example({f"YX07/YS01.{row}/change": "5.00" for row in ("income_total.income", "expenditure_total.expenditure")}),
        Example({"YX07/YS01.income_total.income/change": "6.00"}),
    ),
    Rule(
        "N13", "error", "增加额不大于本年数", law.PROCEDURE_2016, negative_last_year,
        Example({"YX03/operating/amount": "20.00", "YX07/YX03.operating.amount/change": "5.00"}),
        Example({"YX07/YX03.operating.amount/change": "25.00"}),
    ),
)  # fmt: skip
