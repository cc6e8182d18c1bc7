"""The terms that part four of a document explains: the general glossary and the names of the sources; knows no codes and no place."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from disclosure.core.edition_files import packaged_rows
from disclosure.core.words import Kind, Source

SOURCE_KEYS: Final = ("fiscal", *Source, "carryover")  # the two keys that are no source: 财政拨款, and 上年结转


@dataclass(frozen=True, slots=True)
class Term:
    term: str
    definition: str
    kind: str  # the heading the field lists it under: 收入, 支出, 三公 …
    confidence: str  # seen in a published document, or known


@dataclass(frozen=True, slots=True)
class SourceTerm:
    key: str  # one of SOURCE_KEYS
    term: str
    definition: str  # blank where the term explains itself


@cache
def load_terms() -> dict[str, Term]:
    """The glossary by term, in the order of the field: running costs, 三公, spending, balances, income, the rest."""
    return {row["term"]: Term(**row) for row in packaged_rows("glossary")}


@cache
def load_source_terms(kind: str = Kind.BUDGET) -> dict[str, SourceTerm]:
    """The sources of a department's revenue by key, in their printed order, as budgets or as final accounts call them."""
    name = "sources_final" if kind == Kind.FINAL else "sources"
    return {row["key"]: SourceTerm(**row) for row in packaged_rows(name)}
