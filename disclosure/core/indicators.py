"""The tree of performance indicators (一级指标 → 二级指标) by budget year. Knows names only: no targets, no forms.

财预〔2021〕101号 made 成本指标 a first level of its own; budgets from 2022 follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Pair = tuple[str, str]
Tree = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Edition:
    """A tree, the year of the first budget it applies to, what every form should have, and what is accepted though not in the tree."""

    since: int
    tree: Tree
    required: tuple[Pair, ...]
    tolerated: frozenset[Pair] = frozenset()


BENEFITS = ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")
SATISFACTION = ("服务对象满意度指标",)
REQUIRED = (
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("满意度指标", "服务对象满意度指标"),
)

BEFORE_2022 = Edition(
    since=0,
    tree=MappingProxyType(
        {
            "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
            "效益指标": BENEFITS,
            "满意度指标": SATISFACTION,
        }
    ),
    required=REQUIRED,
)
FROM_2022 = Edition(
    since=2022,
    tree=MappingProxyType(
        {
            "成本指标": ("经济成本指标", "社会成本指标", "生态环境成本指标"),
            "产出指标": ("数量指标", "质量指标", "时效指标"),
            "效益指标": BENEFITS,
            "满意度指标": SATISFACTION,
        }
    ),
    required=REQUIRED,
    tolerated=frozenset({("产出指标", "成本指标")}),  # departments still print the old place
)
EDITIONS = (FROM_2022, BEFORE_2022)  # the newest first


def tree_of(year: int) -> Tree:
    """First levels and their second levels, in printed order, for the budget of a year."""
    return _edition_of(year).tree


def accepts(year: int, level1: str, level2: str) -> bool:
    """Whether a form of that year may have level2 under level1; both may be printed without the final 指标."""
    edition = _edition_of(year)
    first, second = full_name(level1), full_name(level2)
    return second in edition.tree.get(first, ()) or (first, second) in edition.tolerated


def required_of(year: int) -> tuple[Pair, ...]:
    """The pairs that every form of that year should have."""
    return _edition_of(year).required


def _edition_of(year: int) -> Edition:
    return next(edition for edition in EDITIONS if edition.since <= year)


def full_name(printed: str) -> str:
    """Narrow columns break names over lines, and some forms leave 指标 out."""
    return "".join(printed.split()).removesuffix("指标") + "指标"
