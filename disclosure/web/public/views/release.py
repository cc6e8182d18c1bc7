"""The page of a release: the version in force, or one version for ever."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from disclosure.exports.execution import has_execution
from disclosure.exports.page import page_of
from disclosure.pub.models import Release
from disclosure.web.headers import public
from disclosure.web.public import edition as around
from disclosure.web.public.kept import kept
from disclosure.web.public.reading import answers_of, files_of, heirs_of, in_force, last_withdrawn, of_version, siblings_of
from disclosure.web.public.record import record_of
from disclosure.web.public.views.withdrawn import gone


@public
def release(request: HttpRequest, region: str, agency: str, year: str, kind: str) -> HttpResponse:
    return kept(request, region, agency, lambda: newest(request, region, agency, year, kind))


def newest(request: HttpRequest, region: str, agency: str, year: str, kind: str) -> HttpResponse:
    """The version in force, else what became of it."""
    found = in_force(region, agency, year, kind)
    if found is None and (withdrawn := last_withdrawn(region, agency, year, kind)):
        return gone(request, withdrawn, None)
    if found is None and (heirs := heirs_of(region, agency, year, kind)):
        return render(request, "public/moved.html", {"heirs": heirs, "old": heirs[0][0]})
    return show(request, found, found.get_absolute_url() if found else "")


@public
def version(request: HttpRequest, region: str, agency: str, year: str, kind: str, number: str) -> HttpResponse:
    found = of_version(region, agency, year, kind, number)
    if found is not None and found.withdrawn_at is not None:
        return gone(request, found, in_force(region, agency, year, kind))
    return show(request, found, found.version_url() if found else "")


def show(request: HttpRequest, found: Release | None, here: str) -> HttpResponse:
    """`here`: the address of the page."""
    if found is None:
        raise Http404
    execution = f"{here}execution/" if has_execution(found.document) else ""
    return render(request, "public/release.html", {**context_of(found), "execution": execution})


def context_of(found: Release) -> dict[str, Any]:
    """Everything on the page, from the document, its files and the releases beside it."""
    document, files = found.document, files_of(found)
    edition = around.edition_of(document, found.version, found.publish_at, siblings_of(found))
    base = found.version_url()
    closing = {
        "files": around.main_files(base, files),
        "tables": around.table_files(base, files, document),
        "citation": around.citation(document, edition, settings.PUBLIC_ADDRESS + base),
        "facts": around.provenance(document, edition, found.figures_checked),
        "sha256": found.document_sha256,
        "changes": f"{base}changes/" if found.version > 1 else "",
        "answers": answers_of(found),
        "base": base,
    }
    page = page_of(document, frozenset(name for name, _size, _sha256 in files))
    record = record_of(found, page.summary.answer if page.summary else "", settings.PUBLIC_ADDRESS + base)
    return {"page": page, "edition": edition, "closing": closing, "base": base, "rules": reverse("rules"), "record": record}
