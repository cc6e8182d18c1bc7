"""The chart of codes of one year: looks codes up, names them and explains a code that is not there; knows no database and no amounts."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final, Literal

from disclosure.core.edition_files import NoEdition, Row, covers, edition_path, edition_years, packaged_rows, read_rows
from disclosure.core.words import UnitKind

__all__ = [
    "CHARTS",
    "Chart",
    "Code",
    "NoEdition",
    "UnknownCode",
    "UnmappedCode",
    "edition_years",
    "load_chart",
    "normalised",
]

Level = Literal["class", "group", "item"]
Reason = Literal["unknown", "retired", "not yet", "malformed"]
Key = tuple[str, str]

LEVELS: Final[Mapping[int, Level]] = {3: "class", 5: "group", 7: "item"}  # 类、款、项
CHARTS: Final[Mapping[str, tuple[str, tuple[int, ...]]]] = {
    "functional": ("支出功能分类科目", (3, 5, 7)),
    "economic": ("部门预算支出经济分类科目", (3, 5)),
    "government": ("政府预算支出经济分类科目", (3, 5)),
    "revenue": ("收入分类科目", (3, 5, 7)),
}
MAPPED_AS: Final[Mapping[str, UnitKind]] = {
    UnitKind.ADMINISTRATIVE: UnitKind.ADMINISTRATIVE,
    UnitKind.CIVIL_SERVICE: UnitKind.ADMINISTRATIVE,
    UnitKind.INSTITUTION: UnitKind.INSTITUTION,
}


class UnknownCode(ValueError):
    """A code that the year's chart does not hold; `reason` says which kind of absence it is."""

    def __init__(self, message: str, *, chart: str, code: str, year: int, reason: Reason) -> None:
        super().__init__(message)
        self.chart, self.code, self.year, self.reason = chart, code, year, reason


class UnmappedCode(ValueError):
    """An economic code for which this kind of unit has no counterpart in the government's own chart."""


@dataclass(frozen=True, slots=True)
class Code:
    chart: str
    code: str
    name: str
    budget: str  # general, fund, soe, shared, social_insurance; blank in the two economic charts
    group: str  # personnel or public: what an economic code usually counts as; blank elsewhere
    confidence: str  # seen in a published document, known, or unsure
    definition: str  # blank where none is known

    @property
    def level(self) -> Level:
        return LEVELS[len(self.code)]

    @property
    def parent(self) -> str | None:
        return self.code[:-2] if len(self.code) > 3 else None


@dataclass(frozen=True, eq=False)
class Chart:
    """One year's book: its four charts, the other names of its codes and the mapping between the two economic charts."""

    year: int
    codes: Mapping[Key, Code]
    below: Mapping[Key, tuple[Code, ...]]  # by (chart, parent); classes stand under ""
    aliases: Mapping[Key, frozenset[str]]
    government: Mapping[Key, str]  # by (economic code, kind of unit or "any")

    def get(self, chart: str, code: str) -> Code:
        found = self.codes.get((chart, code))
        if found is None:
            raise absence(chart, code, self.year)
        return found

    def name(self, chart: str, code: str) -> str:
        return self.get(chart, code).name

    def children(self, chart: str, code: str) -> tuple[Code, ...]:
        self.get(chart, code)
        return self.below.get((chart, code), ())

    def classes(self, chart: str) -> tuple[Code, ...]:
        digits_of(chart)
        return self.below.get((chart, ""), ())

    def accepts_name(self, chart: str, code: str, name: str) -> Literal["current", "alias"] | None:
        """Whether a printed name is the code's name of this year, one it has or had elsewhere, or neither."""
        wanted = normalised(name)
        if wanted == normalised(self.get(chart, code).name):
            return "current"
        return "alias" if wanted in self.aliases.get((chart, code), frozenset()) or is_name_elsewhere(chart, code, wanted) else None

    def suggestions(self, chart: str, name: str) -> tuple[Code, ...]:
        """Up to three codes of that name, then of that former name, then of a similar name."""
        wanted = normalised(name)
        named = self._codes_by_name(chart)
        former = [self.codes[key] for key, names in self.aliases.items() if key[0] == chart and wanted in names and key in self.codes]
        similar = [code for each in get_close_matches(wanted, named, n=3, cutoff=0.5) for code in named[each]]
        return tuple(dict.fromkeys([*named.get(wanted, []), *former, *similar]))[:3]

    def government_code(self, economic_code: str, kind_of_unit: str) -> str:
        """The 款 of 政府经济分类 for an economic 款; units under the civil service law are mapped as administrative ones."""
        unit = MAPPED_AS[kind_of_unit]
        economic = self.get("economic", economic_code)
        found = self.government.get((economic_code, unit)) or self.government.get((economic_code, "any"))
        if found is None:
            raise UnmappedCode(f"{unit.label}的{economic.code} {economic.name}没有对应的政府预算支出经济分类科目")
        return found

    def _codes_by_name(self, chart: str) -> dict[str, list[Code]]:
        digits_of(chart)
        found: defaultdict[str, list[Code]] = defaultdict(list)
        for code in self.codes.values():
            if code.chart == chart:
                found[normalised(code.name)].append(code)
        return dict(found)


