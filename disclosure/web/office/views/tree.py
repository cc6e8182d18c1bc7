"""The register as a workbook: downloaded, uploaded, its changes shown, and applied as a whole."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.keeping import NotKept
from agencies.models import AgencyYear, TreeDraft
from agencies.people.access import found, within
from agencies.people.roles import Permission
from agencies.tree import apply_tree, draft_tree, plan_of, rows_of
from agencies.tree_rows import BadTree, TreeRow, tree_rows
from disclosure.filings.problems import PackageRefused
from disclosure.filings.workbook_cells import read_cells
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.tables_agencies import AgencyFilter
from disclosure.web.office.tree_workbook import register_workbook

SEE, KEEP = Permission.SEE_REGISTER, Permission.KEEP_REGISTER
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 200


class UploadForm(forms.Form):
    """A workbook, and the year whose register it is."""

    year = forms.IntegerField(
        label=gettext_lazy("年度"), min_value=2015, max_value=2099, widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"})
    )
    workbook = forms.FileField(label=gettext_lazy("工作簿"), help_text=gettext_lazy("xlsx，至多10 MB。先看改动，确认以后才写入。"))


@door(KEEP, methods=READ_AND_WRITE)
def agencies_import(request: OfficeRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, initial={"year": localdate().year})
    problems: list[str] = []
    if form.is_valid():
        rows, problems = uploaded_rows(form.cleaned_data["workbook"].read())
        if not problems:
            draft = draft_tree(bureau=request.user.bureau, year=form.cleaned_data["year"], rows=rows, by=request.user)
            return redirect("tree_draft", draft.pk)
    return render(request, "office/agencies/import.html", {"form": form, "problems": problems[:SHOWN], "more": len(problems) - SHOWN})


def uploaded_rows(data: bytes) -> tuple[list[TreeRow], list[str]]:
    """The agencies of the first sheet that holds any, or what is wrong with the file."""
    try:
        sheets = read_cells(data)
        first = next((rows for rows in sheets.values() if rows), [])
        return tree_rows((row.number, row.cells) for row in first), []
    except PackageRefused as refused:
        return [], [str(problem) for problem in refused.problems]
    except BadTree as refused:
        return [], [str(problem) for problem in refused.problems]


@door(KEEP, methods=READ_AND_WRITE)
def tree_draft(request: OfficeRequest, number: int) -> HttpResponse:
    draft = found(TreeDraft.objects.select_related("bureau"), by=request.user, permission=KEEP, pk=number)
    if request.method == "POST":
        try:
            plan = apply_tree(draft=draft, end_missing="end_missing" in request.POST, on=localdate(), by=request.user)
        except NotKept as error:
            messages.error(request, str(error))
            return redirect("agencies_import")
        said = {"new": len(plan.new) + len(plan.known), "changed": len(plan.changed)}
        messages.success(request, _("名录已导入：新增%(new)s个，修改%(changed)s个。") % said)
        return redirect("agencies")
    plan = plan_of(bureau=draft.bureau, year=draft.year, rows=rows_of(draft))
    return render(request, "office/agencies/preview.html", {"draft": draft, "plan": plan})


@door(KEEP)
def agencies_template(request: OfficeRequest) -> HttpResponse:
    return workbook_answer(register_workbook([]), _("单位名录模板.xlsx"))


@door(SEE)
def agencies_export(request: OfficeRequest) -> HttpResponse:
    rows = within(AgencyYear.objects.select_related("parent"), by=request.user, permission=SEE)
    chosen = AgencyFilter(request.GET, queryset=rows)
    return workbook_answer(register_workbook(list(chosen.qs.order_by("year", "code")) if chosen.is_valid() else []), _("单位名录.xlsx"))


def workbook_answer(body: bytes, name: str) -> HttpResponse:
    headers = {
        "Content-Type": XLSX,
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return HttpResponse(body, headers=headers)
