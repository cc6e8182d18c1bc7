"""What a correction changed, cell by cell and passage by passage, against the version before it that still stands."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.exports.differing import changes
from disclosure.pub.models import Release
from disclosure.web.headers import public
from disclosure.web.public import edition as around
from disclosure.web.public.reading import before, in_force, of_version, siblings_of
from disclosure.web.public.views.withdrawn import gone


@public
def version_changes(request: HttpRequest, region: str, agency: str, year: str, kind: str, number: str) -> HttpResponse:
    found = of_version(region, agency, year, kind, number)
    if found is None or found.version == 1:
        raise Http404
    if found.withdrawn_at is not None:
        return gone(request, found, in_force(region, agency, year, kind))
    return render(request, "public/changes.html", context_of(found))


def context_of(found: Release) -> dict[str, object]:
    """`changes` None: every version before is withdrawn, and nothing of it is shown."""
    earlier = before(found)
    return {
        "release": found,
        "earlier": earlier,
        "edition": around.edition_of(found.document, found.version, found.publish_at, siblings_of(found)),
        "correction": found.document["imprint"].get("correction", ""),
        "changes": changes(earlier.document, found.document) if earlier else None,
    }
