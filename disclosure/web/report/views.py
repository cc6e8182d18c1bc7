"""Reporting a mistake, and asking by the receipt what came of it. No session, no cookie: the form carries its own mark."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from disclosure.reports.models import Report
from disclosure.reports.receiving import Said, Subject, TooMany, receive
from disclosure.reports.subjects import of_agency, of_region, of_release
from disclosure.web.office.arriving import network_address
from disclosure.web.office.sign_in import counted_as
from disclosure.web.report.forms import ReportForm
from disclosure.web.report.tokens import NotInTime, new_token, number_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
READING, SENDING = ("GET", "HEAD"), ("GET", "HEAD", "POST")
PUBLIC = "disclosure.web.public.urls"
OF_RELEASE = ("release", "version", "execution", "version_execution", "version_changes")
RECEIPT = re.compile(r"^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$")


def unkept(*methods: str) -> Callable[[View[P]], View[P]]:
    """A view whose answers no cache keeps: they hold a form's mark, or what only the receipt opens."""

    def closed(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            answer = view(request, *args, **kwargs)
            answer.headers["Cache-Control"] = "no-store, private"
            return answer

        return guarded

    return closed


@unkept(*SENDING)
def report(request: HttpRequest) -> HttpResponseBase:
    """?at=/361100/307001/2024/budget/ is about a document, ?at=/361100/307001/ about an agency; ?receipt= leads to its page."""
    if "receipt" in request.GET:
        return asked_for(request, request.GET["receipt"])
    about = request.GET.get("at", "")
    subject = subject_of(about) if about else None
    form = ReportForm(request.POST if request.method == "POST" else None, is_open=subject is None)
    if not form.is_valid():
        return page(request, form, about, subject, 422 if form.is_bound else 200)
    try:
        made = take(request, form.cleaned_data, about, subject)
    except NotInTime:
        form.add_error(None, _("页面打开得太久，或者提交得太快。您写的都还在，请再点一次“提交”。"))
        return page(request, form, about, subject, 422)
    except TooMany:
        form.add_error(None, _("一小时内提交的太多，现在不能再收。您写的没有存下，请复制下来，过一小时再提交。"))
        return page(request, form, about, subject, 429)
    return redirect("report_receipt", made.receipt)


def take(request: HttpRequest, said: dict[str, Any], about: str, subject: Subject | None) -> Report:
    """Raises NotInTime, TooMany; 404 for a region without a bureau."""
    number = number_of(request.POST.get("token", ""), about)
    subject = subject or of_region(said["region"])
    if subject is None:
        raise Http404
    words = Said(said["matter"], said["place"], said["text"])
    return receive(subject=subject, said=words, token=number, address=counted_as(network_address(request)))


def subject_of(about: str) -> Subject:
    """What the public address leads to; 404 where it leads to nothing that is public."""
    try:
        found = resolve(about.partition("?")[0], urlconf=PUBLIC)
    except Resolver404:
        raise Http404 from None
    named: dict[str, Any] = found.kwargs
    subject = None
    if found.url_name in OF_RELEASE:
        subject = of_release(named["region"], named["agency"], named["year"], named["kind"], named.get("number", ""))
    elif found.url_name == "agency_page":
        subject = of_agency(named["region"], named["code"])
    if subject is None:
        raise Http404
    return subject


def page(request: HttpRequest, form: ReportForm, about: str, subject: Subject | None, status: int) -> HttpResponse:
    """The form, with a new mark and everything that was typed."""
    return render(request, "report/form.html", {"form": form, "about": about, "subject": subject, "token": new_token(about)}, status=status)


def asked_for(request: HttpRequest, typed: str) -> HttpResponseBase:
    """The page of the receipt, as it was typed: small letters and spaces do no harm."""
    letters = re.sub(r"[^0-9A-Z]", "", typed.upper()[:40])
    receipt = "-".join(letters[at : at + 4] for at in (0, 4, 8))
    if RECEIPT.match(receipt) and len(letters) == 12 and Report.objects.filter(receipt=receipt).exists():
        return redirect("report_receipt", receipt)
    return render(request, "report/unknown.html", {"typed": typed[:40]}, status=404)


@unkept(*READING)
def report_receipt(request: HttpRequest, receipt: str) -> HttpResponseBase:
    """What came of a report. The answer is there once it is public; what was sent is never shown again."""
    one = Report.objects.select_related("bureau__region", "release", "agency").defer("release__document").filter(receipt=receipt).first()
    if one is None:
        raise Http404
    return render(
        request, "report/receipt.html", {"report": one, "is_public": one.state == "published", "is_declined": one.state == "declined"}
    )
