"""Finders made of ties: several as one, of one layout, unless or where something holds, with advice. Knows no rule in particular."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from disclosure.checks.rule import Case, Found, Unchecked
from disclosure.checks.tie_words import Term
from disclosure.checks.ties import Find, Result, Tie
from disclosure.core.facts import Address


@dataclass(frozen=True, slots=True)
class Several:
    """Several finders as one."""

    finds: tuple[Find, ...]

    def __call__(self, case: Case) -> Iterator[Result]:
        return (found for find in self.finds for found in find(case))


@dataclass(frozen=True, slots=True)
class OfVariant:
    """A tie of one of several layouts of a statement, known by a column that only it has."""

    column: str
    tie: Tie

    def __call__(self, case: Case) -> Iterator[Result]:
        statement = self.tie.left[0].statement
        if case.has(statement) and self.column in case.tables[statement].columns():
            yield from self.tie(case)


@dataclass(frozen=True, slots=True)
class Unless:
    """A tie that says nothing where a figure is not 0: what it ties together then differs rightly."""

    figure: str
    why: str
    find: Find

    def __call__(self, case: Case) -> Iterator[Result]:
        address = Address.parse(self.figure)
        if case.has(address.statement) and case.figure(address):
            yield Unchecked(address, self.why)
        else:
            yield from self.find(case)


@dataclass(frozen=True, slots=True)
class Either:
    """Two ties of which one must hold: places add up differently; the first one speaks."""

    first: Tie
    second: Tie

    def __call__(self, case: Case) -> Iterator[Result]:
        found = list(self.first(case))
        if found and list(self.second(case)):
            yield from found


@dataclass(frozen=True, slots=True)
class Where:
    """One finder where something holds of the case, and else another one."""

    holds: Callable[[Case], bool]
    find: Find
    otherwise: Find = Several(())

    def __call__(self, case: Case) -> Iterator[Result]:
        yield from (self.find if self.holds(case) else self.otherwise)(case)


@dataclass(frozen=True, slots=True)
class Mended:
    """A finder whose findings also say what to mend."""

    advice: str
    find: Find

    def __call__(self, case: Case) -> Iterator[Result]:
        for found in self.find(case):
            yield replace(found, message=f"{found.message}；{self.advice}") if isinstance(found, Found) else found


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A finder whose findings prove nothing where something holds of the case: then it says why it cannot judge."""

    holds: Callable[[Case], bool]
    why: str
    find: Find

    def __call__(self, case: Case) -> Iterator[Result]:
        for found in self.find(case):
            is_doubtful = isinstance(found, Found) and self.holds(case)
            yield Unchecked(found.address, self.why) if is_doubtful else found


def all_of(*finds: Find) -> Several:
    """One finder for several."""
    return Several(finds)


def terms_in(find: Find) -> Iterator[Term]:
    """Every term that a finder names."""
    match find:
        case Tie():
            yield from find.terms
        case OfVariant():
            yield from find.tie.terms
        case Unless() | Mended() | Doubtful():
            yield from terms_in(find.find)
        case Where():
            yield from (*terms_in(find.find), *terms_in(find.otherwise))
        case Either():
            yield from (*find.first.terms, *find.second.terms)
        case Several():
            yield from (term for each in find.finds for term in terms_in(each))
