"""The workbook of a filing: down at any time with what is there now, up with a look at every change before it is written."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from disclosure.filings.entry.importing import confirm, differences, hand_in, workbook_of
from disclosure.filings.entry.writing import Conflict, NotWritten
from disclosure.filings.models import ImportDraft
from disclosure.filings.problems import PackageRefused
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
    """A workbook is read and compared; nothing is written yet."""
    page = entering(request, number)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["workbook"]
        try:
            hand_in(filing=page.filing, name=file.name, data=file.read(), by=request.user)
            return redirect("entry_import", number)
        except PackageRefused as refused:
            problems = [str(each) for each in refused.problems]
    back = bool(problems) and ImportDraft.objects.filter(filing=page.filing, person=request.user, marked__isnull=False).exists()
    context = {"page": page, "filing": page.filing, "form": form, "back": back, "problems": problems[:SHOWN], "more": len(problems) - SHOWN}
    return render(request, "office/entry/upload.html", context, status=422 if form.errors or problems else 200)


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
    """What the workbook changes, sheet by sheet, and the button that writes it."""
    page = entering(request, number)
    draft = ImportDraft.objects.filter(filing=page.filing, person=request.user, package__isnull=False).first()
    if draft is None:
        messages.error(request, _("没有等您确认的工作簿。请先上传。"))
        return redirect("entry_upload", number)
    if request.method == "POST":
        try:
            confirm(draft=draft, by=request.user)
            messages.success(request, _("已导入“%s”。") % draft.name)
            return redirect("entry", number)
        except NotWritten as refused:
            messages.error(request, str(refused))
        except Conflict:
            messages.error(request, _("您上传之后有人改过这份填报，没有导入。请下载现在的工作簿，把您的改动并进去再上传。"))
        return redirect("entry_upload", number)
    return render(request, "office/entry/import.html", {"page": page, "filing": page.filing, "draft": draft, "changes": differences(draft)})
