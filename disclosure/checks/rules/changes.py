"""N07, N09, N12 and N13: changes against each other and against what they are changes of: parts, percentages, totals."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from disclosure.checks.conditions import Unless, all_of
from disclosure.checks.places import FOUR, compared_name, has_budget_tables, other_name, with_stated
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule, Unchecked
from disclosure.checks.tie_words import row_title
from disclosure.checks.ties import HALF, Result, tie
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped, write_trimmed
from disclosure.core.transcript import compared
from disclosure.statements.table import TableRow


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
    Group("“三公”经费各项", "YX08.total.total", "YX08", "", FOUR),
    Group("“三公”经费各项", "JS09.total.outturn", "JS09", "outturn", FOUR),
)
NATURES = (
    ("基本支出和项目支出", SPENDING, ("YS03.total.basic", "YS03.total.project")),
    ("财政拨款基本支出和项目支出", "YS04.expenditure_total.total", ("YX02.total.basic", "YX02.total.project")),
)


def changes_do_not_add_up(case: Case) -> Iterator[Result]:
    """The changes of the parts against the change of the whole."""
    rows = case.tables[case.changes].rows
    for group in (each for each in GROUPS if case.has(each.statement) and case.has(each.whole.partition(".")[0])):
        is_whole = group.column != "total" or case.tables[group.statement].complete
        parts = [row for key, row in rows.items() if is_part(key, group)] if is_whole else []
        yield from add_up(case, group.name, rows.get(group.whole), parts)
    for name, whole, keys in NATURES if case.has("YS03") else ():
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


def rates_do_not_fit(case: Case) -> Iterator[Found]:
    """A percentage that is not the change divided by the other figure."""
    for place, row in with_stated(case, "rate"):
        prior, change, rate = (row.cells[column].shown for column in ("prior", "change", "rate"))
        if not prior or change is None or rate is None or (change > ZERO) != (rate > ZERO):
            continue
        exact = change * 100 / prior
        slack = (HALF * 100 + abs(exact) * HALF * 2) / abs(prior) + Decimal(5).scaleb(int(rate.as_tuple().exponent) - 1)
        if abs(exact - rate) > slack:
            base = f"{signed(change)}，{other_name(case, place.statement)}{write_grouped(prior)}万元"
            message = f"{compared_name(case, place)}{base}，应为{write_trimmed(round(abs(exact), 2))}%"
            yield Found(f"{message}，写的是{write_trimmed(abs(rate))}%", place)


def totals_change_alike(case: Case) -> Iterator[Result]:
    """The changes of both totals; of a filing entered here N01 asks for what is unknown."""
    found = BOTH_TOTALS(case) if has_budget_tables(case) else ()
    return (each for each in found if case.facts.transcript or not isinstance(each, Unchecked))


def negative_last_year(case: Case) -> Iterator[Found]:
    """A rise that is more than this year's figure: last year would have been less than nothing. A given figure of last year may be that."""
    for key, row in case.tables[case.changes].rows.items():
        current, prior, change = (row.cells[column].shown for column in ("current", "prior", "change"))
        place = Address(case.changes, key, "change")
        is_given = case.facts.transcript is None or compared(place) in case.facts.prior.figures
        if not is_given and current is not None and change and prior is not None and prior < -HALF * 2:
            message = f"“{row_title(case, place)}”本年{write_grouped(current)}万元，写增加{write_grouped(change)}万元"
            yield Found(f"{message}，上年就成了{write_grouped(prior)}万元；请核对", place)


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
RULES = (
    Rule(
        "N07", "error", "各项增减额之和等于总额的增减额", law.PROCEDURE_2016, changes_do_not_add_up,
        Example(RISE, complete=("YX01",)), Example({"YX07/YX01.302.total/change": "-3.00"}),
    ),
    Rule(
        "N09", "error", "增减比例等于增减额除以上年数或预算数", law.PROCEDURE_2016, rates_do_not_fit,
        Example(CUT), Example({"YX07/YX03.operating.amount/rate": "-25.00"}),
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
