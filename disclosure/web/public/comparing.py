"""Agencies side by side, and one agency over the years: figures of released documents at the same addresses. Other 口径 stand apart. Knows no page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from operator import or_

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_FUNCTION, BY_KEY, CHANGES, GROUPS, MEASURES, Measure, change_row
from disclosure.exports.page import KINDS, SCOPES
from disclosure.pub.models import Current, Figure
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.codes import FUNCTIONAL, codes
from disclosure.web.public.facets import Choice
from disclosure.web.public.figure_rows import FigureRow, figure_rows
from disclosure.web.public.names import Named

Address = tuple[str, str, str]
STATEMENTS = tuple({place[0] for measure in MEASURES for place in measure.addresses.values()} | set(BY_FUNCTION.values()) | {CHANGES})
OVER_YEARS = ("expenditure_total", "operating", "three_public")
ROWS_OVER_YEARS = tuple({place[1] for key in OVER_YEARS for place in BY_KEY[key].addresses.values()})
ROWS = tuple({place[1] for measure in MEASURES for place in measure.addresses.values()})


@dataclass
class Side:
    """One document in the comparison, and its figures by address. `apart`: another year, kind or scope than the first."""

    agency: Named
    current: Current
    figures: dict[Address, FigureRow] = field(default_factory=dict)
    apart: bool = False

    @property
    def words(self) -> str:
        """市级，2024年单位预算."""
        said = {"year": self.current.year, "scope": SCOPES[self.current.scope], "kind": KINDS[self.current.kind]}
        return _("%(year)s年%(scope)s%(kind)s") % said

    @property
    def figure_words(self) -> Words:
        return _("预算数") if self.current.kind == "budget" else _("决算数")

    @property
    def href(self) -> str:
        return reverse("release", args=(self.current.region, self.current.agency_code, self.current.year, self.current.kind))

    def of(self, measure: Measure) -> FigureRow | None:
        return self.figures.get(measure.addresses[self.current.kind])

    def beside(self, address: Address, column: str) -> FigureRow | None:
        """What the document itself says of last year: `prior`, or `change`, which it leaves blank where nothing changed."""
        return self.figures.get((CHANGES, change_row(address), column))


@dataclass(frozen=True)
class Cell:
    """What one side has in one row: as its document prints it, exact, and how it changed since last year, as printed too."""

    text: str
    yuan: Decimal | None
    arrow: str = ""
    word: Words = ""
    change: str = ""
    apart: bool = False


@dataclass(frozen=True)
class Row:
    """`level` 1 is bold, 2 and 3 are indented."""

    title: Words
    level: int
    cells: list[Cell]
    median: str = ""


@dataclass(frozen=True)
class Group:
    title: Words
    rows: list[Row]


def sides(agencies: Sequence[Named], choice: Choice, documents: Sequence[Current]) -> list[Side]:
    """Of every agency the document asked for, else its newest one; what is not as the one that gives the measure stands apart."""
    found = [side for agency in agencies if (side := _side(agency, choice, [each for each in documents if is_of(each, agency)]))]
    measure = leading(found, choice).words if found else ""
    for side in found:
        side.apart = side.words != measure
    return found


def leading(found: Sequence[Side], choice: Choice) -> Side:
    """The first side with the document asked for; where none has it, the first."""
    return next((side for side in found if (side.current.year, side.current.kind) == (choice.year, choice.kind)), found[0])


def _side(agency: Named, choice: Choice, documents: list[Current]) -> Side | None:
    asked = [each for each in documents if (each.year, each.kind) == (choice.year, choice.kind)]
    newest = sorted(documents, key=lambda each: (each.year, each.kind == choice.kind))
    return Side(agency, (asked or newest)[-1]) if newest else None


def is_of(document: Current, agency: Named) -> bool:
    return document.region == agency.region and document.agency_code in agency.codes


def documents_of(agencies: Iterable[Named]) -> list[Current]:
    """Everything in force of these agencies, under every code that they bore."""
    asked = reduce(or_, (Q(region=agency.region, agency_code__in=sorted(agency.codes)) for agency in agencies))
    return list(Current.objects.filter(asked).order_by("year", "kind"))


def figures_of(compared: Sequence[Current], over_years: Sequence[Current]) -> dict[int, dict[Address, FigureRow]]:
    """By release. `compared`: every measure, every 类, and last year's figures that the documents name; `over_years`: what a series shows."""
    documents = [*compared, *over_years]
    wanted = Q(row__in=ROWS) | Q(level="class") | Q(statement=CHANGES, column__in=("prior", "change"))
    beside = Q(wanted, release__in=[each.pk for each in compared])
    rows = Figure.objects.filter(
        beside | Q(row__in=ROWS_OVER_YEARS, release__in=[each.pk for each in over_years]),
        statement__in=STATEMENTS,
        region__in={each.region for each in documents},  # the region finds the documents
        agency_code__in={each.agency_code for each in documents},
    )
    found: dict[int, dict[Address, FigureRow]] = defaultdict(dict)
    for figure in figure_rows(rows):
        found[figure.release_id][figure.statement, figure.row, figure.column] = figure
    return found


