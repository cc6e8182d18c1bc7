"""The rules as people read them: each with its example, and what it says of the failing one. Knows no page and no file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from disclosure.checks.registry import RULES
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Agency, Facts, Goal, Member, Project
from disclosure.core.words import Kind, Scope
from disclosure.packs.registry import template_for
from disclosure.statements.printed import tables_of

YEAR = 2024
FAMILIES = {
    "B": "预算各表的勾稽关系", "F": "决算各表的勾稽关系", "C": "完整", "D": "科目和名称", "L": "文字", "N": "增减和原因", "P": "绩效目标",
}  # fmt: skip
UNIT = Member("399001", "安澜市档案馆")
FACTS = Facts(Agency("399", "安澜市档案局", "369900", "江西省安澜市", None, (UNIT,)), YEAR, Kind.BUDGET, Scope.DEPARTMENT, "jiangxi", ())


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule, the figures of its two examples in words, and what it finds in the failing one."""

    rule: Rule
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    said: str


@cache
def rule_book() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Every rule by family, in the order of the codes."""
    found = ((title, tuple(entry_of(rule) for rule in RULES if rule.code[0] == family)) for family, title in FAMILIES.items())
    return tuple((title, entries) for title, entries in found if entries)


def entry_of(rule: Rule) -> Entry:
    """A rule with its examples; a rule of what was entered shows none yet."""
    if rule.right is None or rule.wrong is None:
        return Entry(rule, (), (), "")
    return Entry(rule, tuple(figures_in_words(rule.right)), tuple(figures_in_words(rule.wrong)), said_of(rule, rule.right, rule.wrong))


def said_of(rule: Rule, right: Example, wrong: Example) -> str:
    """The first message about the failing example; rounding speaks for all rules together."""
    return next((each.message for each in found_in(rule, right, wrong) if isinstance(each, Found)), "")


def found_in(rule: Rule, *examples: Example) -> list[Found | Rounded]:
    """What a rule finds in an example, the later figures standing in the place of the earlier."""
    return [each for each in rule.find(case_of(*examples)) if isinstance(each, (Found, Rounded))]


def case_of(*examples: Example) -> Case:
    """A small department's document that prints just these figures."""
    figures = {Address.parse(place): Decimal(text) for example in examples for place, text in example.figures.items()}
    listed = next((example.indicators for example in reversed(examples) if example.indicators), ())
    project = Project("p1", "馆藏数字化", "把馆藏做成数字副本", "", "", "", "", Goal("", listed))
    template = template_for("jiangxi", Kind.BUDGET, Scope.DEPARTMENT, YEAR)
    return Case(replace(FACTS, projects=(project,)), tables_of(template.statements, figures, load_chart(YEAR)))


def figures_in_words(example: Example) -> Iterator[str]:
    """《部门支出总表》201 一般公共服务支出 合计 30.00."""
    tables = case_of(example).tables
    for place, text in example.figures.items():
        address = Address.parse(place)
        table, row = tables[address.statement], tables[address.statement].rows[address.row]
        column = next(each for panel in table.declared.panels for each in panel.columns if each.key == address.column)
        yield " ".join(
            filter(None, (f"《{table.declared.title}》", row.code, "" if row.name == row.code else row.name, column.title, text))
        )
    for each in example.indicators:
        yield f"{each.level1}—{each.level2} {each.level3} {each.target}"