@lru_cache(maxsize=16_384)
def normalised(name: str) -> str:
    """A name without the accidents of printing: spaces, full or half width, kinds of quotation marks."""
    folded = "".join(unicodedata.normalize("NFKC", name).split())
    return folded.translate(str.maketrans("“”‘’", "\"\"''"))


def digits_of(chart: str) -> tuple[int, ...]:
    if chart not in CHARTS:
        raise ValueError(f"没有名为“{chart}”的科目表；现有：{'、'.join(CHARTS)}")
    return CHARTS[chart][1]


def is_well_formed(chart: str, code: str) -> bool:
    return len(code) in digits_of(chart) and code.isascii() and code.isdigit()


def is_name_elsewhere(chart: str, code: str, wanted: str) -> bool:
    """Whether the code bears this name in another year's book."""
    found = (load_chart(year).codes.get((chart, code)) for year in edition_years())
    return any(each is not None and normalised(each.name) == wanted for each in found)


def absence(chart: str, code: str, year: int) -> UnknownCode:
    """Says why a code is not in a year's chart, from what the other years hold."""
    digits, title = digits_of(chart), CHARTS[chart][0]
    if not is_well_formed(chart, code):
        lengths = "、".join(str(each) for each in digits)
        return UnknownCode(f"“{code}”不是{title}的编码：应为{lengths}位数字", chart=chart, code=code, year=year, reason="malformed")
    held = [each for each in edition_years() if (chart, code) in load_chart(each).codes]
    earlier = [each for each in held if each < year]
    if earlier:
        last = load_chart(earlier[-1]).get(chart, code)
        message = f"{code} {last.name} {earlier[-1] + 1}年起停用（最后一版：{earlier[-1]}年）"
        return UnknownCode(message, chart=chart, code=code, year=year, reason="retired")
    if held:
        message = f"{code} {load_chart(held[0]).name(chart, code)} {held[0]}年才启用"
        return UnknownCode(message, chart=chart, code=code, year=year, reason="not yet")
    return UnknownCode(f"{year}年{title}中没有{code}", chart=chart, code=code, year=year, reason="unknown")


@cache
def load_chart(year: int) -> Chart:
    """The packaged book of a year; NoEdition names the years that exist."""
    rows = read_rows(edition_path(year))
    codes = {(row["chart"], row["code"]): Code(**row) for row in rows}
    mapping = {(row["economic"], row["kind_of_unit"]): row["government"] for row in packaged_rows("mapping") if covers(row, year)}
    return Chart(year, codes, by_parent(codes.values()), aliases_of(packaged_rows("names")), mapping)


def by_parent(codes: Iterable[Code]) -> dict[Key, tuple[Code, ...]]:
    found: defaultdict[Key, list[Code]] = defaultdict(list)
    for code in codes:
        found[code.chart, code.parent or ""].append(code)
    return {key: tuple(children) for key, children in found.items()}


def aliases_of(rows: Iterable[Row]) -> dict[Key, frozenset[str]]:
    found: defaultdict[Key, set[str]] = defaultdict(set)
    for row in rows:
        found[row["chart"], row["code"]].add(normalised(row["name"]))
    return {key: frozenset(names) for key, names in found.items()}
