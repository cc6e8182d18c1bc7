"""P06–P10: a project's money, its narrative and its targets belong together. Only a budget tells of every project what it is for."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.places import standing
from disclosure.checks.rule import Case, Example, Found, Rule, Unchecked
from disclosure.checks.rules.performance import QUANTITY, indicators
from disclosure.core import law
from disclosure.core.facts import Address, Indicator, Project
from disclosure.core.indicators import full_name
from disclosure.core.money import TEN_THOUSAND, ZERO, write_full, write_grouped
from disclosure.core.targets import Target, fits_rate, fold, parse_target
from disclosure.core.wording import amounts

COST = "成本指标"
LACKING = {True: "收支明细里没有它的支出；补上明细，或删去这个项目", False: "情况说明里没有这个项目或没有写年度预算安排；补上项目情况说明"}
UNITS = {"万元": Decimal(1), "元": 1 / TEN_THOUSAND}
PARTS = (re.compile("[;。]"), re.compile("[,、]"))
IN_ALL = re.compile(r"(?:合计|共计|总计|总额|总投资|预算安排|安排预算|共需|共安排)(?:资金|经费|预算)?(?:为|:)?(\d[\d,.]*(?:亿元|万元|元))")


def told(project: Project) -> Address:
    """Where the project's amount in the text stands."""
    return Address("YX09", project.key, "amount")


def form(project: Project) -> Address:
    """Where the funds of its form stand in a budget."""
    return Address("YS11", project.key, "total")


def described(case: Case) -> tuple[Project, ...]:
    """The projects of a budget, which the text describes."""
    return case.facts.projects if case.has("YS11") else ()


def has_targets(project: Project) -> bool:
    """Whether the project has indicators."""
    return bool(project.goal and project.goal.indicators)


def has_form(case: Case, project: Project) -> bool:
    """Whether a form is printed for the project."""
    return has_targets(project) or (case.facts.transcript is not None and project.key in case.tables["YS11"].rows)


def has_money(case: Case, project: Project) -> bool:
    """Whether the text gives the project an amount, be it less than is printed."""
    cell = case.tables.find(told(project))
    return bool(cell and (cell.yuan or cell.shown))


def without_targets(case: Case) -> Iterator[Found | Unchecked]:
    """A project with money in the text that has no targets; pictures of forms are not read."""
    if case.has("YS11") and case.tables["YS11"].absent == "picture":
        yield Unchecked(Address("YS11", "", ""), f"《{case.tables['YS11'].declared.title}》是图片")
        return
    for project in described(case):
        figure = case.figure(told(project))
        if figure and not has_targets(project):
            message = f"项目“{project.name}”年度预算安排{write_grouped(figure)}万元，没有绩效目标表；为它编绩效目标"
            yield Found(message, told(project))


def without_narrative(case: Case) -> Iterator[Found]:
    """A project with targets of which the text says nothing, or that has no money."""
    for project in described(case):
        if has_form(case, project) and not has_money(case, project):
            yield Found(f"项目“{project.name}”有绩效目标表，{LACKING[case.facts.transcript is None]}", form(project), (told(project),))


def text_and_form_differ(case: Case) -> Iterator[Found]:
    """The amount of the text beside the total of the form."""
    for project in described(case):
        figures = [case.tables[each.statement].rows.get(each.row) for each in (told(project), form(project))]
        if not all(figures):
            continue
        text, total = case.figure(told(project)), case.figure(form(project))
        if text is not None and total is not None and abs(text - total) > Decimal("0.005"):
            said = f"情况说明写年度预算安排{write_grouped(text)}万元，绩效目标表的年度资金总额是{write_grouped(total)}万元"
            yield Found(f"项目“{project.name}”{said}，相差{write_grouped(abs(text - total))}万元", form(project), (told(project),))


