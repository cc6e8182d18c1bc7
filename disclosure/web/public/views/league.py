"""One measure of all agencies: 三公 and its parts, 机关运行经费."""

from collections.abc import Iterable
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosure.exports.measures import BY_KEY, LEAGUES, Measure
from disclosure.pub.browsed_models import HUNDRED
from disclosure.web.headers import public
from disclosure.web.public.amounts import in_wan
from disclosure.web.public.facets import Choice, choice_of, facets, options
from disclosure.web.public.figure_rows import Entry
from disclosure.web.public.leagues import SORTS, median, ordered, places
from disclosure.web.public.queries import one_of, page_of, without
from disclosure.web.public.sheets import Sheet, as_file, offered
from disclosure.web.public.standing import Standing

A_PAGE = 50


@public
def league(request: HttpRequest, measure: str) -> HttpResponse:
    if measure not in LEAGUES:
        raise Http404
    chosen, choice = BY_KEY[measure], choice_of(request)
    ranked = facets.shows_ranks(choice.region)
    sort = one_of(request, "sort", SORTS, "amount") if ranked else ""
    found = Standing().keep(lambda: ordered(chosen, choice, sort), "league", measure, choice, sort)
    if taken := as_file(request, lambda: sheet_of(choice, chosen, found)):
        return taken
    page = page_of(request, found, A_PAGE)
    context = {
        "measure": chosen,
        "measures": [BY_KEY[key] for key in LEAGUES],
        "page": page,
        "rows": places(chosen, choice, list(page), among=found, first=page.start_index()),
        "middle": in_wan(median_of(each.fen for each in found)),
        "total": in_wan(Decimal(sum(each.fen for each in found)) / HUNDRED),
        "ranked": ranked,
        "sort": sort,
        "choice": choice,
        "options": options(choice),
        "query": without(request, "page"),
        "rest": without(request, "page", "sort"),
        "files": offered(without(request, "page", "format")),
    }
    return render(request, "public/league.html", context)


def median_of(fen: Iterable[int]) -> Decimal | None:
    """In 元, of hundredths."""
    middle = median(fen)
    return None if middle is None else middle / HUNDRED


def sheet_of(choice: Choice, measure: Measure, found: list[Entry]) -> Sheet:
    head = (_("地区"), _("编码"), _("部门、单位"), _("金额（元）"), _("上年（元）"), _("在职人数"), _("在职人均（元）"))
    rows = [
        (each.region, each.agency_code, each.name, each.yuan, each.prior, each.people, each.each) for each in places(measure, choice, found)
    ]
    return Sheet(f"{choice.words}-{measure.title}", head, rows)
