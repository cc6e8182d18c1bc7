"""One agency over the years: every year from the first to the last, parted where years cannot be compared. Knows no page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosure.exports.measures import BY_KEY
from disclosure.pub.models import Current, Figure
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.comparing import Address, Cell, Side, cell_of, changed, is_of
from disclosure.web.public.names import Named


@dataclass(frozen=True)
class SeriesRow:
    """One year of an agency. `break_words`: why it is not compared with the year before."""

    year: int
    words: str
    total: Decimal | None
    change: Cell
    operating: str
    three_public: str
    break_words: str
    missing: bool = False

    @property
    def total_wan(self) -> str:
        return in_wan(self.total)


def series(agency: Named, documents: Sequence[Current], figures: Mapping[int, Mapping[Address, Figure]], kind: str) -> list[SeriesRow]:
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
    return SeriesRow(year, "", None, Cell("", None), "", "", "", missing=True)


def _year(document: Current, before: Current | None, figures: Mapping[int, Mapping[Address, Figure]]) -> SeriesRow:
    side = Side(None, document, dict(figures.get(document.pk, {})))  # type: ignore[arg-type]  # nobody asks whose it is
    total = side.of(BY_KEY["expenditure_total"])
    parted = break_words(document, before) if before else ""
    earlier = figures.get(before.pk, {}).get(BY_KEY["expenditure_total"].addresses[document.kind]) if before and not parted else None
    return SeriesRow(
        document.year,
        side.words.removeprefix(f"{document.year}年"),
        total.yuan if total else None,
        changed(total.yuan, earlier.yuan) if total and earlier else Cell("", None),
        cell_of(side, BY_KEY["operating"]).text,
        cell_of(side, BY_KEY["three_public"]).text,
        parted,
    )


def break_words(document: Current, before: Current) -> str:
    """Why two years of an agency are not compared; "" where they are."""
    if document.scope != before.scope:
        return _("公开范围变了，不可比")
    if document.agency_code != before.agency_code:
        return _("编码变了，不可比")
    return _("名称变了，口径可能变了") if document.agency_name != before.agency_name else ""
