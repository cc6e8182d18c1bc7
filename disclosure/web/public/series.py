"""One agency over the years: every year from the first to the last, parted where years cannot be compared. Knows no page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_KEY
from disclosure.exports.page import KINDS, SCOPES
from disclosure.pub.models import Current
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.comparing import OVER_YEARS, Address, is_of, moved
from disclosure.web.public.figure_rows import FigureRow
from disclosure.web.public.names import Named


@dataclass(frozen=True)
class SeriesRow:
    """One year of an agency. `break_words`: why it is not compared with the year before."""

    year: int
    words: str
    total: Decimal | None
    total_text: str
    change: tuple[str, Words, str]
    operating: str
    three_public: str
    break_words: str
    missing: bool = False


def series(agency: Named, documents: Sequence[Current], figures: Mapping[int, Mapping[Address, FigureRow]], kind: str) -> list[SeriesRow]:
    """Every year from the first to the last, with those that are not there; parted where code, scope or name changed."""
    own = {each.year: each for each in documents if is_of(each, agency) and each.kind == kind}
    if not own:
        return []
    rows: list[SeriesRow] = []
    before: Current | None = None
    for year in range(min(own), max(own) + 1):
        document = own.get(year)
        rows.append(_year(document, before, figures) if document else _missing(year))
        before = document
    return rows


def _missing(year: int) -> SeriesRow:
    return SeriesRow(year, "", None, "", ("", "", ""), "", "", "", missing=True)


def _year(document: Current, before: Current | None, figures: Mapping[int, Mapping[Address, FigureRow]]) -> SeriesRow:
    total, operating, three = (_of(document, key, figures) for key in OVER_YEARS)
    parted = break_words(document, before) if before else ""
    earlier = _of(before, "expenditure_total", figures) if before and not parted else None
    return SeriesRow(
        document.year,
        _("%(scope)s%(kind)s") % {"scope": SCOPES[document.scope], "kind": KINDS[document.kind]},
        total.yuan if total else None,
        total.text if total else "",
        _change(total, earlier),
        operating.text if operating else "",
        three.text if three else "",
        parted,
    )


def _of(document: Current, key: str, figures: Mapping[int, Mapping[Address, FigureRow]]) -> FigureRow | None:
    return figures.get(document.pk, {}).get(BY_KEY[key].addresses[document.kind])


def _change(figure: FigureRow | None, earlier: FigureRow | None) -> tuple[str, Words, str]:
    """Arrow, word and amount between two documents: years are compared in 元. Nothing where one of them lacks the figure."""
    if figure is None or earlier is None or figure.yuan is None or earlier.yuan is None:
        return "", "", ""
    change = figure.yuan - earlier.yuan
    return (*moved(change), in_wan(abs(change))) if change else ("", _("持平"), "")


def break_words(document: Current, before: Current) -> str:
    """Why two years of an agency are not compared; "" where they are."""
    if document.scope != before.scope:
        return _("公开范围变了，不可比")
    if document.agency_code != before.agency_code:
        return _("编码变了，不可比")
    return _("名称变了，口径可能变了") if document.agency_name != before.agency_name else ""
