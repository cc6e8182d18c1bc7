"""F21: the money of 项目支出绩效自评表: rates, sources, and what the text says of all forms together."""

from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.rule import Case, Example, Found, Rounded, Rule, Unchecked
from disclosure.checks.ties import HALF, Result
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped, write_trimmed
from disclosure.statements.table import TableRow

SOURCES = ("central", "local", "other")
TITLES = {"total": "年度资金总额", "central": "中央财政资金", "local": "地方资金", "other": "其他资金"}
FIGURES = {"budget": "全年预算数", "executed": "全年执行数"}
PROJECTS, AMOUNT = Address("YX14", "evaluated", "projects"), Address("YX14", "evaluated", "amount")


def funds(case: Case) -> list[TableRow]:
    """The rows of funds, one a form."""
    return [row for row in case.tables["JS11"].rows.values() if "budget_total" in row.cells] if case.has("JS11") else []


def miscounted_funds(case: Case) -> Iterator[Result]:
    """Sources, rates and the sums of all forms."""
    for row in funds(case):
        for figure in FIGURES:
            yield from sources_differ(row, figure, is_original=case.facts.transcript is not None)
        for source in TITLES:
            yield from rate_differs(row, source)
    yield from coverage_differs(case)


def sources_differ(row: TableRow, figure: str, *, is_original: bool) -> Iterator[Result]:
    """A total that is not the sum of its sources; of an original that names no source nothing can be added up."""
    total, parts = (row.cells[f"{figure}_total"].shown, [row.cells[f"{figure}_{source}"].shown for source in SOURCES])
    place, found = Address("JS11", row.key, f"{figure}_total"), [each for each in parts if each is not None]
    total = ZERO if total is None and not is_original else total
    if total is None or (is_original and not found):
        yield from [Unchecked(place, "自评表没有写全资金总额和各项来源")] if total or found else []
        return
    difference = total - sum(found, ZERO)
    if abs(difference) > HALF * (len([each for each in found if each]) + 1):
        said = f"项目“{row.name}”的自评表：年度资金总额的{FIGURES[figure]}为{write_grouped(total)}万元，各项资金之和为"
        yield Found(f"{said}{write_grouped(sum(found, ZERO))}万元，相差{write_grouped(abs(difference))}万元；请核对各项资金", place)
    elif difference:
        yield Rounded(place, difference)


def rate_differs(row: TableRow, source: str) -> Iterator[Found]:
    """A rate that is not the executed money divided by the budget."""
    budget, executed, rate = (row.cells[f"{name}_{source}"].shown for name in ("budget", "executed", "rate"))
    if rate is None or executed is None or not budget:
        return
    exact = executed * 100 / budget
    slack = (HALF * 100 + abs(exact) * HALF) / abs(budget) + Decimal(5).scaleb(int(rate.as_tuple().exponent) - 1)
    if abs(exact - rate) > slack:
        figures = f"全年执行数{write_grouped(executed)}万元，全年预算数{write_grouped(budget)}万元，应为{write_trimmed(round(exact, 2))}%"
        message = f"项目“{row.name}”的自评表：{TITLES[source]}{figures}，写的是{write_trimmed(rate)}%"
        yield Found(message, Address("JS11", row.key, f"rate_{source}"))


def coverage_differs(case: Case) -> Iterator[Result]:
    """The number of forms, and what they executed, beside what the text says of all."""
    if not case.has("JS11") or (case.facts.transcript and "JS11" in case.facts.transcript.pictures):
        return
    forms = {key.partition(".")[0] for key in case.tables["JS11"].rows} if case.facts.transcript else {row.key for row in funds(case)}
    said, amount = case.figure(PROJECTS), case.figure(AMOUNT)
    if said is not None and said != len(forms):
        yield Found(f"文字写开展绩效自评的项目{said}个，公开的自评表有{len(forms)}张；请补齐自评表，或改正个数", PROJECTS)
    executed = [row.cells["executed_total"].shown for row in funds(case)]
    if amount is None or not executed or None in executed:
        return
    total = sum((each for each in executed if each), ZERO)
    if abs(total - amount) > HALF * (len(executed) + 1):
        figures = f"文字写自评共涉及资金{write_grouped(amount)}万元，各张自评表的全年执行数之和为{write_grouped(total)}万元"
        yield Found(f"{figures}，相差{write_grouped(abs(total - amount))}万元；请补齐自评表，或改正金额", AMOUNT)


EVEN = {"JS11/p1/budget_total": "10.00", "JS11/p1/executed_total": "8.00", "JS11/p1/rate_total": "80%", "JS11/p1/budget_local": "10.00"}
RULES = (
    Rule(
        "F21", "error", "自评表的执行率等于执行数除以预算数，总额等于各项资金之和，个数和金额与文字相同", law.EVALUATION_2020, miscounted_funds,
        Example({**EVEN, "JS11/p1/executed_local": "8.00", "YX14/evaluated/projects": "1", "YX14/evaluated/amount": "8.00"}, kind="final"),
        Example({"YX14/evaluated/projects": "2"}),
    ),
)  # fmt: skip
