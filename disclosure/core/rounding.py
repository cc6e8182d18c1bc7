"""舍位平衡: exact 元 become 万元 with two decimals so that every printed sum adds up. Knows amounts and groups, no tables.

`balance` rounds the whole once and hands it down a tree by largest remainder. Every node ends at the floor or the ceiling of its
truth (so within 0.01), and every node is the sum of its children; a cell of n finest groups is within n × 0.01.
Approved figures are fixed points: the lines of one stand together above the tree, and only what lies below is balanced; where the
lines cannot become an approved figure, `DoNotAddUp` is raised and the caller rounds independently and says so in one hint.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from disclosure.core.facts import Line
from disclosure.core.money import TEN_THOUSAND, ZERO

Path = tuple[Hashable, ...]
Group = tuple[str, ...]
CENTS = 100


class DoNotAddUp(ValueError):
    """An approved figure, in 万元, that no rounding of its lines reaches."""

    def __init__(self, words: str, figure: Decimal, low: Decimal, high: Decimal) -> None:
        decimals = max(2, -int(figure.normalize().as_tuple().exponent))
        super().__init__(f"{words}批复{figure:,.{decimals}f}万元，明细舍位后只能在{low:,.2f}与{high:,.2f}万元之间")


@dataclass(frozen=True)
class Fixed:
    """Approved figures: 万元 by group, the group of a line, None for a line that they do not speak of, and what a group is called."""

    figures: Mapping[Group, Decimal]
    group: Callable[[Line], Group | None]
    words: Callable[[Group], str] = "、".join


Leaf = tuple[Path, Decimal, int]


@dataclass(slots=True)
class Node:
    """A group or a line: its truth in hundredths of 万元 (a fraction), and the whole hundredths it may become."""

    truth: Decimal
    low: int
    high: int
    index: int
    children: list["Node"] = field(default_factory=list)


def path_of(line: Line) -> Path:
    """The way down the tree: source and vintage → 类 → 款 → 项 → nature → economic → project → unit."""
    group = (line.flow, line.stage, line.source, line.vintage)
    return (group, line.function[:3], line.function[:5], line.function, line.nature, line.economic, line.project, line.unit, line.use)


def balance(lines: Sequence[Line], fixed: Fixed | None = None) -> tuple[Decimal, ...]:
    """万元 for each line, in order; sums of them are what is printed. Raises DoNotAddUp where `fixed` cannot be met."""
    leaves = [(path_of(line), line.amount * CENTS / TEN_THOUSAND, index) for index, line in enumerate(lines)]
    branches = _branches(lines, leaves, fixed or Fixed({}, lambda line: None))
    if not branches:
        return ()
    root = _stem(branches)
    shares = [0] * len(lines)
    _hand_down(root, min(max(_nearest(root.truth), root.low), root.high), shares)
    return tuple(Decimal(share) / CENTS for share in shares)


def _branches(lines: Sequence[Line], leaves: Sequence[Leaf], fixed: Fixed) -> list[Node]:
    """A branch for each approved figure, which is what it becomes; what the approval does not speak of is one more."""
    groups: dict[Group | None, list[Leaf]] = {group: [] for group in fixed.figures}
    for line, leaf in zip(lines, leaves, strict=True):
        groups.setdefault(fixed.group(line), []).append(leaf)
    return [branch for group, those in groups.items() if (branch := _branch(group, sorted(those), fixed))]


def _branch(group: Group | None, leaves: Sequence[Leaf], fixed: Fixed) -> Node | None:
    node = _grow(leaves, 0) if leaves else None
    if group is not None:
        low, high = _reach(node) if node else (0, 0)
        total = _checked(fixed.words(group), fixed.figures.get(group, ZERO), low, high)
        if node:
            node.low = node.high = total
    return node


def _grow(leaves: Sequence[Leaf], depth: int) -> Node:
    """The tree below a path, from its sorted leaves."""
    if len(leaves) == 1:
        return _leaf(leaves[0][1], leaves[0][2])
    if depth == len(leaves[0][0]):
        return _stem([_leaf(truth, index) for _, truth, index in leaves])
    groups = (list(group) for _, group in groupby(leaves, key=lambda leaf: leaf[0][depth]))
    return _stem([_grow(group, depth + 1) for group in groups])


def _leaf(truth: Decimal, index: int) -> Node:
    floor = int(truth)
    return Node(truth, floor, floor + (truth != floor), index)


def _stem(children: list[Node]) -> Node:
    """A node of children; alone, a child stands for it."""
    if len(children) == 1:
        return children[0]
    node = Node(sum((child.truth for child in children), ZERO), 0, 0, -1, children)
    low, high = _reach(node)
    floor = int(node.truth)
    node.low, node.high = min(max(floor, low), high), max(min(floor + (node.truth != floor), high), low)
    return node


def _reach(node: Node) -> tuple[int, int]:
    """The whole hundredths that a node's children can add up to."""
    if not node.children:
        return node.low, node.high
    return sum(child.low for child in node.children), sum(child.high for child in node.children)


def _checked(words: str, figure: Decimal, low: int, high: int) -> int:
    """The approved hundredths, if they are whole and within reach."""
    hundredths = figure * CENTS
    if not low <= hundredths <= high or hundredths != int(hundredths):
        raise DoNotAddUp(words, figure, Decimal(low) / CENTS, Decimal(high) / CENTS)
    return int(hundredths)


def _nearest(truth: Decimal) -> int:
    return int(truth + Decimal("0.5"))


def _hand_down(node: Node, total: int, shares: list[int]) -> None:
    if not node.children:
        shares[node.index] = total
        return
    bounds = [(child.low, child.high, child.truth) for child in node.children]
    for child, share in zip(node.children, apportion(total, bounds), strict=True):
        _hand_down(child, share, shares)


def apportion(total: int, parts: Sequence[tuple[int, int, Decimal]]) -> list[int]:
    """Split `total` over parts (low, high, truth): everyone gets low, then one at a time to the largest remainder below high."""
    shares = [low for low, _, _ in parts]
    rest = total - sum(shares)
    while rest > 0:
        order = sorted(range(len(parts)), key=lambda i: (shares[i] - parts[i][2], i))
        open_parts = [i for i in order if shares[i] < parts[i][1]][:rest]
        for i in open_parts:
            shares[i] += 1
        rest -= len(open_parts)
    return shares
