"""Reports of the public in the office: what waits, one with its answer, making it public by another, declining."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.people.access import found, within
from agencies.people.roles import Permission
from disclosure.reports.answering import OPEN, NotAnswered, answer, decline, publish
from disclosure.reports.models import Report, ReportState
from disclosure.web.office.doors import READ_AND_WRITE, WRITE, OfficeRequest, door
from disclosure.web.office.forms_reports import AnswerForm, DeclineForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.public.queries import page_of, without

SEE, ANSWER, PUBLISH = Permission.SEE_REPORTS, Permission.ANSWER_REPORTS, Permission.PUBLISH
ABOVE: Above = {"up": "reports", "words": gettext_lazy("公众纠错")}
ROWS = Report.objects.select_related("bureau", "release", "answered_by", "closed_by").defer("release__document")
A_PAGE = 50
CHIPS = {"received": "wait", "answered": "draft", "published": "ok", "declined": "none"}


@door(SEE)
def reports(request: OfficeRequest) -> HttpResponse:
    """The open ones first; ?state= shows one kind."""
    rows = within(ROWS, by=request.user, permission=SEE)
    chosen = request.GET.get("state", "")
    shown = rows.filter(state=chosen) if chosen in ReportState.values else rows.filter(state__in=OPEN)
    page = page_of(request, shown, A_PAGE)
    context = {
        "rows": page,
        "shown": [(each, CHIPS[each.state]) for each in page],
        "chosen": chosen,
        "states": ReportState.choices,
        "query": without(request, "page"),
    }
    return render(request, "office/reports/list.html", context)


@door(SEE)
def report_one(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS, by=request.user, permission=SEE, pk=number)
    publishes = within(Report.objects.filter(pk=one.pk), by=request.user, permission=PUBLISH).exists()
    context = {
        "report": one,
        "chip": CHIPS[one.state],
        "is_open": one.state in OPEN,
        "answers": within(Report.objects.filter(pk=one.pk), by=request.user, permission=ANSWER).exists(),
        "publishes": publishes,
        "is_own": one.answered_by_id == request.user.pk,
    }
    return render(request, "office/reports/report.html", context)


@door(ANSWER, methods=READ_AND_WRITE)
def report_answer(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS, by=request.user, permission=ANSWER, pk=number)
    before = {"outcome": one.outcome, "question": one.question or one.text, "answer": one.answer}
    form = AnswerForm(request.POST or None, initial=before)
    if form.is_valid():
        said = form.cleaned_data
        try:
            answer(report=one, outcome=said["outcome"], question=said["question"], words=said["answer"], by=request.user)
            messages.success(request, _("答复已存下，等另一位发布人公开。"))
            return redirect("report_one", one.pk)
        except NotAnswered as error:
            form.add_error(None, str(error))
    return form_page(request, form, title=_("答复：%s") % one.subject, **ABOVE, back=reverse("report_one", args=[one.pk]))


@door(PUBLISH, methods=WRITE)
def report_publish(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS, by=request.user, permission=PUBLISH, pk=number)
    try:
        publish(report=one, by=request.user)
        messages.success(request, _("答复已经公开。"))
    except NotAnswered as error:
        messages.error(request, str(error))
    return redirect("report_one", one.pk)


@door(PUBLISH, methods=READ_AND_WRITE)
def report_decline(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS, by=request.user, permission=PUBLISH, pk=number)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        try:
            decline(report=one, why=form.cleaned_data["why"], erase=form.cleaned_data["erase"], by=request.user)
            messages.success(request, _("已办结，不公开答复。"))
            return redirect("report_one", one.pk)
        except NotAnswered as error:
            form.add_error(None, str(error))
    return form_page(request, form, title=_("不公开答复：%s") % one.subject, **ABOVE, back=reverse("report_one", args=[one.pk]))
