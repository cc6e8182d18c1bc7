"""P: performance indicators of the department and of its projects: targets that can be meant, and a whole tree of indicators."""

from collections.abc import Iterator

from disclosure.checks.places import form_of
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.core import law
from disclosure.core.facts import Address, Goal, Indicator
from disclosure.core.indicators import accepts, full_name, required_of
from disclosure.core.money import ZERO
from disclosure.core.targets import Target, fold, is_rate_name, parse_target

QUANTITY, QUALITY, TIME = (("产出指标", name) for name in ("数量指标", "质量指标", "时效指标"))
COUNTERS = frozenset(["次", "人", "个", "件", "起", "人次", "项", "场", "期", "户", "家", "份", "台", "套", "辆"])  # what a rate cannot be
SATISFACTION = ("满意度指标", "服务对象满意度指标")


def goals(case: Case) -> Iterator[tuple[str, str, str, Goal]]:
    """Statement, prefix of its rows, name and goal: the department's, then each project's."""
    if case.facts.goal and case.has("YS10"):
        yield "YS10", "", "整体绩效目标", case.facts.goal
    for project in case.facts.projects:
        if project.goal:
            yield form_of(case), f"{project.key}.", f"项目“{project.name}”", project.goal


def indicators(case: Case) -> Iterator[tuple[Address, str, Indicator]]:
    """The place of every target, whose it is, and its indicator."""
    for statement, prefix, name, goal in goals(case):
        for number, indicator in enumerate(goal.indicators, 1):
            yield Address(statement, f"{prefix}{number}", "target"), name, indicator


def negative_targets(case: Case) -> Iterator[Found]:
    """-100% where ＝100% was meant."""
    for address, name, indicator in indicators(case):
        target = parse_target(indicator.target)
        if isinstance(target, Target) and target.value < ZERO and fold(indicator.target)[0] in "+-":  # ≤-15℃ means it
            yield Found(f"{name}的指标“{indicator.level3}”的指标值是“{indicator.target}”，是负数；“-”若表示等于，写“＝”", address)


def unreadable_targets(case: Case) -> Iterator[Found]:
    """A target that is blank, a lone sign or contradicts itself."""
    for address, name, indicator in indicators(case):
        if parse_target(indicator.target) is None:
            yield Found(f"{name}的指标“{indicator.level3}”的指标值“{indicator.target}”读不出目标；写明数值或要求", address)


def misfit_units(case: Case) -> Iterator[Found]:
    """A rate or a satisfaction whose target counts something else."""
    for address, name, indicator in indicators(case):
        target = parse_target(indicator.target)
        if isinstance(target, Target) and target.value and target.unit in COUNTERS and is_rate_name(indicator.level3):
            yield Found(f"{name}的指标“{indicator.level3}”应是百分比，指标值却是“{indicator.target}”；改指标名称或指标值", address)


def foreign_places(case: Case) -> Iterator[Found]:
    """A pair of first and second level that the year's tree does not have."""
    for address, name, indicator in indicators(case):
        if not accepts(case.facts.year, indicator.level1, indicator.level2):
            place = Address(address.statement, address.row, "level2")
            yield Found(f"{name}把“{indicator.level3}”列在“{indicator.level1}—{indicator.level2}”，{case.facts.year}年没有这一级", place)


def missing_places(case: Case) -> Iterator[Found]:
    """A form without an indicator of quantity, quality, time or satisfaction."""
    for statement, prefix, name, goal in goals(case):
        held = {(full_name(each.level1), full_name(each.level2)) for each in goal.indicators}
        lacking = [level2 for level1, level2 in required_of(case.facts.year) if (level1, level2) not in held]
        if lacking and goal.indicators:
            yield Found(f"{name}没有{'、'.join(lacking)}；每张目标表都应有", Address(statement, f"{prefix}1", "level2"))


def example(*targets: tuple[tuple[str, str], str, str]) -> Example:
    """Indicators of a project: place, name and target."""
    return Example(indicators=tuple(Indicator(*place, name, target) for place, name, target in targets))


WHOLE = (
    (QUANTITY, "数字化档案", "≥5000卷"),
    (QUALITY, "合格率", "≥98%"),
    (TIME, "按时完成率", "＝100%"),
    (SATISFACTION, "查档人满意度", "≥90%"),
)
RULES = (
    Rule(
        "P01", "error", "指标值不是负数", law.PERFORMANCE_2021, negative_targets,
        example((TIME, "按时完成率", "＝100%")), example((TIME, "按时完成率", "-100%")),
    ),
    Rule(
        "P02", "error", "比率和满意度指标的指标值是百分比", law.PERFORMANCE_2021, misfit_units,
        example((SATISFACTION, "查档人满意度", "≥90%")), example((SATISFACTION, "查档人满意度", "≥2次")),
    ),
    Rule(
        "P03", "error", "指标值写明数值或要求", law.PERFORMANCE_2021, unreadable_targets,
        example((QUANTITY, "数字化档案", "≥5000卷")), example((QUANTITY, "数字化档案", "-")),
    ),
    Rule(
        "P04", "warning", "一级、二级指标属于当年的指标体系", law.PERFORMANCE_2021, foreign_places,
        example((QUANTITY, "数字化档案", "≥5000卷")), example((("产出指标", "服务指标"), "数字化档案", "≥5000卷")),
    ),
    Rule(
        "P05", "warning", "绩效目标表有数量、质量、时效和满意度指标", law.PERFORMANCE_2021, missing_places,
        example(*WHOLE), example(*WHOLE[:2]),
    ),
)  # fmt: skip
