"""From 类 to 款 to 项 to agency: what is spent on a code, by whom, and over the years. Knows no page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from disclosure.pub.browsed_models import yuan_of
from disclosure.pub.models import Figure
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.charts import Point, share
from disclosure.web.public.codes import ECONOMIC, FUNCTIONAL, codes
from disclosure.web.public.facets import Choice

# Where a code's amount stands: of all funds by function; by economic class of all funds, its 款 of the fiscal basic spending alone.
PLACES: Mapping[tuple[str, str], tuple[str, str]] = {
    (FUNCTIONAL, "budget"): ("YS03", "total"),
    (FUNCTIONAL, "final"): ("JS03", "total"),
    (ECONOMIC, "budget"): ("YS06", "total"),
    (ECONOMIC, "final"): ("JS06", "amount"),
}
LONGEST_LIST = 2000


@dataclass(frozen=True)
class Part:
    """A code below the one that is looked at. `share` in percent of the whole, one decimal."""

    code: str
    name: str
    yuan: Decimal
    number: int
    share: str
    length: float

    @property
    def wan(self) -> str:
        return in_wan(self.yuan)


@dataclass(frozen=True)
class Holder:
    """An agency that spends on the code. `text`: the amount as its document prints it."""

    region: str
    region_name: str
    agency_code: str
    name: str
    yuan: Decimal
    text: str
    length: float = 0.0


@dataclass(frozen=True)
class Year:
    """What was spent on the code in one year, and by how many; `break_words`: why it is not comparable with the year before."""

    year: int
    yuan: Decimal
    number: int
    break_words: str

    @property
    def wan(self) -> str:
        return in_wan(self.yuan)


def parts(chart: str, above: str, choice: Choice) -> list[Part]:
    """The codes directly below, by code; below nothing stand the 类."""
    statement, column = PLACES[chart, choice.kind]
    rows = Figure.objects.filter(statement=statement, column=column, parent=above, measure="money", **choice.filters)
    rows = rows.filter(level="class") if not above else rows
    sums = list(rows.values_list("code").annotate(fen=Sum("fen"), number=Count("pk")).order_by("code"))
    whole = sum((fen for _code, fen, _number in sums), 0)
    highest = max((fen for _code, fen, _number in sums), default=0)
    return [_part(chart, code, int(fen), number, int(whole), int(highest)) for code, fen, number in sums]


def _part(chart: str, code: str, fen: int, number: int, whole: int, highest: int) -> Part:
    yuan = yuan_of(fen) or Decimal(0)
    rate = f"{Decimal(fen) * 100 / whole:.1f}%" if whole > 0 else ""
    return Part(code, codes.name_of(chart, code), yuan, number, rate, share(yuan, yuan_of(highest) or Decimal(0)))


def holders(chart: str, code: str, choice: Choice, *, by_amount: bool) -> list[Holder]:
    """Every agency that spends on the code: by amount where that may be, else by region and code."""
    statement, column = PLACES[chart, choice.kind]
    found = Figure.objects.filter(statement=statement, row=code, column=column, **choice.filters).exclude(fen=None)
    fields = ("region", "region_name", "agency_code", "agency_name", "fen", "text")
    rows = found.order_by("region", "agency_code").values_list(*fields)[:LONGEST_LIST]
    listed = [
        Holder(region, place, agency, name, yuan, text)
        for region, place, agency, name, fen, text in rows
        if (yuan := yuan_of(fen)) is not None
    ]
    highest = max((each.yuan for each in listed), default=Decimal(0))
    shown = [replace(each, length=share(each.yuan, highest)) for each in listed]
    return sorted(shown, key=lambda each: -each.yuan) if by_amount else shown


def years(chart: str, code: str, choice: Choice) -> list[Year]:
    """The same kind, scope and region in every year; a year whose book calls the code otherwise, or has no such code before, is parted."""
    statement, column = PLACES[chart, choice.kind]
    asked = {key: value for key, value in choice.filters.items() if key != "year"}
    rows = Figure.objects.filter(statement=statement, row=code, column=column, measure="money", **asked)
    sums = list(rows.values_list("year").annotate(fen=Sum("fen"), number=Count("pk")).order_by("year"))
    before: Iterable[int | None] = [None, *(year for year, _fen, _number in sums)]
    return [
        Year(year, yuan_of(int(fen)) or Decimal(0), number, break_words(chart, code, earlier, year))
        for earlier, (year, fen, number) in zip(before, sums, strict=False)
    ]


def break_words(chart: str, code: str, earlier: int | None, year: int) -> str:
    """Why a year is not comparable with the one before it in the table."""
    named = codes.named(chart, code)
    if earlier is None or named is None:
        return ""
    was, now = named.years.get(earlier), named.years.get(year)
    if was is not None and now is not None and was != now:
        return _("%(year)s年起改称，口径可能变了") % {"year": year}
    return _("中间的年度没有公开") if year - earlier > 1 else ""


def points(rows: Sequence[Year], kind: str) -> list[Point]:
    """The years as a chart takes them."""
    return [Point(str(row.year), row.yuan / 10000, row.wan, is_plan=kind == "budget", parted=bool(row.break_words)) for row in rows]


def above(chart: str, code: str) -> list[tuple[str, str]]:
    """The codes above, from 类 on, with their names."""
    return [(code[:length], codes.name_of(chart, code[:length])) for length in range(3, len(code), 2)]
