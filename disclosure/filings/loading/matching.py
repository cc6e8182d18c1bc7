"""The rows of an export find the filings that they belong to, and are judged as the lines of a package would be. Knows the register, writes nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from agencies.models import AgencyYear
from disclosure.core.money import ZERO, write_trimmed
from disclosure.core.words import Flow, Kind
from disclosure.filings.entry.judging import problems_of
from disclosure.filings.load_models import LINE_KEYS, Load
from disclosure.filings.loading.rows import LoadedRow
from disclosure.filings.models import Filing
from disclosure.filings.packing import UNIT_DIGITS, Package, head_json
from disclosure.filings.problems import Problem
from disclosure.filings.reading import read_agency

INDEX = re.compile(r"^(lines|projects)\[([0-9]+)\]")
MOST_PLACES = 5
Key = tuple[str, ...]


@dataclass
class Match:
    """What one filing gets: the rows, those with the same codes added up, and the projects they name."""

    filing: Filing
    places: list[str] = field(default_factory=list)
    lines: list[dict[str, str]] = field(default_factory=list)
    projects: list[str] = field(default_factory=list)

    @property
    def total(self) -> Decimal:
        """All spending, in 元."""
        return sum((Decimal(line["amount"]) for line in self.lines if line["flow"] == Flow.SPENDING), ZERO)

    def package(self) -> Package:
        """The lines as a package, to be judged: a project's key is its place."""
        filing = self.filing
        keys = {name: f"p{number}" for number, name in enumerate(self.projects, 1)}
        head = head_json(read_agency(filing), filing.pack, filing.year, filing.kind, filing.scope)
        head["projects"] = [{"key": key, "name": name, "overview": ""} for name, key in keys.items()]
        return head | {"lines": [said(line, keys, filing.kind) for line in self.lines]}


def said(line: Mapping[str, str], keys: Mapping[str, str], kind: str) -> dict[str, str]:
    """A line as the package has it."""
    found = {key: value for key, value in line.items() if value} | ({"project": keys[line["project"]]} if line["project"] else {})
    if line["flow"] == Flow.SPENDING or kind == Kind.BUDGET:
        found.pop("flow", None)
    return {key: value for key, value in found.items() if key != "unit" or len(value) == UNIT_DIGITS}


def matches(load: Load, rows: Iterable[LoadedRow]) -> tuple[list[Match], list[Problem], list[str]]:
    """What each filing gets, what is wrong with it, and the agencies that have no document to file."""
    register = {each.code: each for each in AgencyYear.objects.filter(region=load.bureau_id, year=load.year).prefetch_related("units")}
    by_unit: dict[str, list[LoadedRow]] = defaultdict(list)
    for row in rows:
        by_unit[row.unit].append(row)
    problems = list(unknown_units(load, by_unit, register))
    found = {} if problems else gathered(load, by_unit)
    for match in found.values():
        problems += judged(match)
    there = {unit.code for match in found.values() for unit in match.filing.units.all()}
    return list(found.values()), problems, [code for code in by_unit if code not in there and not problems]


def unknown_units(load: Load, by_unit: Mapping[str, list[LoadedRow]], register: Mapping[str, AgencyYear]) -> Iterator[Problem]:
    """Codes that the register of the year does not have, and departments whose money belongs to their units."""
    for code, rows in by_unit.items():
        entry = register.get(code)
        if entry is None:
            yield Problem(places(rows), f"单位编码是{code}", f"{load.year}年的名录里没有这个编码：先更新名录，或改编码")
        elif any(unit.until is None for unit in entry.units.all()):
            listed = "、".join(unit.code for unit in entry.units.all())
            yield Problem(places(rows), f"写的是部门{code}", f"这个部门有单位，每一行写到单位：{listed}")


def places(rows: list[LoadedRow]) -> str:
    """The first places of rows, and how many more."""
    listed = "、".join(dict.fromkeys(row.place for row in rows[:MOST_PLACES]))
    return f"{listed}等{len(rows)}行" if len(rows) > MOST_PLACES else listed


def gathered(load: Load, by_unit: Mapping[str, list[LoadedRow]]) -> dict[int, Match]:
    """The filings of the units: each unit's own, and that of its department."""
    filings = Filing.objects.filter(agency_year__region=load.bureau_id, year=load.year, kind=load.kind, origin="entered")
    found: dict[int, Match] = {}
    for filing in (
        filings.select_related("agency_year__region", "agency_year__parent").prefetch_related("units").order_by("agency_year__code")
    ):
        rows = [row for unit in filing.units.all() for row in by_unit.get(unit.code, [])]
        if rows:
            found[filing.pk] = match_of(filing, rows, load.kind)
    return found


def match_of(filing: Filing, rows: list[LoadedRow], kind: str) -> Match:
    """The rows of one filing; those with the same codes become one line."""
    match, sums, first = Match(filing), defaultdict[Key, Decimal](Decimal), dict[Key, str]()
    for row in rows:
        if kind == Kind.BUDGET and row.flow != Flow.SPENDING:
            continue  # a budget's income follows from its spending
        key = tuple(getattr(row, name) for name in LINE_KEYS)
        sums[key] += row.amount
        first.setdefault(key, row.place)
    for key, amount in sums.items():
        if amount:
            match.lines.append(dict(zip(LINE_KEYS, key, strict=True)) | {"amount": write_trimmed(amount)})
            match.places.append(first[key])
    match.projects = list(dict.fromkeys(line["project"] for line in match.lines if line["project"]))
    return match


def judged(match: Match) -> Iterator[Problem]:
    """What the rules of a package have against the lines, at the rows they come from."""
    named = [next(at for at, line in enumerate(match.lines) if line["project"] == name) for name in match.projects]
    for problem in problems_of(match.package()):
        at = INDEX.match(problem.path)
        place = match.places[named[int(at[2])] if at[1] == "projects" else int(at[2])] if at else ""
        yield Problem(place, problem.found, problem.expected)
