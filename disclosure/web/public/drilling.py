"""From 类 to 款 to 项 to agency: what is spent on a code, by whom, and over the years. Knows no page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _

from disclosure.pub.browsed_models import yuan_of
from disclosure.pub.models import Figure
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.charts import Point, share
from disclosure.web.public.codes import ECONOMIC, FUNCTIONAL, codes
from disclosure.web.public.facets import Choice
from disclosure.web.public.figure_rows import Entry, FigureRow, entries, figure_rows

# Where a code's amount stands: of all funds by function; by economic class of all funds, its 款 of the fiscal basic spending alone.
PLACES: Mapping[tuple[str, str], tuple[str, str]] = {
    (FUNCTIONAL, "budget"): ("YS03", "total"),
    (FUNCTIONAL, "final"): ("JS03", "total"),
    (ECONOMIC, "budget"): ("YS06", "total"),
    (ECONOMIC, "final"): ("JS06", "amount"),
}
Sum = tuple[str, int, int]  # of a code: the amount in hundredths of a 元, of how many documents


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
    length: float


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


def below(chart: str, above: str, choice: Choice) -> list[Sum]:
    """The sums of the codes directly below, by code; below nothing stand the 类. One question to the database."""
    statement, column = PLACES[chart, choice.kind]
    rows = Figure.objects.filter(statement=statement, column=column, parent=above, measure="money", fen__isnull=False, **choice.filters)
    rows = rows.filter(level="class") if not above else rows
    sums = rows.values_list("code").annotate(fen=models.Sum("fen"), number=models.Count("pk")).order_by("code")
    return [(code, int(fen), number) for code, fen, number in sums]


def parts(chart: str, sums: Sequence[Sum]) -> list[Part]:
    whole = sum(fen for _code, fen, _number in sums)
    highest = max((fen for _code, fen, _number in sums), default=0)
    return [_part(chart, code, fen, number, whole, highest) for code, fen, number in sums]


def _part(chart: str, code: str, fen: int, number: int, whole: int, highest: int) -> Part:
    yuan = yuan_of(fen) or Decimal(0)
    rate = f"{Decimal(fen) * 100 / whole:.1f}%" if whole > 0 else ""
    return Part(code, codes.name_of(chart, code), yuan, number, rate, share(yuan, yuan_of(highest) or Decimal(0)))


def holding(chart: str, code: str, choice: Choice, *, by_amount: bool) -> list[Entry]:
    """Every document that spends on the code: by amount where that may be, else by region and code. One question to the database."""
    statement, column = PLACES[chart, choice.kind]
    found = Figure.objects.filter(statement=statement, row=code, column=column, **choice.filters).exclude(fen=None)
    return entries(found, "amount" if by_amount else "")


def holders(chart: str, code: str, choice: Choice, shown: Sequence[Entry], *, among: Sequence[Entry]) -> list[Holder]:
    """What is shown of some of them. `among`: all, the highest of which has the longest bar. One question to the database."""
    statement, column = PLACES[chart, choice.kind]
    found = Figure.objects.filter(statement=statement, row=code, column=column, release__in=[each.release for each in shown])
    rows = {row.release_id: row for row in figure_rows(found)}
    highest = yuan_of(max((each.fen for each in among), default=0)) or Decimal(0)
    return [_holder(row, highest) for each in shown if (row := rows.get(each.release))]  # not withdrawn since they were put in order


def _holder(row: FigureRow, highest: Decimal) -> Holder:
    yuan = row.yuan or Decimal(0)
    return Holder(row.region, row.region_name, row.agency_code, row.agency_name, yuan, row.text, share(yuan, highest))


def by_year(chart: str, code: str, choice: Choice) -> list[tuple[int, int, int]]:
    """Year, sum in hundredths of a 元 and number of documents, of the same kind, scope and region. One question to the database."""
    statement, column = PLACES[chart, choice.kind]
    asked = {key: value for key, value in choice.filters.items() if key != "year"}
    rows = Figure.objects.filter(statement=statement, row=code, column=column, measure="money", fen__isnull=False, **asked)
    sums = rows.values_list("year").annotate(fen=models.Sum("fen"), number=models.Count("pk")).order_by("year")
    return [(year, int(fen), number) for year, fen, number in sums]


def years(chart: str, code: str, sums: Sequence[tuple[int, int, int]]) -> list[Year]:
    """Every year that has something; one whose book calls the code otherwise, or has no such code before, is parted."""
    before: Iterable[int | None] = [None, *(year for year, _fen, _number in sums)]
    return [
        Year(year, yuan_of(fen) or Decimal(0), number, break_words(chart, code, earlier, year))
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
