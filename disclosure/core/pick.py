"""Pick: which lines of the ledger a panel, a row or a column accepts. Knows no amounts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from disclosure.core.facts import Line
from disclosure.core.words import staffing_of

PREFIXED = ("function", "economic")


class Entry(NamedTuple):
    """What can be picked by: the codes of a line and what follows from them."""

    flow: str
    stage: str
    function: str
    economic: str
    nature: str
    source: str
    vintage: str
    unit: str
    unit_kind: str
    project: str
    staffing: str
    use: str


def entry_of(line: Line, unit_kinds: dict[str, str]) -> Entry:
    """The codes of a line; 人员/公用 and the kind of its unit are derived here and nowhere else."""
    return Entry(
        line.flow, line.stage, line.function, line.economic, line.nature, line.source, line.vintage,
        line.unit, unit_kinds[line.unit], line.project, staffing_of(line.economic, line.use), line.use,
    )  # fmt: skip


@dataclass(frozen=True)
class Pick:
    """A condition on lines. A field is a value or several; function and economic codes accept what lies below them; None accepts all."""

    flow: str | tuple[str, ...] | None = None
    stage: str | tuple[str, ...] | None = None
    function: str | tuple[str, ...] | None = None
    economic: str | tuple[str, ...] | None = None
    nature: str | tuple[str, ...] | None = None
    source: str | tuple[str, ...] | None = None
    vintage: str | tuple[str, ...] | None = None
    unit: str | tuple[str, ...] | None = None
    unit_kind: str | tuple[str, ...] | None = None
    project: str | tuple[str, ...] | None = None
    staffing: str | tuple[str, ...] | None = None
    use: str | tuple[str, ...] | None = None
    but_not: "Pick | None" = None

    @cached_property
    def conditions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The fields that say something, each with its accepted values."""
        said = ((field.name, getattr(self, field.name)) for field in fields(self) if field.name != "but_not")
        return tuple((name, (value,) if isinstance(value, str) else value) for name, value in said if value is not None)

    @cached_property
    def looks_at(self) -> frozenset[str]:
        """The fields of an entry that decide."""
        own = frozenset(name for name, _ in self.conditions)
        return own | self.but_not.looks_at if self.but_not else own

    def accepts(self, entry: Entry) -> bool:
        """True when every field that says something accepts the entry, and the exception does not."""
        met = all(_meets(name, getattr(entry, name), wanted) for name, wanted in self.conditions)
        return met and not (self.but_not and self.but_not.accepts(entry))


@lru_cache(maxsize=4096)
def _meets(name: str, value: str, wanted: tuple[str, ...]) -> bool:
    return value.startswith(wanted) if name in PREFIXED else value in wanted


EVERYTHING = Pick()
Keys = Callable[[Entry], tuple[str, ...]]


def sorter(picks: Iterable[tuple[str, Pick]]) -> Keys:
    """Which of the named picks accept an entry; the answer is remembered by the fields that they look at."""
    picks = tuple(picks)
    names = sorted({name for _, pick in picks for name in pick.looks_at})
    looked_at = attrgetter(*names) if names else lambda entry: ()
    known: dict[object, tuple[str, ...]] = {}

    def keys(entry: Entry) -> tuple[str, ...]:
        seen = looked_at(entry)
        if seen not in known:
            known[seen] = tuple(key for key, pick in picks if pick.accepts(entry))
        return known[seen]

    return keys
