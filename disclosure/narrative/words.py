"""The words in which a document's text is declared: Section, Paragraph, Clause, Each, EachChange, Listed, FreeText, Projects.

A template holds tokens in braces and never a number: {=YS01/total/income} is a figure by its address, {change:…} and {rate:…} the
comparison with last year, {because:…} its reason, {share:A of B} a percentage, {name}, {year}, {last_year}, {word} the document's own words.
{execution:… by YX10} is a figure beside its budget, {versus:… by YX11} says which way it differs and why, {because:… by YX10} the reason;
{rate:… by 较上年决算数} compares with last year in these words, {percent:…} by the percentage alone. In a listing with a `whole`, {part}
is the row's percentage of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Each:
    """One phrase for every row of a column that has a figure. In `item`, {label} and {=} stand for the row."""

    statement: str
    column: str
    item: str
    rows: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    levels: tuple[str, ...] = ("class", "line")
    labels: Mapping[str, str] = field(default_factory=dict)
    lead: str = ""
    separator: str = "；"
    whole: str = ""


@dataclass(frozen=True, slots=True)
class EachChange(Each):
    """The same over the comparisons of a column: also what only last year, or only the budget, had. {change} and {rate} stand for the
    comparison; `changes` is the statement that holds them, where it is not that of last year. `always` are rows that are never left out.
    """

    changes: str = ""
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that stand only when a figure is there."""

    text: str
    when: str


Piece = str | Each | Clause


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph for every row of a listing; in its item {number} counts （一）（二）."""

    each: EachChange


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of pieces; `when` and `unless` name a figure that must or must not be there; one for its list goes with it."""

    pieces: tuple[Piece, ...]
    when: str = ""
    unless: str = ""
    for_its_list: bool = False

    def __init__(self, *pieces: Piece, when: str = "", unless: str = "", for_its_list: bool = False) -> None:
        object.__setattr__(self, "pieces", pieces)
        object.__setattr__(self, "when", when)
        object.__setattr__(self, "unless", unless)
        object.__setattr__(self, "for_its_list", for_its_list)


@dataclass(frozen=True, slots=True)
class FreeText:
    """Paragraphs that the agency wrote, e.g. its duties; a section of `optional` ones is left out where it wrote none."""

    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A headed section. `projects` opens one subsection for every project, its labels numbered ①②③; without labels its form alone."""

    number: str
    title: str
    paragraphs: tuple[Paragraph | Listed | FreeText, ...] = ()
    sections: tuple["Section", ...] = ()
    projects: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document: text, or the tables, or the glossary."""

    number: int
    title: str
    sections: tuple[Section, ...] = ()
    holds: Literal["", "statements", "glossary"] = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How a place compares with last year and with the budget, and writes numbers; `budgets` names the budget of a statement of execution.

    Where `exact`, changes and percentages are of 元 and not of what is printed.
    """

    before: str = "较上年预算安排"
    rate_before: str = "比{last_year}年预算"
    equal: str = "与上年预算安排持平"
    new: str = "（上年未安排）"
    no_base: str = "上年基数为0，不可比"
    unknown: str = "上年无可比数据"
    rate_places: int = 2
    changes: str = "YX07"
    list_zero_items: bool = False
    budgets: Mapping[str, str] = field(default_factory=dict)
    exact: bool = False
