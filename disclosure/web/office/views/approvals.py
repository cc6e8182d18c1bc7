"""Approvals: listed with their clocks, typed one by one, loaded in bulk; each beside the figures of the filing."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import AgencyYear
from agencies.people.access import found, held, may, within
from agencies.people.models import Person
from agencies.people.roles import ROLES, Permission
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approval_sheet import BadSheet, Given, Read, pasted_rows, read_approvals
from disclosure.filings.approving import differences, enter_approval
from disclosure.filings.models import Approval, Filing
from disclosure.filings.problems import PackageRefused
from disclosure.filings.reading import read_facts
from disclosure.filings.workbook_cells import read_cells
from disclosure.web.office.approval_workbook import approval_template
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.filing_page import clocks_of
from disclosure.web.office.forms_campaigns import ApprovalForm, ApprovalsForm, LetterForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.office.views.tree import workbook_answer

SEE, ENTER = Permission.SEE_FILINGS, Permission.ENTER_APPROVALS
ABOVE: Above = {"up": "approvals", "words": gettext_lazy("批复")}
SHOWN = 200


@door(SEE)
def approvals(request: OfficeRequest) -> HttpResponse:
    rows = within(Approval.objects.select_related("agency_year"), by=request.user, permission=SEE)[:SHOWN]
    return render(request, "office/approvals/list.html", {"rows": rows, "enters": may(request.user, ENTER), "today": localdate()})


@door(SEE)
def approval(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Approval.objects.select_related("agency_year", "by"), by=request.user, permission=SEE, pk=number)
    filing = Filing.objects.filter(agency_year__agency=one.agency_id, year=one.year, kind=one.kind).select_related("agency_year").first()
    context = {
        "approval": one,
        "figures": one.figures.all()[:SHOWN],
        "filing": filing,
        "differences": [each.in_unit(one.unit) for each in differences(one, read_facts(filing.pk))] if filing else [],
        "clocks": clocks_of(filing, None) if filing else [],
    }
    return render(request, "office/approvals/approval.html", context)


@door(ENTER, methods=READ_AND_WRITE)
def approval_new(request: OfficeRequest) -> HttpResponse:
    form = ApprovalForm(request.POST or None, initial={"year": localdate().year, "issuer": request.user.bureau.name})
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = enter(read_approvals(pasted_rows(said["figures"]), given_by(said)), said, request.user)
            messages.success(request, _("已录入批复。"))
            return redirect("approval", made[0].pk)
        except BadSheet as bad:
            for problem in bad.problems:
                form.add_error("figures" if "行" in problem else "code", problem)
    return form_page(request, form, title=_("录入一份批复"), **ABOVE)


@door(ENTER, methods=READ_AND_WRITE)
def approvals_import(request: OfficeRequest) -> HttpResponse:
    form = ApprovalsForm(
        request.POST or None, request.FILES or None, initial={"year": localdate().year, "issuer": request.user.bureau.name}
    )
    problems: list[str] = []
    if form.is_valid():
        try:
            made = enter(uploaded(form), form.cleaned_data, request.user)
            messages.success(request, _("已导入%(count)s份批复。") % {"count": len(made)})
            return redirect("approvals")
        except BadSheet as bad:
            problems = bad.problems
    context = {"form": form, "problems": problems[:SHOWN], "more": len(problems) - SHOWN}
    return render(request, "office/approvals/import.html", context)


@door(ENTER)
def approvals_template(request: OfficeRequest) -> HttpResponse:
    return workbook_answer(approval_template(), _("批复导入模板.xlsx"))


def uploaded(form: LetterForm) -> list[Read]:
    """The approvals of the first sheet that holds any; raises BadSheet."""
    try:
        sheets = read_cells(form.cleaned_data["workbook"].read())
    except PackageRefused as refused:
        raise BadSheet([str(problem) for problem in refused.problems]) from refused
    first = next((rows for rows in sheets.values() if rows), [])
    return read_approvals(((row.number, row.cells) for row in first), given_by(form.cleaned_data))


def given_by(said: dict[str, Any]) -> Given:
    """What the form says of every row."""
    return Given(said["number"] or "", said["issued_on"], said["issuer"], AmountUnit(said["unit"]), said.get("code", ""))


def enter(read: list[Read], said: dict[str, Any], by: Person) -> list[Approval]:
    """Every approval, or none: each of an agency within the person's reach, by a person whose field it is. Raises BadSheet."""
    reached = within(AgencyYear.objects.filter(year=said["year"]), by=by, permission=ENTER)
    entries = {entry.code: entry for entry in reached.filter(code__in=[each.agency for each in read])}
    remits = {each.remit for each in held(by) if ROLES[each.role].allows(ENTER)}
    whole = any(each.agency_id is None for each in held(by) if ROLES[each.role].allows(ENTER))
    unknown = [each.agency for each in read if each.agency not in entries]
    problems = [_("%(code)s：%(year)s年的名录里没有您能录入批复的这个单位") % {"code": code, "year": said["year"]} for code in unknown]
    if whole and said["kind"] not in remits:
        problems.append(_("您的职责不管这种文件：预算批复由预算股录入，决算批复由国库股录入"))
    if not whole:
        problems += [_("%s：部门的批复由财政部门录入") % code for code, entry in entries.items() if entry.is_department]
    if problems:
        raise BadSheet(problems)
    with transaction.atomic():
        return [
            enter_approval(agency_year=entries[each.agency], kind=str(said["kind"]), letter=each.letter, figures=each.figures, by=by)
            for each in read
        ]
