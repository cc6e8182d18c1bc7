"""The rows of open data: every figure of what is in force, in the order of the documents. Knows no file."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from agencies.models import AgencyYear
from disclosure.releases.models import Period, ReleasedFigure

AT_ONCE = 5000
COLUMNS = (
    "region", "region_name", "agency_code", "agency_name", "year", "kind", "scope", "version", "statement", "row", "column", "code", "name", "measure",
    "printed", "yuan",
)  # fmt: skip
Value = str | int | None


@dataclass(frozen=True)
class Part:
    """What one file holds. `key` is in its name; blank year and region are everything."""

    key: str
    year: int = 0
    region: str = ""

    @property
    def filters(self) -> dict[str, object]:
        said = {"year": self.year, "region": self.region}
        return {key: value for key, value in said.items() if value}


def in_force() -> "QuerySet[Period]":
    """What is in force by the database's clock, of agencies that are not exempt."""
    hidden = AgencyYear.objects.filter(region=OuterRef("region"), code=OuterRef("agency_code"), year=OuterRef("year")).exclude(exemption="")
    return Period.objects.filter(Q(ends=None) | Q(ends__gt=Now()), ~Exists(hidden), begins__lte=Now())


def parts() -> list[Part]:
    """Everything, every year, every region that has something in force."""
    known = list(in_force().values_list("year", "region").distinct())
    years, regions = sorted({year for year, _region in known}), sorted({region for _year, region in known})
    everything = [Part("all")] if known else []
    return [*everything, *(Part(f"year-{year}", year=year) for year in years), *(Part(f"region-{code}", region=code) for code in regions)]


def releases_of(part: Part) -> list[int]:
    """The releases that the part holds now, in order."""
    return list(in_force().filter(**part.filters).order_by("region", "agency_code", "year", "kind").values_list("release", flat=True))


def rows_of(releases: list[int]) -> Iterator[tuple[Value, ...]]:
    """One row a figure, by COLUMNS; `yuan` exact or blank, money as text."""
    found = ReleasedFigure.objects.filter(release__in=releases)
    fields = (
        "release__region", "release__filing__agency_year__region__name", "release__agency_code", "release__agency_name", "release__year",
        "release__kind", "release__scope", "release__version", "statement", "row", "column", "code", "name", "kind", "text", "fen", "is_exact",
    )  # fmt: skip
    ordered = found.order_by("release__region", "release__agency_code", "release__year", "release__kind", "place")
    for *said, fen, is_exact in ordered.values_list(*fields).iterator(chunk_size=AT_ONCE):
        yield (*said, yuan_words(fen) if is_exact else "")


def yuan_words(fen: int | None) -> str:
    """Hundredths as 元 with two decimals: 47789000.00; blank where there is no amount."""
    return "" if fen is None else str((Decimal(fen) / 100).quantize(Decimal("0.01")))
