"""舍位平衡: exact 元 become 万元 with two decimals so that every printed sum adds up. Knows amounts and groups, no tables.

`balance` rounds the whole once and hands it down a tree by largest remainder. Every node ends at the floor or the ceiling of its
truth (so within 0.01), and every node is the sum of its children; a cell of n finest groups is within n × 0.01.
Approval figures are fixed points: only what lies below them is balanced; where they do not add up, `DoNotAddUp` is raised and the
caller rounds independently and says so in one hint.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from disclosure.core.facts import Line
from disclosure.core.money import TEN_THOUSAND, ZERO, to_wan

Path = tuple[Hashable, ...]
CENTS = 100


class DoNotAddUp(ValueError):
    """Fixed figures that no rounding of what lies below them can reach."""

    def __init__(self, path: Path, fixed: Decimal, low: Decimal, high: Decimal) -> None:
        super().__init__(f"批复数 {fixed} 与明细不符：明细舍位后只能在 {low} 与 {high} 之间")
        self.path, self.fixed, self.low, self.high = path, fixed, low, high


@dataclass(slots=True)
class Node:
    """A group: its truth in hundredths of 万元 (a fraction), and the whole hundredths it may become."""

    truth: Decimal = ZERO
    children: dict[Hashable, "Node"] = field(default_factory=dict)
    leaves: list[int] = field(default_factory=list)
    low: int = 0
    high: int = 0


def path_of(line: Line) -> Path:
    """The way down the tree: source and vintage → 类 → 款 → 项 → nature → economic → project → unit."""
    group = (line.flow, line.stage, line.source, line.vintage)
    return (group, line.function[:3], line.function[:5], line.function, line.nature, line.economic, line.project, line.unit, line.use)


def balance(lines: Sequence[Line], fixed: Mapping[Path, Decimal] | None = None) -> tuple[Decimal, ...]:
    """万元 for each line, in order; sums of them are what is printed. `fixed` gives 万元 by path. Raises DoNotAddUp."""
    root = _grow(lines)
    _bound(root, (), fixed or {})
    shares = [0] * len(lines)
    _hand_down(root, min(max(_nearest(root.truth), root.low), root.high), lines, shares)
    return tuple(Decimal(share) / CENTS for share in shares)


def independent(lines: Sequence[Line]) -> tuple[Decimal, ...]:
    """万元 for each line by itself; cells then round their own exact sums."""
    return tuple(to_wan(line.amount) for line in lines)


def _hundredths(line: Line) -> Decimal:
    return line.amount * CENTS / TEN_THOUSAND


def _grow(lines: Sequence[Line]) -> Node:
    root = Node()
    for index, line in enumerate(lines):
        amount = _hundredths(line)
        node = root
        node.truth += amount
        for step in path_of(line):
            node = node.children.setdefault(step, Node())
            node.truth += amount
        node.leaves.append(index)
    return root


def _bound(node: Node, path: Path, fixed: Mapping[Path, Decimal]) -> None:
    """Set from the leaves up what each node may become; a fixed node may become one thing."""
    if len(node.children) > 1:
        node.children = dict(sorted(node.children.items()))  # so that the order in which lines were entered changes nothing
    low = high = 0
    for step, child in node.children.items():
        _bound(child, (*path, step) if fixed else path, fixed)
        low, high = low + child.low, high + child.high
    floor = int(node.truth)
    ceiling = floor + (node.truth != floor)
    if not node.children:
        low, high = floor, ceiling
    if path in fixed:
        low = high = _checked(path, fixed[path], low, high)
    node.low, node.high = min(max(floor, low), high), max(min(ceiling, high), low)


def _checked(path: Path, fixed: Decimal, low: int, high: int) -> int:
    if not low <= fixed * CENTS <= high or fixed * CENTS != int(fixed * CENTS):
        raise DoNotAddUp(path, fixed, Decimal(low) / CENTS, Decimal(high) / CENTS)
    return int(fixed * CENTS)


def _nearest(truth: Decimal) -> int:
    return int(truth + Decimal("0.5"))


def _hand_down(node: Node, total: int, lines: Sequence[Line], shares: list[int]) -> None:
    if node.leaves:
        for index, share in zip(node.leaves, _share_leaves(node.leaves, total, lines), strict=True):
            shares[index] = share
        return
    children = list(node.children.values())
    if len(children) == 1:
        _hand_down(children[0], total, lines, shares)
        return
    bounds = [(child.low, child.high, child.truth) for child in children]
    for child, share in zip(children, apportion(total, bounds), strict=True):
        _hand_down(child, share, lines, shares)


def _share_leaves(leaves: Sequence[int], total: int, lines: Sequence[Line]) -> list[int]:
    truths = [_hundredths(lines[index]) for index in leaves]
    return apportion(total, [(int(truth), int(truth) + (truth != int(truth)), truth) for truth in truths])


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