def main_of(side: Side) -> FigureRow | None:
    """The amount of the 类 that the document spends most on."""
    return next((each for each in side.figures.values() if each.is_main), None)


def medians(side: Side, main: FigureRow) -> Mapping[str, list[Decimal]]:
    """The amounts of the same-kind peers by measure: same year, kind and scope, and most spent on the same 类. Its own among them."""
    same = {"year": side.current.year, "kind": side.current.kind, "scope": side.current.scope}
    peers = Figure.objects.filter(is_main=True, statement=main.statement, row=main.row, column=main.column, **same).values("release")
    keys = {measure.addresses[side.current.kind]: measure.key for measure in MEASURES if measure.unit != "人"}
    rows = Figure.objects.filter(release__in=peers, statement__in={each[0] for each in keys}, row__in={each[1] for each in keys})
    found: dict[str, list[Decimal]] = defaultdict(list)
    for figure in figure_rows(rows.exclude(fen=None)):
        key = keys.get((figure.statement, figure.row, figure.column))
        if key and figure.yuan is not None:
            found[key].append(figure.yuan)
    return found


def groups(found: Sequence[Side], middle: Mapping[str, str]) -> list[Group]:
    """The table, group by group; 类 are those that any of the documents has. `middle`: medians in 万元 by measure."""
    rows: dict[str, list[Row]] = {key: [] for key in GROUPS}
    for measure in MEASURES:
        rows[measure.group].append(
            Row(measure.title, measure.level, [cell_of(side, measure) for side in found], middle.get(measure.key, ""))
        )
    classes = sorted(
        {row for side in found for (statement, row, column) in side.figures if statement in BY_FUNCTION.values() and row.isdigit()}
    )
    rows["function"] = [
        Row(f"{codes.name_of(FUNCTIONAL, code) or code}（{code}）", 2, [class_cell(side, code) for side in found])
        for code in classes
        if len(code) == 3
    ]
    rows["people"].append(Row(_("在职人均基本支出（万元）"), 2, [per_head(side) for side in found]))
    return [Group(title, [row for row in rows[key] if any(cell.text for cell in row.cells)]) for key, title in GROUPS.items()]


def cell_of(side: Side, measure: Measure) -> Cell:
    return printed(side, measure.addresses[side.current.kind])


def class_cell(side: Side, code: str) -> Cell:
    return printed(side, (BY_FUNCTION[side.current.kind], code, "total"))


def printed(side: Side, address: Address) -> Cell:
    """The figure and its change as the document prints them: nothing is rounded a second time."""
    figure = side.figures.get(address)
    if figure is None:
        return Cell("", None, apart=side.apart)
    exact = figure.yuan if figure.is_exact else None
    return Cell(figure.text, exact, *change_words(side.beside(address, "prior"), side.beside(address, "change")), side.apart)


def change_words(prior: FigureRow | None, change: FigureRow | None) -> tuple[str, Words, str]:
    """Arrow, word and amount of a change as the document prints it; it leaves it blank where nothing changed. Nothing without last year's figure."""
    if prior is None:
        return "", "", ""
    return (*moved(change.yuan), change.text.lstrip("-−－")) if change is not None and change.yuan else ("", _("持平"), "")


def moved(change: Decimal) -> tuple[str, str]:
    """An arrow and its word."""
    return ("↑", _("增加")) if change > 0 else ("↓", _("减少"))


def per_head(side: Side) -> Cell:
    """First divided, then rounded; blank without people."""
    people, basic = side.of(BY_KEY["on_duty"]), side.of(BY_KEY["basic"])
    count = people.counted if people else None
    yuan = basic.yuan / count if count and basic and basic.yuan is not None else None
    return Cell(in_wan(yuan), None, apart=side.apart)
