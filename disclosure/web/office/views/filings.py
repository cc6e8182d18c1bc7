"""Filings: listed, and each with its way, its record, what may be done and what stands in the way; its document with places for comments."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django_tables2 import RequestConfig

from agencies.people.access import found, may, within
from agencies.people.roles import Permission
from disclosure.filings.campaigning import NotPlanned, extend
from disclosure.filings.models import Filing
from disclosure.filings.states import OPEN
from disclosure.releases.models import Comment
from disclosure.releases.workflow.standing import last_releases
from disclosure.releases.workflow.telling import REVIEWER
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.filing_page import changed_since, note_look, page_of
from disclosure.web.office.forms_filings import ExtendForm
from disclosure.web.office.pages import form_page
from disclosure.web.office.tables import PER_PAGE
from disclosure.web.office.tables_filings import FilingFilter, FilingTable

SEE = Permission.SEE_FILINGS
ROWS = Filing.objects.select_related("agency_year__parent", "campaign", "window")


@door(SEE)
def filings(request: OfficeRequest) -> HttpResponse:
    rows = within(ROWS.all(), by=request.user, permission=SEE)
    chosen = FilingFilter(request.GET, queryset=rows)
    shown = chosen.qs.order_by("-year", "agency_year__code", "kind") if chosen.is_valid() else rows.none()
    table = FilingTable(shown, releases=last_releases(list(shown.values_list("pk", flat=True))))
    RequestConfig(request, paginate={"per_page": PER_PAGE, "silent": True}).configure(table)
    context = {"filter": chosen, "table": table, "total": shown.count(), "publishes": may(request.user, Permission.PUBLISH)}
    context["reviews"] = any(may(request.user, each) for each in REVIEWER.values())
    return render(request, "office/filings/list.html", context)


@door(SEE)
def filing(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS.all(), by=request.user, permission=SEE, pk=number)
    page = page_of(one, request.user)
    submission, changes = changed_since(one, page.standing, request.user)
    context = {
        "page": page,
        "submission": submission,
        "changes": changes,
        "comments": Comment.objects.filter(filing=one).select_related("by", "answered_by"),
        "prepares": within(Filing.objects.filter(pk=one.pk), by=request.user, permission=Permission.PREPARE).exists(),
        "enters": one.state in OPEN,
        "extends": one.campaign is not None and may(request.user, Permission.KEEP_CAMPAIGNS),
    }
    answer = render(request, "office/filings/filing.html", context)
    note_look(one, request.user)
    return answer


@door(SEE)
def filing_document(request: OfficeRequest, number: int) -> HttpResponse:
    """The document as it stands, every table, sentence and section with a place for a comment."""
    one = found(ROWS.all(), by=request.user, permission=SEE, pk=number)
    page = page_of(one, request.user)
    remarks: dict[str, list[Comment]] = {}
    for each in Comment.objects.filter(filing=one).select_related("by", "answered_by"):
        remarks.setdefault(each.address, []).append(each)
    return render(request, "office/filings/document.html", {"page": page, "remarks": remarks})


@door(Permission.KEEP_CAMPAIGNS, methods=READ_AND_WRITE)
def filing_extend(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS.all(), by=request.user, permission=Permission.KEEP_CAMPAIGNS, pk=number)
    form = ExtendForm(request.POST or None)
    if form.is_valid():
        try:
            extend(filing=one, **form.cleaned_data, by=request.user)
            return redirect("filing", one.pk)
        except NotPlanned as error:
            form.add_error("until", str(error))
    return form_page(request, form, title=_("延长%s的填报期限") % one.agency_year.name, up="filings", words=_("填报"))
