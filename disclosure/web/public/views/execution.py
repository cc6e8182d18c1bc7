"""The page that sets budget and outturn of a final account side by side: of the version in force, or of one version for ever."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.exports.execution import execution_of
from disclosure.exports.page import KINDS, SCOPES
from disclosure.pub.models import Release
from disclosure.web.headers import public
from disclosure.web.public import edition as around
from disclosure.web.public.reading import files_of, in_force, of_version, siblings_of
from disclosure.web.public.views.withdrawn import gone


@public
def execution(request: HttpRequest, region: str, agency: str, year: str, kind: str) -> HttpResponse:
    found = in_force(region, agency, year, kind)
    return show(request, found, found.get_absolute_url() if found else "")


@public
def version_execution(request: HttpRequest, region: str, agency: str, year: str, kind: str, number: str) -> HttpResponse:
    found = of_version(region, agency, year, kind, number)
    return show(request, found, found.version_url() if found else "")


def show(request: HttpRequest, found: Release | None, back: str) -> HttpResponse:
    """`back`: the address of the release that the reader came from."""
    if found is not None and found.withdrawn_at is not None:
        return gone(request, found, in_force(found.region, found.agency_code, str(found.year), found.kind))
    context = context_of(found, back) if found else {}
    if not context.get("tables"):  # a budget has nothing to be compared with
        raise Http404
    return render(request, "public/execution.html", context)


def context_of(found: Release, back: str) -> dict[str, Any]:
    """Everything on the page, from the document and the releases beside it."""
    document, base = found.document, found.version_url()
    tables = execution_of(document, frozenset(name for name, _size, _sha256 in files_of(found)))
    return {
        "document": document,
        "scope": SCOPES[document["scope"]],
        "kind": KINDS[document["kind"]],
        "edition": around.edition_of(document, found.version, found.publish_at, siblings_of(found)),
        "tables": tables,
        "totals": [(table, table.total) for table in tables if table.total and table.is_comparable],
        "base": base,
        "back": back,
    }
