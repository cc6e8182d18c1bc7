"""The home page: where to look for a department, how far publishing has come, what is newest, and the catalogue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from disclosure.web.headers import public
from disclosure.web.public import catalogue
from disclosure.web.public.reading import newest
from disclosure.web.public.tables import Ledger, ledger_row
from disclosure.web.public.tables_published import DueTable

SHOWN, DUE_SHOWN = 12, 8
EXAMPLES = ("公务接待费", "2101501", "医保局")


@public
def home(request: HttpRequest) -> HttpResponse:
    rows = [ledger_row(each) for each in newest(SHOWN)]
    progress = catalogue.progress()
    headline = catalogue.headline(progress)
    named = any(row.names_late for row in progress)
    due = catalogue.nearly_due(DUE_SHOWN, localdate()) if named else []
    context = {
        "table": Ledger(rows),
        "rows": rows,
        "headline": headline,
        "regions": catalogue.by_region(progress),
        "years": catalogue.by_year(progress),
        "functions": catalogue.by_function(headline.year, headline.kind) if headline else [],
        "due": DueTable(due) if due else None,
        "examples": EXAMPLES,
    }
    return render(request, "public/home.html", context)
