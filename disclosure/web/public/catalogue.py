"""What is published, put in order: by region, department and unit, by year and kind, by function; and how far publishing has come. Knows no page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_KEY, Measure
from disclosure.exports.page import KINDS
from disclosure.pub.models import Agency, Current, Due, Figure, Progress
from disclosure.web.public.codes import FUNCTIONAL, codes

TOTAL = BY_KEY["expenditure_total"]
YEARS_SHOWN = 12


@dataclass(frozen=True)
class Counted:
    """One line of the catalogue, and how many documents or agencies are behind it. `code` stands before the name."""

    name: str
    number: int
    href: str
    code: str = ""


@dataclass(frozen=True)
class Headline:
    """How much of what was due is public in time; `rate` in percent with one decimal, "" where nothing was due yet."""

    year: int
    kind: str
    published: int
    in_time: int
    published_late: int
    overdue: int
    within: int

    @property
    def due(self) -> int:
        """Those whose last day has come, or that are public before it."""
        return self.in_time + self.published_late + self.overdue

    @property
    def rate(self) -> str:
        return f"{100 * self.in_time / self.due:.1f}" if self.due else ""

    @property
    def words(self) -> str:
        return _("%(year)s年%(kind)s") % {"year": self.year, "kind": KINDS[self.kind]}


@dataclass
class Shelf:
    """A department with its own documents and its units'. `documents`: by kind."""

    code: str
    name: str
    documents: dict[str, "Document"] = field(default_factory=dict)
    units: list["Shelf"] = field(default_factory=list)
    href: str = ""

    @property
    def columns(self) -> list["Document | None"]:
        """A place for every kind, filled or not."""
        return [self.documents.get(kind) for kind in KINDS]


@dataclass(frozen=True)
class Document:
    """One document in force, with its total in 万元."""

    kind: str
    year: int
    href: str
    amount: str

    @property
    def words(self) -> Words:
        return KINDS[self.kind]


def progress() -> list[Progress]:
    """Every region, year and kind of which anything is known, the newest first."""
    return list(Progress.objects.all())


def headline(rows: Sequence[Progress]) -> Headline | None:
    """Of the newest year and kind in which anything is public."""
    public = [row for row in rows if row.published]
    if not public:
        return None
    newest = max(public, key=lambda row: (row.year, row.kind == "budget"))
    same = [row for row in rows if (row.year, row.kind) == (newest.year, newest.kind)]
    sums = {key: sum(getattr(row, key) for row in same) for key in ("published", "in_time", "published_late", "overdue", "within")}
    return Headline(newest.year, newest.kind, **sums)


def by_region(rows: Iterable[Progress]) -> list[Counted]:
    """How many documents each region has published."""
    numbers: Counter[tuple[str, str]] = Counter()
    for row in rows:
        numbers[row.region, row.region_name] += row.published
    return [Counted(name, number, reverse("region", args=(code,))) for (code, name), number in sorted(numbers.items()) if number]


def by_year(rows: Iterable[Progress]) -> list[Counted]:
    """How many documents of each year and kind are public."""
    numbers: Counter[tuple[int, str]] = Counter()
    for row in rows:
        numbers[row.year, row.kind] += row.published
    listed = sorted(((key, number) for key, number in numbers.items() if number), key=lambda each: (-each[0][0], each[0][1]))
    return [
        Counted(_("%(year)s年%(kind)s") % {"year": year, "kind": KINDS[kind]}, number, f"{reverse('published')}?year={year}&kind={kind}")
        for (year, kind), number in listed[:YEARS_SHOWN]
    ]


def by_function(year: int, kind: str) -> list[Counted]:
    """How many documents of a year spend most on each 类."""
    numbers = Figure.objects.filter(is_main=True, year=year, kind=kind).values_list("code").annotate(number=Count("pk")).order_by("code")
    query = f"?year={year}&kind={kind}"
    return [
        Counted(codes.name_of(FUNCTIONAL, code).removesuffix("支出"), number, reverse("tree_code", args=(FUNCTIONAL, code)) + query, code)
        for code, number in numbers
    ]


def shelves(region: str, year: int) -> list[Shelf]:
    """Departments with their units, by code, each with what it published of the year."""
    agencies = list(Agency.objects.filter(region=region, year=year).order_by("code"))
    documents = documents_of(region=region, year=year)
    found = {each.code: Shelf(each.code, each.name, documents.get(each.code, {}), href=agency_href(region, each.code)) for each in agencies}
    for each in agencies:
        if each.parent_code and each.parent_code not in found:  # a department that has published nothing itself
            found[each.parent_code] = Shelf(each.parent_code, each.parent_name)
    for each in agencies:
        if each.parent_code:
            found[each.parent_code].units.append(found[each.code])
    below = {each.code for each in agencies if each.parent_code}
    return sorted((shelf for code, shelf in found.items() if code not in below), key=lambda shelf: shelf.code)


def documents_of(**asked: Any) -> dict[str, dict[str, Document]]:
    """By agency code and kind: what is in force, with its total; `asked` as filters of the figures."""
    found: dict[str, dict[str, Document]] = defaultdict(dict)
    current = Current.objects.filter(**asked).values("region", "agency_code", "year", "kind")
    amounts = totals(TOTAL, **asked)
    for row in current:
        key = (row["region"], row["agency_code"], row["year"], row["kind"])
        found[row["agency_code"]][row["kind"]] = Document(row["kind"], row["year"], reverse("release", args=key), amounts.get(key, ""))
    return found


def totals(measure: Measure, **asked: Any) -> dict[tuple[str, str, int, str], str]:
    """A measure of every document asked for, as it prints it in 万元, by region, agency code, year and kind."""
    found: dict[tuple[str, str, int, str], str] = {}
    for kind, (statement, row, column) in measure.addresses.items():
        figures = Figure.objects.filter(statement=statement, row=row, column=column, kind=kind, **asked)
        for region, code, year, of_kind, text in figures.order_by().values_list("region", "agency_code", "year", "kind", "text"):
            found[region, code, year, of_kind] = text
    return found


def agency_href(region: str, code: str) -> str:
    return reverse("agency_page", args=(region, code))


def nearly_due(limit: int, today: date, within: timedelta = timedelta(days=7)) -> list[Due]:
    """What is late, or will be within a week; named only where the bureau says so."""
    named = Due.objects.exclude(word="published").filter(publish_by__lte=today + within)
    return list(named.order_by("publish_by", "region", "agency_code")[:limit])


def left_words(last: date, today: date) -> str:
    """已逾期6天, 今天到期, 还有3天."""
    days = (last - today).days
    if days < 0:
        return _("已逾期%(days)s天") % {"days": -days}
    return _("今天到期") if days == 0 else _("还有%(days)s天") % {"days": days}
