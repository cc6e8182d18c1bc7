"""The audit trail: searched and read by the audit administrator of the bureau, changed by nobody."""

from django.http import HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from agencies.people.access import found, within
from agencies.people.roles import Permission
from disclosure.audit.models import Entry
from disclosure.web.office.doors import OfficeRequest, door
from disclosure.web.office.tables import PER_PAGE
from disclosure.web.office.tables_audit import EntryFilter, EntryTable
from disclosure.web.office.trail import action_words, changes, table_words


@door(Permission.SEE_AUDIT)
def audit(request: OfficeRequest) -> HttpResponse:
    rows = within(Entry.objects.all(), by=request.user, permission=Permission.SEE_AUDIT)
    chosen = EntryFilter(request.GET, queryset=rows)
    table = EntryTable(chosen.qs if chosen.is_valid() else rows.none())
    RequestConfig(request, paginate={"per_page": PER_PAGE, "silent": True}).configure(table)
    return render(request, "office/audit/list.html", {"filter": chosen, "table": table})


@door(Permission.SEE_AUDIT)
def audit_entry(request: OfficeRequest, number: int) -> HttpResponse:
    entry = found(Entry.objects.all(), by=request.user, permission=Permission.SEE_AUDIT, pk=number)
    context = {"entry": entry, "action": action_words(entry.action), "table": table_words(entry.table), "changes": list(changes(entry))}
    return render(request, "office/audit/entry.html", context)
