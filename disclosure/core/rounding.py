"""舍位平衡: exact 元 become 万元 with two decimals so that every printed sum adds up. Knows amounts and groups, no tables.

`balance` rounds the whole once and hands it down a tree by largest remainder. Every node ends at the floor or the ceiling of its
truth (so within 0.01), and every node is the sum of its children; a cell of n finest groups is within n × 0.01.
Approval figures are fixed points: only what lies below them is balanced; where they do not add up, `DoNotAddUp` is raised and the
caller rounds independently and says so in one hint.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from disclosure.core.facts import Line
from disclosure.core.money import TEN_THOUSAND, ZERO

Path = tuple[Hashable, ...]
CENTS = 100
DEPTH = 9


class DoNotAddUp(ValueError):
    """Fixed figures that no rounding of what lies below them can reach."""

    def __init__(self, path: Path, fixed: Decimal, low: Decimal, high: Decimal) -> None:
        super().__init__(f"批复数 {fixed} 与明细不符：明细舍位后只能在 {low} 与 {high} 之间")
        self.path, self.fixed, self.low, self.high = path, fixed, low, high


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


def balance(lines: Sequence[Line], fixed: Mapping[Path, Decimal] | None = None) -> tuple[Decimal, ...]:
    """万元 for each line, in order; sums of them are what is printed. `fixed` gives 万元 by path. Raises DoNotAddUp."""
    if not lines:
        return ()
    leaves = sorted((path_of(line), line.amount * CENTS / TEN_THOUSAND, index) for index, line in enumerate(lines))
    root = _grow(leaves, 0, fixed or {})
    shares = [0] * len(lines)
    _hand_down(root, min(max(_nearest(root.truth), root.low), root.high), shares)
    return tuple(Decimal(share) / CENTS for share in shares)


def _grow(leaves: Sequence[Leaf], depth: int, fixed: Mapping[Path, Decimal]) -> Node:
    """The tree below a path, from its sorted leaves; with what each node may become, a fixed node one thing."""
    if depth == DEPTH or (len(leaves) == 1 and not fixed):
        node = _stem([_leaf(truth, index) for _, truth, index in leaves]) if len(leaves) > 1 else _leaf(leaves[0][1], leaves[0][2])
    else:
        groups = (list(group) for _, group in groupby(leaves, key=lambda leaf: leaf[0][depth]))
        node = _stem([_grow(group, depth + 1, fixed) for group in groups])
    if fixed and (path := leaves[0][0][:depth]) in fixed:
        node.low = node.high = _checked(path, fixed[path], *_reach(node))
    return node


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


def _checked(path: Path, fixed: Decimal, low: int, high: int) -> int:
    if not low <= fixed * CENTS <= high or fixed * CENTS != int(fixed * CENTS):
        raise DoNotAddUp(path, fixed, Decimal(low) / CENTS, Decimal(high) / CENTS)
    return int(fixed * CENTS)


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
