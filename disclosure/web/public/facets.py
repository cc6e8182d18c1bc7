"""Which years, kinds, scopes and regions there are to compare, in memory for a minute. Knows no figure."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _

from disclosure.exports.page import KINDS, SCOPES
from disclosure.pub.models import Current, Place
from disclosure.web.public.queries import one_of, region_of, year_of

KEPT_SECONDS = 60


@dataclass(frozen=True)
class Facet:
    """How many documents there are of a region, year, kind and scope."""

    region: str
    region_name: str
    year: int
    kind: str
    scope: str
    number: int


@dataclass(frozen=True)
class Choice:
    """What is compared: one year, one kind, one scope, in one region or everywhere. 部门 and 单位 are never added together."""

    year: int
    kind: str
    scope: str
    region: str

    @property
    def filters(self) -> dict[str, object]:
        """As the figures are asked for."""
        said = {"year": self.year, "kind": self.kind, "scope": self.scope}
        return {**said, "region": self.region} if self.region else said

    @property
    def query(self) -> str:
        """As it stands in an address."""
        return f"year={self.year}&kind={self.kind}&scope={self.scope}" + (f"&region={self.region}" if self.region else "")

    @property
    def words(self) -> str:
        return _("%(year)s年%(scope)s%(kind)s") % {"year": self.year, "scope": SCOPES[self.scope], "kind": KINDS[self.kind]}


class Facets:
    """Everything that is published, counted."""

    def __init__(self) -> None:
        self.until = 0.0
        self.known: list[Facet] = []
        self.ranked: frozenset[str] = frozenset()

    def forget(self) -> None:
        """What is asked next is read anew."""
        self.until = 0.0

    def all(self) -> list[Facet]:
        if time.monotonic() >= self.until:
            keys = ("region", "region_name", "year", "kind", "scope")
            rows = Current.objects.order_by(*keys).values(*keys).annotate(number=Count("pk"))
            self.known = [Facet(**row) for row in rows]
            self.ranked = frozenset(Place.objects.filter(shows_ranks=True).values_list("pk", flat=True))
            self.until = time.monotonic() + KEPT_SECONDS
        return self.known

    def shows_ranks(self, region: str) -> bool:
        """Whether agencies may be put in order by amount: where every bureau concerned says so."""
        regions = {each.region for each in self.all()}
        return region in self.ranked if region else bool(regions) and regions <= self.ranked


facets = Facets()


def choice_of(request: HttpRequest) -> Choice:
    """What the address asks for; where it is silent, the newest year and the kind and scope with the most documents of it. Raises BadRequest."""
    region = region_of(request)
    there = [each for each in facets.all() if not region or each.region == region]
    if region and not there:
        raise BadRequest(_("这个地区还没有公开的文件。"))
    year = year_of(request, sorted({each.year for each in there}, reverse=True))
    of_year = [each for each in there if each.year == year]
    kind = one_of(request, "kind", KINDS, most(of_year, lambda each: each.kind) or "budget")
    scope = one_of(request, "scope", SCOPES, most([each for each in of_year if each.kind == kind], lambda each: each.scope) or "department")
    return Choice(year, kind, scope, region)


def most(rows: Iterable[Facet], key: Callable[[Facet], str]) -> str:
    """The value that most documents have; of equals the first."""
    numbers: dict[str, int] = {}
    for row in sorted(rows, key=key):
        numbers[key(row)] = numbers.get(key(row), 0) + row.number
    return max(numbers, key=lambda each: numbers[each], default="")


def options(choice: Choice) -> dict[str, object]:
    """What the form of the page offers."""
    rows = facets.all()
    return {
        "years": {year: year for year in sorted({each.year for each in rows} | {choice.year}, reverse=True)},
        "kinds": KINDS,
        "scopes": SCOPES,
        "regions": dict(sorted({(each.region, each.region_name) for each in rows})),
    }
