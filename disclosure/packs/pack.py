"""What a pack is: a place's templates as declarations. Knows no place in particular."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure.core.facts import Address
from disclosure.core.words import Kind, Scope
from disclosure.narrative.words import Part, Wording
from disclosure.statements.ledger import Rounding
from disclosure.statements.words import Statement


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that the page shows on top."""

    title: str
    address: Address


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer in a sentence, what it consists of, and what explains the change: rows of a column that add up to it."""

    wording: Wording
    answer: str
    detail: tuple[str, ...]
    total: Address
    explained_by: tuple[str, ...]
    classes: Address
    spent: Address
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPlan:
    """Which sections 名词解释 has, and the terms of the field that it always explains."""

    sources: str
    functions: str
    terms: str
    explained: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One document type of one place: its statements, text and settings, for a scope and a range of years.

    `class_sums` says of a column that lists classes only from which columns of other statements, listing items, its figures come.
    """

    pack: str
    kind: Kind
    scope: Scope
    years: range
    statements: tuple[Statement, ...]
    parts: tuple[Part, ...]
    wording: Wording
    summary: Summary
    glossary: GlossaryPlan
    rounding: Rounding
    short_groups: bool
    head: tuple[str, ...]
    head_unit: str
    title: str = "{name}{year}年{word}"
    class_sums: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    reasons_required: tuple[Address, ...] = ()
    reasons_expected: tuple[Address, ...] = ()
