"""What a reader looks for, found: one list, the likeliest first, to be narrowed by kind, region and year in the address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.web.headers import public
from disclosure.web.public.asked import asked
from disclosure.web.public.queries import one_of, page_of, region_of, without, year_of
from disclosure.web.public.searching import KINDS_OF_HIT, Within, search

A_PAGE = 20


@public
def results(request: HttpRequest) -> HttpResponse:
    said = asked(request.GET.get("q", ""))
    within = Within(one_of(request, "in", KINDS_OF_HIT), region_of(request), year_of(request, ()))
    page = page_of(request, search(said, within) if said.words else [], A_PAGE)
    context = {
        "said": said,
        "within": within,
        "page": page,
        "kinds": KINDS_OF_HIT,
        "query": without(request, "page"),
        "rest": without(request, "page", "in"),
    }
    return render(request, "public/search.html", context)
