"""One measure of all agencies: 三公 and its parts, 机关运行经费."""

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosure.exports.measures import BY_KEY, LEAGUES
from disclosure.web.headers import public
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.facets import choice_of, facets, options
from disclosure.web.public.leagues import SORTS, Place, median, places
from disclosure.web.public.queries import one_of, page_of, without
from disclosure.web.public.sheets import Sheet, as_file, offered

A_PAGE = 100


@public
def league(request: HttpRequest, measure: str) -> HttpResponse:
    if measure not in LEAGUES:
        raise Http404
    chosen, choice = BY_KEY[measure], choice_of(request)
    ranked = facets.shows_ranks(choice.region)
    sort = one_of(request, "sort", SORTS, "amount") if ranked else ""
    found = places(chosen, choice, sort)
    if taken := as_file(request, sheet_of(f"{choice.words}-{chosen.title}", found)):
        return taken
    context = {
        "measure": chosen,
        "measures": [BY_KEY[key] for key in LEAGUES],
        "page": page_of(request, found, A_PAGE),
        "middle": in_wan(median(each.yuan for each in found)),
        "total": in_wan(sum((each.yuan for each in found), start=Decimal(0))),
        "ranked": ranked,
        "sort": sort,
        "choice": choice,
        "options": options(choice),
        "query": without(request, "page"),
        "rest": without(request, "page", "sort"),
        "files": offered(without(request, "page", "format")),
    }
    return render(request, "public/league.html", context)


def sheet_of(name: str, found: list[Place]) -> Sheet:
    head = (_("地区"), _("编码"), _("部门、单位"), _("金额（元）"), _("上年（元）"), _("在职人数"), _("在职人均（元）"))
    rows = [(each.region, each.agency_code, each.name, each.yuan, each.prior, each.people, each.each) for each in found]
    return Sheet(name, head, rows)
