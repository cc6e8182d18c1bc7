"""The workbook of a filing: down at any time with what is there now, up with a look at every change before it is written."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from disclosure.filings.entry.comparing import differences, totals
from disclosure.filings.entry.importing import ask_to_read, confirm, hand_in, job_of, workbook_of
from disclosure.filings.entry.writing import Conflict, NotWritten
from disclosure.filings.models import ImportDraft
from disclosure.filings.workbook_marking import is_in_a_row
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_workbooks import WorkbookForm
from disclosure.web.office.views.entry import PREPARE, entering

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 50


@door(PREPARE)
def entry_workbook(request: OfficeRequest, number: int) -> HttpResponse:
    page = entering(request, number)
    name = f"{page.filing.agency_year.code}-{page.filing.agency_year.name}-{page.filing.year}年{page.filing.get_kind_display()}填报.xlsx"
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(workbook_of(page.filing), content_type=XLSX, headers=headers)


@door(PREPARE, methods=READ_AND_WRITE)
def entry_upload(request: OfficeRequest, number: int) -> HttpResponse:
    """A file is kept, and a job reads it; nothing is written yet."""
    page = entering(request, number)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["workbook"]
        hand_in(filing=page.filing, name=file.name, data=file.read(), by=request.user)
        return redirect("entry_import", number)
    context = {"page": page, "filing": page.filing, "form": form}
    return render(request, "office/entry/upload.html", context, status=422 if form.errors else 200)


@door(PREPARE)
def entry_marked(request: OfficeRequest, number: int) -> HttpResponse:
    """The person's own file with what is wrong coloured, commented and listed."""
    page = entering(request, number)
    draft = ImportDraft.objects.filter(filing=page.filing, person=request.user, marked__isnull=False).first()
    if draft is None:
        messages.error(request, _("没有标出错误的文件。请先上传。"))
        return redirect("entry_upload", number)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote('检查结果-' + draft.name)}"}
    return HttpResponse(bytes(draft.marked or b""), content_type=XLSX, headers=headers)


@door(PREPARE, methods=READ_AND_WRITE)
def entry_import(request: OfficeRequest, number: int) -> HttpResponse:
    """How far the reading is; what is wrong, or what the file changes, sheet by sheet, and the button that writes it."""
    page = entering(request, number)
    draft = ImportDraft.objects.filter(filing=page.filing, person=request.user).defer("body", "marked").first()
    if draft is None:
        messages.error(request, _("没有等您确认的工作簿。请先上传。"))
        return redirect("entry_upload", number)
    job = job_of(draft)
    if request.method == "POST" and not job:
        return decide(request, number, draft)
    back = ImportDraft.objects.filter(pk=draft.pk, marked__isnull=False).exists()
    context = {"page": page, "filing": page.filing, "draft": draft, "job": job, "back": back, **told(draft, draft.problems or draft.left)}
    if draft.package is not None and not job:
        context |= {"changes": differences(draft), "totals": totals(draft)}
    return render(request, "office/entry/import.html", context)


def told(draft: ImportDraft, problems: list[str]) -> dict[str, Any]:
    """The first problems, and how many more there are."""
    return {"problems": problems[:SHOWN], "more": len(problems) - SHOWN, "by_row": all(is_in_a_row(each) for each in draft.problems)}


def decide(request: OfficeRequest, number: int, draft: ImportDraft) -> HttpResponse:
    """Written as it was shown, or read again without the rows that are wrong."""
    if "good" in request.POST and draft.problems:
        ask_to_read(draft=draft, by=request.user, good_only=True)
        return redirect("entry_import", number)
    try:
        confirm(draft=draft, by=request.user)
        messages.success(request, _("已导入“%s”。") % draft.name)
        return redirect("entry", number)
    except NotWritten as refused:
        messages.error(request, str(refused))
    except Conflict:
        messages.error(request, _("您上传之后有人改过这份填报，没有导入。请下载现在的工作簿，把您的改动并进去再上传。"))
    return redirect("entry_upload", number)
