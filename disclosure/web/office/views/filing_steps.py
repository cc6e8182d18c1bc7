"""Taking steps: one page for every step of the table, with what stands in its way; releases and paper forms have their own."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agencies.people.access import found
from agencies.people.roles import REMITS, Permission
from disclosure.filings.models import Filing
from disclosure.releases.hashes import sha256
from disclosure.releases.models import PaperForm as Paper
from disclosure.releases.publishing import ask_to_release
from disclosure.releases.workflow.beginning import begin_if_not
from disclosure.releases.workflow.obstacles import last_release
from disclosure.releases.workflow.standing import standing_or_none
from disclosure.releases.workflow.steps import STEPS, Step
from disclosure.releases.workflow.taking import Given, NotTaken, remits_of, stand, take
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.filing_page import OWN_PAGES, against_step
from disclosure.web.office.forms_filings import PaperForm, StepForm, WhenForm
from disclosure.web.office.views.filings import ROWS

SEE = Permission.SEE_FILINGS


@door(SEE, methods=READ_AND_WRITE)
def filing_step(request: OfficeRequest, number: int, step: str) -> HttpResponse:
    if step not in STEPS or step in OWN_PAGES:
        raise Http404
    one, wanted = found(ROWS.all(), by=request.user, permission=SEE, pk=number), STEPS[step]
    form = step_form(request, one, wanted)
    problems: list[str] = []
    if form.is_valid():
        if step == "submit":
            begin_if_not(filing=one, by=request.user)
        try:
            given = Given(remit=form.cleaned_data.get("remit", ""), release=last_release(one) if step == "abandon_correction" else None)
            take(step=step, filing=one, by=request.user, seen=form.cleaned_data["seen"], why=form.cleaned_data["why"], given=given)
            messages.success(request, _("已办理：%s。") % wanted.name)
            return redirect("filing", one.pk)
        except NotTaken as refused:
            problems = refused.problems
    return step_page(request, one, wanted, form, problems)


def step_form(request: OfficeRequest, one: Filing, step: Step) -> StepForm:
    """The form of a step, with what it asks for; the check value is that of the page as it is drawn."""
    standing = standing_or_none(one)
    form = StepForm(request.POST or None, initial={"seen": standing.seen if standing else ""})
    if step.asks_why:
        form.ask_why(_("更正说明（会公开）") if step.code == "start_correction" else _("原因（填报人看得到）"))
    if step.code == "co_review":
        form.ask_remit([(code, REMITS[code]) for code in remits_of(request.user)])
    return form


def step_page(request: OfficeRequest, one: Filing, step: Step, form: object, problems: list[str]) -> HttpResponse:
    """`problems`: why it was refused; before it is tried, what stands in its way."""
    standing = standing_or_none(one)
    against = problems or (list(against_step(step, standing)) if standing else [])
    context = {"filing": one, "step": step, "form": form, "against": against, "refused": bool(problems), "standing": standing}
    return render(request, "office/filings/step.html", context)


@door(Permission.PUBLISH, methods=READ_AND_WRITE, fresh=True)
def filing_release(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS.all(), by=request.user, permission=Permission.PUBLISH, pk=number)
    standing = standing_or_none(one)
    form = WhenForm(request.POST or None, initial={"seen": standing.seen if standing else "", "when": WhenForm.NOW})
    problems: list[str] = []
    if form.is_valid():
        try:
            job = ask_to_release(filing=one, by=request.user, seen=form.cleaned_data["seen"], publish_at=form.moment())
            messages.success(request, _("已排队，正在准备。"))
            return redirect("job", job.pk)
        except NotTaken as refused:
            problems = refused.problems
    return step_page(request, one, STEPS["release"], form, problems)


@door(SEE, methods=READ_AND_WRITE)
def filing_paper(request: OfficeRequest, number: int) -> HttpResponse:
    """A signed paper form in the place of the two facts."""
    one = found(ROWS.all(), by=request.user, permission=SEE, pk=number)
    standing = standing_or_none(one)
    form = PaperForm(request.POST or None, request.FILES or None, initial={"seen": standing.seen if standing else ""})
    problems: list[str] = []
    if form.is_valid():
        try:
            record_paper(one, form.cleaned_data, request)
            messages.success(request, _("已登记审批表。"))
            return redirect("filing", one.pk)
        except NotTaken as refused:
            problems = refused.problems
    return step_page(request, one, STEPS["record_paper"], form, problems)


def record_paper(one: Filing, said: dict[str, Any], request: OfficeRequest) -> None:
    """The scan and its step, or neither. Raises NotTaken."""
    body, media = said["scan"]
    with transaction.atomic():
        paper = Paper.objects.create(
            filing=one,
            substance_sha256=stand(one).substance,
            media_type=media,
            body=body,
            sha256=sha256(body),
            by=request.user,
            **{name: said[name] for name in ("secrecy_by", "signed_by", "signed_on")},
        )
        take(step="record_paper", filing=one, by=request.user, seen=said["seen"], given=Given(paper=paper))


@door(SEE)
def filing_form(request: OfficeRequest, number: int) -> HttpResponse:
    """公开审批表, to print, sign and scan: it names the content by its check value."""
    one = found(ROWS.all(), by=request.user, permission=SEE, pk=number)
    return render(request, "office/filings/approval_form.html", {"filing": one, "standing": standing_or_none(one)})


@door(SEE)
def paper(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Paper.objects.all(), by=request.user, permission=SEE, pk=number)
    name = "approval-form." + {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}[one.media_type]
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": "default-src 'none'; sandbox"}
    return HttpResponse(bytes(one.body), content_type=one.media_type, headers=headers)
