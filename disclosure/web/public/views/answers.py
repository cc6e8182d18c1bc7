"""What the public reported and what was answered, newest first; of one region or of all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosure.exports.page import KINDS
from disclosure.pub.models import Answer
from disclosure.web.headers import public
from disclosure.web.public.queries import page_of, region_of, without

A_PAGE = 20


@public
def answers(request: HttpRequest) -> HttpResponse:
    region = region_of(request)
    rows = Answer.objects.filter(region=region) if region else Answer.objects.all()
    page = page_of(request, rows, A_PAGE)
    places = Answer.objects.order_by("region").values_list("region", "region_name").distinct()
    context = {
        "page": page,
        "shown": [(each, about(each)) for each in page],
        "region": region,
        "places": list(places),
        "query": without(request, "page"),
    }
    return render(request, "public/answers.html", context)


def about(answer: Answer) -> str:
    """The document, else the agency, else the region."""
    if not answer.version:
        return answer.agency_name or answer.region_name
    named = {"name": answer.agency_name, "year": answer.year, "kind": KINDS[answer.kind or ""], "version": answer.version}
    return _("%(name)s%(year)s年%(kind)s（第%(version)s版）") % named
