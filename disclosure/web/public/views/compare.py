"""Agencies side by side, and the years of the first of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from disclosure.exports.measures import BY_KEY, LEAGUES
from disclosure.exports.page import KINDS
from disclosure.pub.models import Current
from disclosure.web.headers import public
from disclosure.web.public import comparing
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.charts import Point, chart_of
from disclosure.web.public.comparing import Address, Group, Row, Side
from disclosure.web.public.facets import Choice, choice_of, options
from disclosure.web.public.figure_rows import FigureRow
from disclosure.web.public.leagues import median
from disclosure.web.public.names import Match, Named, names
from disclosure.web.public.queries import without
from disclosure.web.public.series import SeriesRow, series
from disclosure.web.public.sheets import Sheet, as_file, offered
from disclosure.web.public.standing import Standing

MOST_SIDES, FEWEST_PEERS = 6, 3


@dataclass(frozen=True)
class Compared:
    """What the page shows of the agencies that were chosen."""

    words: str  # of the document that gives the measure
    sides: Sequence[Side]
    groups: Sequence[Group]
    has_medians: bool
    series: Sequence[dict[str, Any]]


@public
def compare(request: HttpRequest) -> HttpResponse:
    """`a`: region and code of an agency, once for each; `add`: words for one more."""
    keys = request.GET.getlist("a")[:MOST_SIDES]
    chosen = [agency for key in keys if (agency := names.of(key))]
    choice, words = choice_of(request), request.GET.get("add", "")
    added = names.find(words)[:MOST_SIDES] if words else []
    if meant := the_one(added):
        return redirect(address([*chosen, meant], without(request, "a", "add")))
    found = compared(chosen, choice)
    if taken := as_file(request, lambda: sheet_of(found, choice.words)):
        return taken
    rest = without(request, "a", "add")
    context = {
        "found": found,
        "chosen": chosen,
        "removals": {each.agency_id: address([other for other in chosen if other is not each], rest) for each in chosen},
        "missing": [key for key in keys if not names.of(key)] + ([words] if words and not added else []),
        "maybe": [(match.agency, address([*chosen, match.agency], rest)) for match in added],
        "choice": choice,
        "options": options(choice),
        "measures": [BY_KEY[key] for key in LEAGUES],
        "files": offered(without(request, "format")),
    }
    return render(request, "public/compare.html", context)


def the_one(added: Sequence[Match]) -> Named | None:
    """The agency that can only be meant: the only one, or one that is called just so."""
    return added[0].agency if len(added) == 1 or (added and added[0].rank < 1) else None


def address(agencies: Sequence[Named], rest: str) -> str:
    """One address for one comparison."""
    said = [f"a={key}" for key in dict.fromkeys(f"{agency.region}-{agency.code}" for agency in agencies)]
    return f"{reverse('compare')}?{'&'.join([*said[:MOST_SIDES], *([rest] if rest else [])])}"


def compared(chosen: Sequence[Named], choice: Choice) -> Compared:
    """Three questions to the database: the documents, their figures, the peers of the first."""
    documents = comparing.documents_of(chosen) if chosen else []
    sides = comparing.sides(chosen, choice, documents)
    if not sides:
        return Compared("", [], [], False, [])
    of_first = [each for each in documents if comparing.is_of(each, sides[0].agency)]
    figures = comparing.figures_of([side.current for side in sides], of_first)
    for side in sides:
        side.figures = figures.get(side.current.pk, {})
    middle = medians_of(sides[0])
    return Compared(
        comparing.leading(sides, choice).words,
        sides,
        comparing.groups(sides, middle),
        bool(middle),
        series_of(sides[0].agency, of_first, figures),
    )


def medians_of(side: Side) -> Mapping[str, str]:
    """Medians in 万元 by measure, where there are enough peers."""
    main, of = comparing.main_of(side), side.current
    if main is None:
        return {}
    question = ("medians", of.year, of.kind, of.scope, main.statement, main.row, main.column)
    return Standing().keep(lambda: _medians(comparing.medians(side, main)), *question)


def _medians(amounts: Mapping[str, Sequence[Decimal]]) -> dict[str, str]:
    return {key: in_wan(median(values)) for key, values in amounts.items() if len(values) >= FEWEST_PEERS}


def series_of(agency: Named, documents: Sequence[Current], figures: Mapping[int, Mapping[Address, FigureRow]]) -> list[dict[str, Any]]:
    """Budgets and final accounts are two series; nothing is drawn where there is but one year."""
    found = []
    for kind, words in KINDS.items():
        rows = series(agency, documents, figures, kind)
        if rows:
            found.append({"kind": kind, "words": words, "rows": rows, "picture": chart_of([point_of(row, kind) for row in rows])})
    return found


def point_of(row: SeriesRow, kind: str) -> Point:
    value = None if row.total is None else row.total / 10000
    return Point(str(row.year), value, row.total_text or str(_("未收录")), row.words, kind == "budget", bool(row.break_words))


def sheet_of(found: Compared, words: str) -> Sheet:
    head = [_("项目"), *(f"{side.agency.name} {side.words}（{unit}）" for side in found.sides for unit in (_("万元"), _("元")))]
    rows: list[list[str | Decimal | None]] = []
    for group in found.groups:
        rows += [[str(group.title)], *map(row_cells, group.rows)]
    return Sheet(f"{words}-{_('部门比较')}", head, rows, [_("“万元”一栏是文件里印的数，“元”一栏是确数；照录的原件没有确数。")])


def row_cells(row: Row) -> list[str | Decimal | None]:
    return [str(row.title), *(value for cell in row.cells for value in (cell.text, cell.yuan))]
