"""The tree of spending: from 类 to 款 to 项, and below each code the agencies that spend on it and its years."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosure.web.headers import public
from disclosure.web.public import drilling
from disclosure.web.public.charts import chart_of
from disclosure.web.public.codes import ECONOMIC, FUNCTIONAL, Named, codes
from disclosure.web.public.drilling import Holder, Part
from disclosure.web.public.facets import Choice, choice_of, facets, options
from disclosure.web.public.queries import one_of, page_of, without
from disclosure.web.public.sheets import Sheet, as_file, offered
from disclosure.web.public.standing import Standing

CHARTS = {FUNCTIONAL: _, ECONOMIC: _}
A_PAGE = 50


@public
def tree(request: HttpRequest) -> HttpResponse:
    """All 类 of a chart."""
    choice, chart = choice_of(request), one_of(request, "chart", CHARTS, FUNCTIONAL)
    parts = parts_below(Standing(), chart, "", choice)
    if taken := as_file(request, lambda: sheet_of_parts(choice, chart, "", parts)):
        return taken
    return render(request, "public/tree.html", {"parts": parts, **shared(request, choice, chart)})


@public
def tree_code(request: HttpRequest, chart: str, code: str) -> HttpResponse:
    """One code: what is below it, who spends on it, its years."""
    choice = choice_of(request)
    named = codes.named(chart, code) or Named(chart, code)
    ranked, standing = facets.shows_ranks(choice.region), Standing()
    found = standing.keep(lambda: drilling.holding(chart, code, choice, by_amount=ranked), "holding", chart, code, choice, ranked)
    if not (named.name or found):  # no book has it, and nobody spends on it
        raise Http404
    if taken := as_file(
        request, lambda: sheet_of_holders(choice, code, named.name, drilling.holders(chart, code, choice, found, among=found))
    ):
        return taken
    page = page_of(request, found, A_PAGE)
    years = drilling.years(chart, code, standing.keep(lambda: drilling.by_year(chart, code, choice), "by year", chart, code, choice))
    context = {
        "named": named,
        "above": drilling.above(chart, code),
        "former": sorted({name for name in named.years.values() if name != named.name}),
        "parts": parts_below(standing, chart, code, choice) if len(code) < 7 else [],
        "page": page,
        "holders": drilling.holders(chart, code, choice, list(page), among=found),
        "ranked": ranked,
        "years": years,
        "picture": chart_of(drilling.points(years, choice.kind)),
    }
    return render(request, "public/tree_code.html", {**context, **shared(request, choice, chart)})


def parts_below(standing: Standing, chart: str, above: str, choice: Choice) -> list[Part]:
    sums = standing.keep(lambda: drilling.below(chart, above, choice), "below", chart, above, choice)
    return drilling.parts(chart, sums)


def shared(request: HttpRequest, choice: Choice, chart: str) -> dict[str, Any]:
    """What both pages offer."""
    return {
        "choice": choice,
        "chart": chart,
        "options": options(choice),
        "query": without(request, "page"),
        "files": offered(without(request, "page", "format")),
    }


def sheet_of_parts(choice: Choice, chart: str, above: str, parts: list[Part]) -> Sheet:
    head = (_("编码"), _("名称"), _("金额（元）"), _("占比"), _("份数"))
    return Sheet(f"{choice.words}-{above or chart}", head, [(each.code, each.name, each.yuan, each.share, each.number) for each in parts])


def sheet_of_holders(choice: Choice, code: str, name: str, holders: list[Holder]) -> Sheet:
    head = (_("地区"), _("编码"), _("部门、单位"), _("金额（元）"))
    rows = [(each.region, each.agency_code, each.name, each.yuan) for each in holders]
    return Sheet(f"{choice.words}-{code}{name}", head, rows)
