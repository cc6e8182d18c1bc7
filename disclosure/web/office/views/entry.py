"""Entering a filing: its sections, the fields of each in steps of one screen, what is found, and the way on."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from agencies.people.access import found
from agencies.people.roles import Permission
from disclosure.filings.entry import slots as slot
from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.entry.rows import rows_of
from disclosure.filings.entry.sections import SECTIONS, Section, sections_of
from disclosure.filings.entry.starting import offered
from disclosure.filings.entry.writing import Conflict, NotWritten
from disclosure.filings.models import Filing
from disclosure.releases.workflow.beginning import begin_if_not
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.entry_page import Entering, Listed, clash_words, groups_of, listed, steps_of
from disclosure.web.office.forms_entry import WAS, EntryForm, slot_form
from disclosure.web.office.views.filings import ROWS

PREPARE = Permission.PREPARE
ROWS_A_PAGE = 50
AUTOSAVE = "X-Autosave"
UNDO = "entry.deleted"  # in the session: what was deleted last, signed, to bring it back


def entering(request: OfficeRequest, number: int) -> Entering:
    """The filing that the person enters, else 404; what is sent begins it."""
    filing = found(ROWS.all(), by=request.user, permission=PREPARE, pk=number)
    if request.method == "POST":
        begin_if_not(filing=filing, by=request.user)
    return Entering(filing, request.user)


def section_named(filing: Filing, code: str) -> Section:
    """The section of this name that the document has, else 404."""
    if code not in SECTIONS or SECTIONS[code] not in sections_of(filing):
        raise Http404
    return SECTIONS[code]


@door(PREPARE)
def entry(request: OfficeRequest, number: int) -> HttpResponse:
    """检查: every section, every finding, and what comes next."""
    page = entering(request, number)
    context = {"page": page, "filing": page.filing, "stops": page.stops(), "here": "checks"} | starts(page.filing)
    return render(request, "office/entry/checks.html", context)


def starts(filing: Filing) -> dict[str, Any]:
    """What the filing can begin from, and the bureau's load."""
    found = offered(filing)
    return {"offered": found, "loaded_total": f"{found.total:,.2f}"}


@door(PREPARE, methods=READ_AND_WRITE)
def entry_section(request: OfficeRequest, number: int, section: str) -> HttpResponse:
    """A section: its fields, a screen at a time, and its lists."""
    page = entering(request, number)
    wanted = section_named(page.filing, section)
    steps = steps_of(groups_of(page, wanted))
    place = min(max(as_number(request.GET.get("step"), 1), 1), max(len(steps), 1))
    groups = steps[place - 1] if steps else []
    fields = [each for group in groups for each in group.slots]
    form = slot_form(fields, slot.texts_of(page.filing, fields), request.POST or None)
    if request.method == "POST" and AUTOSAVE in request.headers:
        return autosaved(request, page, wanted, form, fields)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        status = save(request, page, wanted, form, fields)
        if status == 302:
            after = f"?step={place + 1}" if "next" in request.POST and place < len(steps) else f"?step={place}"
            return redirect(reverse("entry_section", args=[number, section]) + (after if len(steps) > 1 else ""))
    context = section_context(request, page, wanted, form) | {
        "groups": [(group.title, [form[each.key] for each in group.slots]) for group in groups],
        "place": place,
        "steps": [(at, [group.title for group in each], at == place) for at, each in enumerate(steps, 1)],
    }
    return render(request, "office/entry/section.html", context, status=status)


def section_context(request: OfficeRequest, page: Entering, section: Section, form: EntryForm) -> dict[str, Any]:
    """What stands around the fields of a section."""
    return {
        "page": page,
        "filing": page.filing,
        "section": section,
        "stops": page.stops(section.code),
        "told": page.told_in(section),
        "form": form,
        "lists": lists_of(request, page.filing, section),
        "clashes": form.clashes,
        "undo": request.session.pop(UNDO, None),
        **(starts(page.filing) if section.code == "ledger" else {}),
    }


def save(request: OfficeRequest, page: Entering, section: Section, form: EntryForm, fields: list[slot.Slot]) -> int:
    """302 once it is written; else the status of the page that says why not, which keeps what was typed."""
    try:
        changed = written(request, page, section, form, fields)
    except NotWritten as refused:
        form.take(refused.problems)
        return 422
    except Conflict as conflict:
        form.clashes = [clash_words(each) for each in conflict.clashes]
        form.see(slot.texts_of(page.filing, fields))
        return 409
    said = _("已保存 %(time)s，改了%(count)s处。") % {"time": f"{localtime(now()):%H:%M}", "count": len(changed)}
    messages.success(request, said if changed else _("没有改动。"), extra_tags=request.get_full_path())
    return 302


def written(request: OfficeRequest, page: Entering, section: Section, form: EntryForm, fields: list[slot.Slot]) -> list[str]:
    """The keys of what was changed. Raises NotWritten, Conflict."""
    why = _("填报：%s") % section.title
    return slot.save(filing=page.filing, slots=fields, was=form.was(), texts=form.texts(), by=request.user, why=why)


def autosaved(request: OfficeRequest, page: Entering, section: Section, form: EntryForm, fields: list[slot.Slot]) -> JsonResponse:
    """What a script saves after a pause: only the fields that it sends. Says when, what stands there now, or what is wrong where."""
    sent = [each for each in fields if each.key in request.POST and f"{WAS}{each.key}" in request.POST]
    if not form.is_valid():
        return JsonResponse({"problems": {key: " ".join(map(str, words)) for key, words in form.errors.items()}}, status=422)
    try:
        written(request, page, section, form, sent)
    except NotWritten as refused:
        return JsonResponse({"problems": refused.problems}, status=422)
    except Conflict:
        return JsonResponse({"message": _("别人刚刚改过同一处，没有自动保存。按“保存”看两个值。")}, status=409)
    saved = _("已保存 %s") % f"{localtime(now()):%H:%M}"
    return JsonResponse({"saved": saved, "was": slot.texts_of(page.filing, sent)})


def lists_of(request: OfficeRequest, filing: Filing, section: Section) -> list[tuple[Listed, Page[Any]]]:
    """The lists of a section, each with its page."""
    found = []
    for name in section.rows:
        kind = ROW_KINDS[name]
        page = Paginator(rows_of(filing, kind), ROWS_A_PAGE).get_page(request.GET.get(name))
        found.append((listed(filing, kind, page.object_list), page))
    return found


def as_number(said: str | None, default: int) -> int:
    return int(said) if said and said.isdigit() and len(said) < 6 else default
