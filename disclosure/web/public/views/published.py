"""Who published when: counts of every region, year and kind, and the documents, in the three public words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.exports.page import KINDS
from disclosure.pub.models import Due
from disclosure.web.headers import public
from disclosure.web.public.catalogue import progress
from disclosure.web.public.queries import one_of, page_of, without, year_of
from disclosure.web.public.tables_published import WORDS, DueTable

A_PAGE = 50


@public
def published(request: HttpRequest) -> HttpResponse:
    rows = progress()
    years = sorted({row.year for row in rows}, reverse=True)
    chosen = {
        "year": year_of(request, years),
        "kind": one_of(request, "kind", KINDS),
        "region": one_of(request, "region", {row.region for row in rows}),
        "word": one_of(request, "word", WORDS),
    }
    asked = {key: value for key, value in chosen.items() if value}
    shown = [row for row in rows if all(getattr(row, key) == value for key, value in asked.items() if key != "word")]
    page = page_of(request, Due.objects.filter(**asked), A_PAGE)
    context = {
        "rows": shown,
        "chosen": chosen,
        "years": years,
        "kinds": KINDS,
        "regions": dict(sorted({(row.region, row.region_name) for row in rows})),
        "words": {key: word for key, (_css, word) in WORDS.items()},
        "page": page,
        "table": DueTable(page.object_list),
        "query": without(request, "page"),
        "names_late": any(row.names_late for row in rows),
    }
    return render(request, "public/published.html", context)
