"""Rows of a list: added, changed, deleted, brought back within half a minute; a conflict shows both values and keeps what was typed."""

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from disclosure.core.chart import Code
from disclosure.filings.entry import rows
from disclosure.filings.entry.row_kinds import RowKind
from disclosure.filings.entry.sections import Section
from disclosure.filings.entry.writing import Conflict, NotWritten
from disclosure.web.office.doors import READ_AND_WRITE, WRITE, OfficeRequest, door
from disclosure.web.office.entry_page import Entering, chart_of, clash_words, row_kind
from disclosure.web.office.forms_entry import EntryForm
from disclosure.web.office.forms_indicators import form_of
from disclosure.web.office.views.entry import PREPARE, UNDO, entering, section_named

CARRIED = ("project",)  # what a next row has in common with the last
UNDO_SECONDS = 30
SALT = UNDO


def place(request: OfficeRequest, number: int, section: str, rows_name: str) -> tuple[Entering, Section, RowKind]:
    """The filing, its section and the list of this name, else 404."""
    page = entering(request, number)
    wanted = section_named(page.filing, section)
    kind = row_kind(wanted, rows_name)
    if kind is None:
        raise Http404
    return page, wanted, kind


@door(PREPARE, methods=READ_AND_WRITE)
def entry_row_new(request: OfficeRequest, number: int, section: str, rows_name: str) -> HttpResponse:
    page, wanted, kind = place(request, number, section, rows_name)
    start = kind.blank(page.filing.kind) | {key: request.GET[key] for key in CARRIED if key in request.GET}
    form = form_of(page.filing, kind, start, request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            rows.add(filing=page.filing, kind=kind, values=form.texts(), by=request.user)
            messages.success(request, _("已增加%s。") % kind.one, extra_tags=request.get_full_path())
            return after(request, number, section, rows_name)
        except NotWritten as refused:
            form.take(refused.problems)
    return row_page(request, page, wanted, kind, form, status)


def after(request: OfficeRequest, number: int, section: str, rows_name: str) -> HttpResponse:
    """The list, or the next row, which begins with the project of the last."""
    if "again" not in request.POST:
        return redirect("entry_section", number, section)
    carried = urlencode({key: request.POST[key] for key in CARRIED if request.POST.get(key)})
    return redirect(reverse("entry_row_new", args=[number, section, rows_name]) + (f"?{carried}" if carried else ""))


@door(PREPARE, methods=READ_AND_WRITE)
def entry_row(request: OfficeRequest, number: int, section: str, rows_name: str, row: int) -> HttpResponse:
    page, wanted, kind = place(request, number, section, rows_name)
    one = rows.rows_of(page.filing, kind).filter(pk=row).first()
    if one is None and request.method != "POST":
        messages.error(request, _("这一行已经不在了，可能刚被删除，或被导入替换。"))
        return redirect("entry_section", number, section)
    now = rows.values_of(kind, one, page.filing.kind) if one else {}
    form = form_of(page.filing, kind, now, request.POST or None, one.version if one else 0)
    status, conflict = 200, None
    if request.method == "POST":
        status, conflict = change(request, page, kind, row, form)
        if status == 302:
            messages.success(request, _("已保存。"), extra_tags=request.get_full_path())
            return redirect("entry_section", number, section)
    return row_page(request, page, wanted, kind, form, status, conflict, row)


def change(request: OfficeRequest, page: Entering, kind: RowKind, row: int, form: EntryForm) -> tuple[int, Conflict | None]:
    """302 once it is written; 422 where the rules refuse it or no version is named; 409 where somebody else was first."""
    if not form.is_valid():
        return 422, None
    try:
        version = form.cleaned_data["version"]
        rows.change(filing=page.filing, kind=kind, pk=row, version=version, was=form.was(), values=form.texts(), by=request.user)
    except NotWritten as refused:
        form.take(refused.problems)
        return 422, None
    except Conflict as conflict:
        one = rows.rows_of(page.filing, kind).filter(pk=row).first()
        form.see(rows.values_of(kind, one, page.filing.kind) if one else {}, version=str(conflict.version or 0))
        return 409, conflict
    return 302, None


def items_of(page: Entering, kind: RowKind) -> list[Code]:
    """The 项 to choose from, where a row has one."""
    if not any(field.key == "function" for field in kind.fields(page.filing.kind)):
        return []
    return [code for (chart, _code), code in chart_of(page.filing, kind).codes.items() if chart == "functional" and code.level == "item"]


def row_page(
    request: OfficeRequest,
    page: Entering,
    section: Section,
    kind: RowKind,
    form: EntryForm,
    status: int,
    conflict: Conflict | None = None,
    row: int = 0,
) -> HttpResponse:
    context = {
        "page": page,
        "filing": page.filing,
        "section": section,
        "kind": kind,
        "form": form,
        "row": row,
        "conflict": conflict,
        "clashes": [clash_words(each) for each in conflict.clashes] if conflict else [],
        "functions": items_of(page, kind),
    }
    return render(request, "office/entry/row.html", context, status=status)


@door(PREPARE, methods=WRITE)
def entry_row_delete(request: OfficeRequest, number: int, section: str, rows_name: str, row: int) -> HttpResponse:
    """Deleted at once; for half a minute the message offers it back."""
    page, _wanted, kind = place(request, number, section, rows_name)
    version = request.POST.get("version", "")
    try:
        if not version.isdigit():
            raise NotWritten({"": _("没有版本号，不知道您删的是哪一版。请刷新页面再删。")})
        kept = rows.delete(filing=page.filing, kind=kind, pk=row, version=int(version), by=request.user)
        if kept:
            request.session[UNDO] = [kind.name, signing.dumps([page.filing.pk, kind.name, request.user.pk, kept], salt=SALT, compress=True)]
            messages.success(request, _("已删除%s。") % kind.one)
    except NotWritten as refused:
        messages.error(request, str(refused))
    except Conflict as conflict:
        messages.error(request, _("%s刚刚改过这一行，没有删除。请看过再删。") % (conflict.by or _("别人")))
    return redirect("entry_section", number, section)


@door(PREPARE, methods=WRITE)
def entry_undo(request: OfficeRequest, number: int, section: str, rows_name: str) -> HttpResponse:
    """What was deleted less than half a minute ago comes back to its place."""
    page, _wanted, kind = place(request, number, section, rows_name)
    try:
        said = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=UNDO_SECONDS)
        if said[:3] == [page.filing.pk, kind.name, request.user.pk]:
            rows.restore(filing=page.filing, kind=kind, kept=said[3], by=request.user)
            messages.success(request, _("已撤销删除。"))
    except signing.SignatureExpired:
        messages.error(request, _("过了30秒，不能撤销了。请重新增加。"))
    except signing.BadSignature:
        messages.error(request, _("没有可以撤销的。"))
    except NotWritten as refused:
        messages.error(request, str(refused))
    return redirect("entry_section", number, section)