def dear_targets(case: Case) -> Iterator[Found]:
    """A cost target in plain money that is more than the project has."""
    keys = {project.key: project for project in case.facts.projects}
    for address, name, indicator in indicators(case):
        target, project = parse_target(indicator.target), keys.get(address.row.partition(".")[0])
        if not is_cost(indicator) or project is None or not isinstance(target, Target) or target.unit not in UNITS:
            continue
        money, whole = (
            target.value * UNITS[target.unit],
            case.figure(standing(case, form(project), Address("JS11", project.key, "budget_total"))),
        )
        if whole and money > whole + Decimal("0.01"):
            yield Found(f"{name}的成本目标“{indicator.level3} {indicator.target}”大于年度资金总额{write_grouped(whole)}万元", address)


def is_cost(indicator: Indicator) -> bool:
    """Whether the indicator stands among the costs, in the old tree or the new."""
    return COST in (full_name(indicator.level1), full_name(indicator.level2))


def rates_as_quantities(case: Case) -> Iterator[Found]:
    """A percentage among the quantities."""
    for address, name, indicator in indicators(case):
        target = parse_target(indicator.target)
        if (full_name(indicator.level1), full_name(indicator.level2)) == QUANTITY and isinstance(target, Target) and fits_rate(target):
            yield Found(
                f"{name}把“{indicator.level3} {indicator.target}”列为数量指标；百分比一般是质量指标", address._replace(column="level2")
            )


def plans_add_up_otherwise(case: Case) -> Iterator[Found]:
    """A total in the plan, or a sum of its items, that is not the project's amount."""
    for project in described(case):
        whole = case.figure(told(project)) or case.figure(form(project)) or ZERO
        for words, wan, half in totals(fold(project.plan)) if whole else ():
            if abs(wan - whole) > half:
                figures = f"{words}{write_full(wan)}万元，年度预算安排是{write_full(whole)}万元"
                message = f"项目“{project.name}”的实施方案{figures}，相差{write_full(abs(wan - whole))}万元"
                yield Found(message, Address("text", f"projects.{project.key}", "plan"))


def totals(plan: str) -> Iterator[tuple[str, Decimal, Decimal]]:
    """What a plan says in all, and what its items come to where every item has its amount: words, 万元, what rounding may hide."""
    for found in IN_ALL.finditer(plan):
        yield from (("写明", wan, half) for _, wan, half in amounts(found[1]))
    for parts in PARTS:
        firsts = [next(iter(amounts(part)), None) for part in parts.split(plan) if part]
        if len(firsts) > 1:
            if all(firsts) and not IN_ALL.search(plan):
                yield "各项合计", sum((each[1] for each in firsts if each), ZERO), Decimal("0.005") * (len(firsts) + 1)
            return


def cost(target: str) -> Example:
    """A cost target of the project, which has 10."""
    return Example({"YS11/p1/total": "10.00", "YX09/p1/amount": "10.00"}, (Indicator(COST, "经济成本指标", "项目总成本", target),))


FUNDED = cost("≤10万元")
RULES = (
    Rule(
        "P06", "error", "写明年度预算安排的项目都有绩效目标", law.PERFORMANCE_2021, without_targets,
        FUNDED, Example({"YX09/p2/amount": "5.00"}),
    ),
    Rule(
        "P07", "error", "有绩效目标的项目都有情况说明和年度预算安排", law.PERFORMANCE_2021, without_narrative,
        FUNDED, Example({"YX09/p1/amount": ""}),
    ),
    Rule("P08", "warning", "成本目标不大于项目资金", law.PERFORMANCE_2021, dear_targets, FUNDED, cost("≤12万元")),
    Rule(
        "P09", "hint", "百分比不列为数量指标", law.PERFORMANCE_2021, rates_as_quantities,
        Example(indicators=(Indicator("产出指标", "质量指标", "合格率", "≥98%"),)), Example(indicators=(Indicator(*QUANTITY, "合格率", "≥98%"),)),
    ),
    Rule(
        "P10", "warning", "实施方案里的总额与年度预算安排相同", law.PERFORMANCE_2021, plans_add_up_otherwise,
        Example({"YX09/p1/amount": "10.00"}, texts={"plan": "分两批扫描，共安排资金10万元。"}), Example(texts={"plan": "分两批扫描，共安排资金12万元。"}),
    ),
)  # fmt: skip
