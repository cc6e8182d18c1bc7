"""Finds agencies by what people call them: name, short name, former name, code, pinyin or its initials. Knows names and no budget.

Names are few (some thousands) and stay in memory for a minute, one to a line of a few long strings; what is shown of an agency is asked anew.
"""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from disclosure.exports.spelling import plain, spelling_of
from disclosure.pub.models import Agency

KEPT_SECONDS = 60
ENOUGH, MOST = 20, 400


@dataclass(slots=True)
class Named:
    """An agency as it is called now. `names`: every name it published under; `codes`: every code."""

    agency_id: int
    region: str
    region_name: str
    code: str
    name: str
    year: int
    parent_name: str
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Match:
    """`rank`: the smaller the better; `by`: the former name that matched, where it is not today's."""

    rank: float
    agency: Named
    by: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Names one to a line, and whose each is: a search is one search of a long string."""

    text: str
    owners: dict[int, tuple[Named, str]]

    @classmethod
    def of(cls, said: Iterable[tuple[str, Named, str]]) -> "Lines":
        lines, owners, at = [], {}, 0
        for line, agency, name in said:
            lines.append(line)
            owners[at] = (agency, name)
            at += len(line) + 1
        return cls("\n".join(lines), owners)

    def matching(self, pattern: str) -> Iterator[tuple[str, Named, str]]:
        """The lines that begin with the pattern, at most MOST of them."""
        for found in islice(re.finditer(f"^{pattern}[^\n]*$", self.text, re.MULTILINE), MOST):
            yield (found[0], *self.owners[found.start()])


class Names:
    """Every agency that the public may see, for a minute."""

    def __init__(self) -> None:
        self.until = 0.0

    def forget(self) -> None:
        """What is asked next is read anew."""
        self.until = 0.0

    def read(self) -> None:
        if time.monotonic() < self.until:
            return
        self.agencies = list(_read())
        self.by_key = {f"{agency.region}-{code}": agency for agency in self.agencies for code in agency.codes}
        each = [(agency, name, spelt) for agency in self.agencies for name, spelt in agency.names.items()]
        self.plain = Lines.of((plain(name), agency, name) for agency, name, _spelt in each)
        self.pinyin = Lines.of((spelt[0], agency, name) for agency, name, spelt in each)
        self.initials = Lines.of((spelt[1], agency, name) for agency, name, spelt in each)
        self.until = time.monotonic() + KEPT_SECONDS

    def of(self, key: str) -> Named | None:
        """By region and any code that it bore: 361100-307001."""
        self.read()
        return self.by_key.get(key)

    def find(self, said: str, region: str = "") -> list[Match]:
        """The agencies that may be meant, the likeliest first."""
        wanted = plain(said)
        if not wanted:
            return []
        self.read()
        best: dict[int, Match] = {}
        for match in self._found(wanted):
            known = best.get(match.agency.agency_id)
            if (not region or match.agency.region == region) and (known is None or match.rank < known.rank):
                best[match.agency.agency_id] = match
        return sorted(best.values(), key=_order)

    def _found(self, wanted: str) -> Iterator[Match]:
        if wanted.isdigit():
            yield from _by_code(self.agencies, wanted)
        if wanted.isascii() and wanted.isalpha():
            yield from _matches(self.initials, wanted, 0.2)
            yield from _matches(self.pinyin, wanted, 0.3, letters_left_out=False)
        else:
            yield from _matches(self.plain, wanted, 0.0)


names = Names()


def _order(match: Match) -> tuple[float, int, int, str, str]:
    """Of equals the one that still goes on, the department, then by code."""
    return match.rank, -match.agency.year, len(match.agency.code), match.agency.region, match.agency.code


def _read() -> Iterator[Named]:
    known: dict[int, Named] = {}
    fields = ("agency_id", "region", "region_name", "code", "name", "year", "parent_name")
    for *said, pinyin, initials in Agency.objects.order_by("year").values_list(*fields, "pinyin", "initials"):
        agency = known.setdefault(said[0], Named(*said))
        for key, value in zip(fields, said, strict=True):
            setattr(agency, key, value)  # the newest year says what it is called
        agency.names[agency.name] = (pinyin, initials) if pinyin else _spelt(agency.name)
        agency.codes.add(agency.code)
    yield from known.values()


def _spelt(name: str) -> tuple[str, str]:
    spelt = spelling_of(name)
    return spelt.pinyin, spelt.initials


def _by_code(agencies: Iterable[Named], wanted: str) -> Iterator[Match]:
    for agency in agencies:
        if wanted in agency.codes:
            yield Match(0.0, agency)
        elif len(wanted) >= 3 and any(code.startswith(wanted) for code in agency.codes):
            yield Match(1.5, agency)


def _matches(lines: Lines, wanted: str, more: float, *, letters_left_out: bool = True) -> Iterator[Match]:
    """As it stands; where that gives few, with characters left out, as short names are made: 医保局 is 医疗保障局."""
    whole = [_match(*each, wanted, more) for each in lines.matching("[^\n]*?" + re.escape(wanted))]
    yield from whole
    if letters_left_out and len(whole) < ENOUGH and len(wanted) > 1:
        apart = "".join(f"[^\n{re.escape(each)}]*+{re.escape(each)}" for each in wanted)  # possessive: nothing is tried twice
        yield from (_match(*each, wanted, more) for each in lines.matching(apart))


def _match(line: str, agency: Named, name: str, wanted: str, more: float) -> Match:
    former = name != agency.name
    return Match(_rank(line, wanted) + more + (0.1 if former else 0), agency, name if former else "")


def _rank(line: str, wanted: str) -> float:
    """0 the same, 1 at the beginning, 2 inside, 3 and more with characters left out: the more, the worse."""
    if line == wanted:
        return 0
    left = (len(line) - len(wanted)) / 100
    at = line.find(wanted)
    return (1 if at == 0 else 2) + left if at >= 0 else 3 + (_span(line, wanted) - len(wanted)) / 10 + left


def _span(line: str, wanted: str) -> int:
    """Over how many characters of the line these are strewn."""
    at = first = line.find(wanted[0])
    for character in wanted[1:]:
        at = line.find(character, at + 1)
    return at - first + 1
