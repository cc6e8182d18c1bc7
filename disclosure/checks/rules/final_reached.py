"""P11–P15: what was reached of the targets of a final account: reasons for what was missed, money and results that do not fit together."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.checks.rules.final_evaluation import funds
from disclosure.checks.rules.performance import QUALITY, QUANTITY, indicators
from disclosure.checks.ties import HALF
from disclosure.core import law
from disclosure.core.facts import Address, Indicator
from disclosure.core.money import write_grouped, write_trimmed
from disclosure.core.targets import Target, fold, judge, parse_target
from disclosure.statements.items import projects_with_form

NO_REASON = re.compile(r"(?:无|没有|暂无|不适用|-+|/|—*)?[。.]?")
TELLING = ("evaluation", "report", "achieved", "quotation")
STATED = r"(?:为|是|达到|达|实现|完成)?[:了]?(?P<value>\d[\d,]*(?:\.\d+)?)(?P<unit>%|‰|[^\d,，。；;、()（）以]{0,4})(?!以[上下内])"


def evaluated(case: Case) -> Iterator[tuple[Address, str, Indicator]]:
    """The place of every actual value of an evaluated project of a final account, whose it is, and its indicator."""
    forms = {project.key for project in projects_with_form(case.facts)} if case.has("JS11") else set()
    for address, name, indicator in indicators(case) if forms else ():
        if address.row.partition(".")[0] in forms:
            yield address._replace(column="actual"), name, indicator


def missed_without_reason(case: Case) -> Iterator[Found]:
    """A target that was not reached, and nobody says why; 无 is no reason."""
    for address, name, each in evaluated(case):
        if judge(each.target, each.actual) == "missed" and NO_REASON.fullmatch(each.reason.strip()):
            message = f"{name}的指标“{each.level3}”指标值{each.target}，全年实际完成{each.actual}，没有完成，也没有写原因"
            yield Found(f"{message}；请写明未完成原因和改进措施", address._replace(column="reason"), (address,))


def reached_without_money(case: Case) -> Iterator[Found]:
    """Nothing was spent, and yet no target was missed."""
    for row in funds(case):
        judged = [judge(each.target, each.actual) for address, _, each in evaluated(case) if address.row.startswith(f"{row.key}.")]
        budget, executed = row.cells["budget_total"].shown, row.cells["executed_total"].shown
        if budget and executed is not None and not executed and "reached" in judged and "missed" not in judged:
            message = f"项目“{row.name}”全年预算{write_grouped(budget)}万元，执行数为0，指标却都已完成；请核对执行数和完成值"
            yield Found(message, Address("JS11", row.key, "executed_total"))


def told_otherwise(case: Case) -> Iterator[Found]:
    """A number right behind an indicator's name that is not the actual value of any indicator of that name."""
    known: dict[str, list[tuple[Address, Indicator]]] = {}
    for address, _, each in evaluated(case):
        known.setdefault(fold(each.level3), []).append((address, each))
    for passage in case.passages if known else ():
        text = fold(passage.text) if passage.kind in TELLING else ""
        for name, several in known.items():
            for found in re.finditer(re.escape(name) + STATED, text) if name and name in text else ():
                yield from differs(passage.place, several, found)


def differs(place: Address, several: list[tuple[Address, Indicator]], found: re.Match[str]) -> Iterator[Found]:
    """One number of the text; what is the target itself may be told as such."""
    value, unit = Decimal(found["value"].replace(",", "")), found["unit"]
    actual = [
        (at, got)
        for at, each in several
        if isinstance(got := parse_target(each.actual), Target) and got.operator == "=" and is_of(got, unit)
    ]
    targets = [got.value for _, each in several if isinstance(got := parse_target(each.target), Target)]
    if actual and value not in targets and all(got.value != value for _, got in actual):
        at, got = actual[0]
        said = (
            f"文字写“{several[0][1].level3}”{write_trimmed(value)}{got.unit}，自评表的全年实际完成值是{write_trimmed(got.value)}{got.unit}"
        )
        yield Found(f"{said}；请核对", place, (at,))


def is_of(actual: Target, unit: str) -> bool:
    """Whether the text counts in the same unit."""
    return bool(actual.unit) and unit.startswith(actual.unit)


def overspent(case: Case) -> Iterator[Found]:
    """More was executed than the year's budget."""
    for row in funds(case):
        budget, executed = row.cells["budget_total"].shown, row.cells["executed_total"].shown
        if budget is not None and executed is not None and executed > budget + HALF * 2:
            figures = f"全年执行数{write_grouped(executed)}万元，大于全年预算数{write_grouped(budget)}万元"
            yield Found(f"项目“{row.name}”的自评表：{figures}，执行率超过100%；请核对", Address("JS11", row.key, "executed_total"))


def unjudgeable(case: Case) -> Iterator[Found]:
    """Indicators of a form of which nobody can tell whether they were reached."""
    forms: dict[str, list[tuple[Address, Indicator]]] = {}
    for address, name, each in evaluated(case):
        if judge(each.target, each.actual) == "unjudgeable":
            forms.setdefault(name, []).append((address, each))
    for name, several in forms.items():
        listed = "、".join(f"“{each.level3}”（{each.target}，{each.actual or '空白'}）" for _, each in several)
        yield Found(f"{name}的自评表有{len(several)}个指标看不出是否完成：{listed}", several[0][0])


def reached(target: str, actual: str, reason: str = "", report: str = "", **figures: str) -> Example:
    """A final account with one indicator and what was reached of it."""
    place, name = (QUANTITY, "数字化档案") if "卷" in target else (QUALITY, "合格率")
    texts = {"report": report} if report else {}
    funded = {f"JS11/p1/{key}": figure for key, figure in figures.items()}
    return Example(funded, (Indicator(*place, name, target, actual, reason),), texts=texts, kind="final")


RULES = (
    Rule(
        "P11", "error", "没有完成的指标写明原因", law.EVALUATION_2020, missed_without_reason,
        reached("≥90%", "88%", "设备到货晚，已补做"), reached("≥90%", "88%", "无"),
    ),
    Rule(
        "P12", "warning", "没有执行的项目，指标不会都完成", law.EVALUATION_2020, reached_without_money,
        reached("≥90%", "95%", budget_total="10.00", executed_total="8.00"), Example({"JS11/p1/executed_total": "0.00"}),
    ),
    Rule(
        "P13", "warning", "文字里的指标完成值与自评表相同", law.EVALUATION_2020, told_otherwise,
        reached("≥90%", "95%", report="全年合格率95%。"), reached("≥90%", "95%", report="全年合格率97%。"),
    ),
    Rule(
        "P14", "warning", "项目的全年执行数不大于全年预算数", law.EVALUATION_2020, overspent,
        reached("≥90%", "95%", budget_total="10.00", executed_total="8.00"), Example({"JS11/p1/executed_total": "12.00"}),
    ),
    Rule(
        "P15", "hint", "指标的完成值看得出是否完成", law.EVALUATION_2020, unjudgeable,
        reached("≥5000卷", "5200卷"), reached("≥5000卷", "5200册"),
    ),
)  # fmt: skip
