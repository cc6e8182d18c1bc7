"""From region to department to unit: who is there, and what of theirs is public."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from disclosure.exports.page import KINDS
from disclosure.pub.models import Agency, Place, Release, Successor
from disclosure.web.headers import public
from disclosure.web.public.catalogue import TOTAL as EXPENDITURE
from disclosure.web.public.catalogue import shelves, totals
from disclosure.web.public.queries import year_of


@public
def region(request: HttpRequest, code: str) -> HttpResponse:
    place = Place.objects.filter(pk=code).first()
    if place is None:
        raise Http404
    years = list(Agency.objects.filter(region=code).order_by("-year").values_list("year", flat=True).distinct())
    year = year_of(request, years)
    listed = shelves(code, year)
    shown = {
        "place": place,
        "year": year,
        "years": years,
        "shelves": listed,
        "kinds": KINDS.values(),
        "units": sum(len(each.units) for each in listed),
    }
    return render(request, "public/region.html", shown)


@public
def agency(request: HttpRequest, region: str, code: str) -> HttpResponse:
    entries = entries_of(region, code)
    if not entries:
        return gone_on(request, region, code)
    newest = entries[0]
    codes = sorted({each.code for each in entries})
    context = {
        "agency": newest,
        "path": path_of(newest),
        "corrected": _("已更正"),
        "former": former_names(entries),
        "years": years_of(region, codes),
        "kinds": KINDS.values(),
        "units": units_of(newest),
        "successors": list(Successor.objects.filter(region=region, old_code__in=codes).exclude(new_code=newest.code)),
        "origins": list(Successor.objects.filter(region=region, new_code=newest.code).exclude(old_code__in=codes)),
        "moved_from": code if code != newest.code else "",
    }
    return render(request, "public/agency.html", context)


def path_of(entry: Agency) -> list[tuple[str, str]]:
    """From the region to the department, words and address."""
    steps = [(entry.region_name, reverse("region", args=(entry.region,)))]
    if entry.parent_code and Agency.objects.filter(region=entry.region, code=entry.parent_code).exists():
        return [*steps, (entry.parent_name, reverse("agency_page", args=(entry.region, entry.parent_code)))]
    return [*steps, (entry.parent_name, "")] if entry.parent_name else steps


def entries_of(region: str, code: str) -> list[Agency]:
    """Every year of the agency that bore this code last, the newest first; under another code too."""
    bearer = Agency.objects.filter(region=region, code=code).order_by("-year").values("agency_id")[:1]
    return list(Agency.objects.filter(agency_id=bearer).order_by("-year"))


def gone_on(request: HttpRequest, region: str, code: str) -> HttpResponse:
    """An agency that published nothing under this code and went on under another leads there."""
    heirs = list(Successor.objects.filter(region=region, old_code=code))
    if not heirs:
        raise Http404
    return render(request, "public/agency_moved.html", {"heirs": heirs, "old": heirs[0]})


def former_names(entries: list[Agency]) -> list[tuple[str, str]]:
    """Names that it bore before, each with its years: 2019年至2022年."""
    names: dict[str, list[int]] = {}
    for each in entries:
        names.setdefault(each.name, []).append(each.year)
    return [(name, span(years)) for name, years in names.items() if name != entries[0].name]


def span(years: list[int]) -> str:
    first, last = min(years), max(years)
    return _("%(year)s年") % {"year": first} if first == last else _("%(first)s年至%(last)s年") % {"first": first, "last": last}


def units_of(newest: Agency) -> list[Agency]:
    if not newest.is_department:
        return []
    return list(Agency.objects.filter(region=newest.region, year=newest.year, parent_code=newest.code).order_by("code"))


def years_of(region: str, codes: list[str]) -> list[dict[str, Any]]:
    """One line a year with a place for every kind of document: in force, withdrawn, or not there."""
    fields = ("agency_code", "year", "kind", "version", "in_force", "withdrawn_at", "title")
    rows = list(Release.objects.filter(region=region, agency_code__in=codes).order_by("version").values(*fields))
    amounts = totals(EXPENDITURE, region=region, agency_code__in=codes)
    shown: dict[int, dict[str, dict[str, Any]]] = {}
    for row in rows:  # the highest version that is in force, else the last that was withdrawn
        kinds = shown.setdefault(row["year"], {})
        if row["in_force"] or row["kind"] not in kinds:
            key = (region, row["agency_code"], row["year"], row["kind"])
            kinds[row["kind"]] = row | {"amount": amounts.get(key, ""), "href": reverse("release", args=key)}
    return [{"year": year, "documents": [shown[year].get(kind) for kind in KINDS]} for year in sorted(shown, reverse=True)]
