"""What a rule and a finding are. Knows no rule in particular.

A rule is one small named thing: a permanent code, a level, a sentence that says what it asks, its legal source and a function
that finds. Codes are never reused.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from disclosure.core import law
from disclosure.core.facts import Address, Facts
from disclosure.statements.table import Tables

Level = Literal["error", "warning", "hint", "not checked"]


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at: the facts, their tables, which comparisons need a reason and which should have one."""

    facts: Facts
    tables: Tables
    reasons_required: tuple[Address, ...]
    reasons_expected: tuple[Address, ...]
    changes: str = "YX07"


@dataclass(frozen=True, slots=True)
class Found:
    """A place and what is said of it."""

    message: str
    address: Address


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, with the rule's own level and source."""

    rule: str
    level: Level
    message: str
    address: Address
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `find` yields nothing when the case passes."""

    code: str
    level: Level
    asks: str
    source: law.Source
    find: Callable[[Case], Iterable[Found]]

    def findings(self, case: Case) -> list[Finding]:
        """What the rule has to say of a case."""
        return [Finding(self.code, self.level, found.message, found.address, str(self.source)) for found in self.find(case)]
