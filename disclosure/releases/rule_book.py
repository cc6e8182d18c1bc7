"""The rules as people read them: each with its example, and what it says of the failing one. Knows no page and no file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from disclosure.checks.mending import MENDING
from disclosure.checks.registry import RULES
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.core.facts import Address, Indicator
from disclosure.core.transcript import plain
from disclosure.releases.judging import section_title, where
from disclosure.releases.rule_examples import BUDGET, LAST, OTHERS, REASONS, case_of

FAMILIES = {
    "B": "预算各表的勾稽关系", "F": "决算各表的勾稽关系", "C": "完整", "D": "科目和名称", "L": "文字", "N": "增减和原因", "P": "绩效目标",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule, the figures of its two examples in words, what it finds in the failing one, and how that is mended."""

    rule: Rule
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    said: str
    mending: str


@cache
def rule_book() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Every rule by family, in the order of the codes."""
    found = ((title, tuple(entry_of(rule) for rule in RULES if rule.code[0] == family)) for family, title in FAMILIES.items())
    return tuple((title, entries) for title, entries in found if entries)


def entry_of(rule: Rule) -> Entry:
    """A rule with its examples in words."""
    right, wrong = tuple(in_words(rule.right)), tuple(in_words(rule.wrong, of=rule.right))
    return Entry(rule, right, wrong, said_of(rule, rule.right, rule.wrong), MENDING[rule.code])


def said_of(rule: Rule, right: Example, wrong: Example) -> str:
    """The first message about the failing example; rounding speaks for all rules together."""
    return next((each.message for each in found_in(rule, right, wrong) if isinstance(each, Found)), "")


def found_in(rule: Rule, *examples: Example) -> list[Found | Rounded]:
    """What a rule finds in an example, the later figures standing in the place of the earlier."""
    return [each for each in rule.find(case_of(*examples)) if isinstance(each, (Found, Rounded))]


def in_words(example: Example, of: Example | None = None) -> Iterator[str]:
    """What an example says, one thing after the other; `of` is the example that it changes."""
    case = case_of(*filter(None, (of, example)))
    yield from (f"没有《{case.tables[code].declared.title}》" for code in example.missing)
    yield from (f"《{case.tables[code].declared.title}》是图片" for code in example.pictures)
    yield from (figure_in_words(case, place, text) for place, text in example.figures.items())
    shown = {place.rpartition("/")[0] for place in example.figures}
    yield from (name_in_words(case, key, name) for key, name in example.names.items() if key not in shown)
    yield from (
        f"{section_title(case, place)}：{plain(text)}" if text else f"没有{section_title(case, place)}"
        for place, text in example.sentences.items()
    )
    yield from (text_in_words(case, key, text) for key, text in example.texts.items())
    yield from (indicator_in_words(each) for each in example.indicators)
    yield from (f"名词解释：{term}" for term in example.terms)
    yield from (f"《{case.tables[code].declared.title}》没有注" for code in example.without_notes)
    yield from ("取数的文件已有新的版本" for _ in example.notices)
    yield from (f"批复数舍位后达不到：{example.unmet}" for _ in (example.unmet,) if example.unmet)
    yield from (f"所属单位 {figure_in_words(case, place, text)}" for place, text in example.units.items())
    yield from (other_in_words(case, place, text) for place, text in example.others.items())


def indicator_in_words(indicator: Indicator) -> str:
    """产出指标—数量指标 数字化档案 ≥5000卷; in a final account with what was reached."""
    named = f"{indicator.level1}—{indicator.level2} {indicator.level3} {indicator.target}"
    reached = f"，实际完成{indicator.actual}" if indicator.actual else ""
    return named + reached + (f"，原因：{indicator.reason}" if indicator.reason else "")


def other_in_words(case: Case, place: str, text: str) -> str:
    """A figure of a released document, whose template may be that of a budget."""
    role, _, of = place.partition("/")
    return f"{OTHERS[role]} {figure_in_words(case if case.has(of[:4]) else case_of(), of, text)}"


def figure_in_words(case: Case, place: str, text: str) -> str:
    """《部门支出总表》 201 一般公共服务支出 合计 30.00; of what no table prints, 文字说明中."""
    return f"{where(case, Address.parse(place))} {text or '空白'}"


def name_in_words(case: Case, key: str, name: str) -> str:
    """《…》 30211 维修费."""
    statement, row = key.split("/")
    return f"《{case.tables[statement].declared.title}》 {row} {name}"


TEXTS = {"duties": "主要职责", "plan": "项目实施方案", "overview": "项目概述", "objective": "年度绩效目标", "report": "绩效评价报告"}


def text_in_words(case: Case, key: str, text: str) -> str:
    """增减原因（公务接待费）：…"""
    if key.startswith(LAST):
        return f"上年 {figure_in_words(case, key.removeprefix(LAST), text)}"
    if key.startswith(BUDGET):
        return f"填报的年初预算 {figure_in_words(case_of(), key.removeprefix(BUDGET), text)}"
    if key.startswith(REASONS):
        return f"增减原因：{text or '没有写'}"
    return f"{TEXTS[key]}：{text or '没有写'}"
