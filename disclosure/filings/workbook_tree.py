"""A package as leaves by their steps, and leaves as a package again. Knows no sheets and no rules."""

from collections.abc import Iterator
from typing import Any

from disclosure.filings.workbook_kinds import Steps


def leaves(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """("lines", 3, "amount"), "70" …; empty groups and lists have none."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from leaves(each, (*steps, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from leaves(each, (*steps, index))
    else:
        yield steps, value


def put(tree: Any, steps: Steps, value: Any) -> None:
    """Set a leaf, with the groups and lists on the way; entries of a list come in their order."""
    for step, inner in zip(steps, steps[1:], strict=False):
        tree = entry(tree, step, [] if isinstance(inner, int) else {})
    if isinstance(tree, list):
        tree.append(value)
    else:
        tree[steps[-1]] = value


def entry(tree: Any, step: str | int, new: Any) -> Any:
    """What lies at a step, `new` where nothing does."""
    if isinstance(tree, dict):
        return tree.setdefault(step, new)
    if step == len(tree):
        tree.append(new)
    return tree[step]


def length(tree: Any, steps: Steps) -> int:
    """How many entries the list at some steps has; 0 where there is none."""
    for step in steps:
        tree = tree.get(step, {}) if isinstance(tree, dict) else tree[step]
    return len(tree)
