"""The register of agencies: searched, read, added to, changed, carried to the next year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tables2 import RequestConfig

from agencies.keeping import NotKept, add_agency, carry_register, change_agency
from agencies.models import AgencyYear, Succession
from agencies.people.access import found, may, within
from agencies.people.models import Appointment
from agencies.people.roles import Permission
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_agencies import AgencyChangeForm, AgencyForm, CarryForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.office.tables import PER_PAGE
from disclosure.web.office.tables_agencies import AgencyFilter, AgencyTable

ABOVE: Above = {"up": "agencies", "words": gettext_lazy("单位名录")}
SEE, KEEP = Permission.SEE_REGISTER, Permission.KEEP_REGISTER


@door(SEE)
def agencies(request: OfficeRequest) -> HttpResponse:
    rows = within(AgencyYear.objects.select_related("parent"), by=request.user, permission=SEE)
    newest = rows.order_by("-year").values_list("year", flat=True).first()
    chosen = AgencyFilter(request.GET or {"year": newest or ""}, queryset=rows)
    table = AgencyTable(chosen.qs.order_by("code", "year") if chosen.is_valid() else rows.none())
    RequestConfig(request, paginate={"per_page": PER_PAGE, "silent": True}).configure(table)
    context = {"filter": chosen, "table": table, "total": chosen.qs.count(), "keeps": may(request.user, KEEP)}
    return render(request, "office/agencies/list.html", context)


@door(SEE)
def agency(request: OfficeRequest, number: int) -> HttpResponse:
    entry = found(AgencyYear.objects.select_related("parent", "region"), by=request.user, permission=SEE, pk=number)
    context = {
        "entry": entry,
        "years": AgencyYear.objects.filter(agency=entry.agency_id).order_by("-year"),
        "units": entry.units.order_by("code"),
        "origins": Succession.objects.filter(to_agency=entry.agency_id).select_related("from_agency"),
        "successions": Succession.objects.filter(from_agency=entry.agency_id).select_related("to_agency"),
        "appointments": Appointment.objects.in_force().filter(agency=entry.agency_id).select_related("person"),
        "keeps": may(request.user, KEEP),
    }
    return render(request, "office/agencies/agency.html", context)


@door(KEEP, methods=READ_AND_WRITE)
def agency_new(request: OfficeRequest) -> HttpResponse:
    form = AgencyForm(request.POST or None)
    if form.is_valid():
        try:
            entry = add_agency(bureau=request.user.bureau, **form.cleaned_data, by=request.user)
            messages.success(request, _("已登记%(name)s。") % {"name": entry.name})
            return redirect("agency", entry.pk)
        except NotKept as error:
            form.add_error("code", str(error))
    return form_page(request, form, title=_("登记一个部门或单位"), **ABOVE)


@door(KEEP, methods=READ_AND_WRITE)
def agency_edit(request: OfficeRequest, number: int) -> HttpResponse:
    entry = found(AgencyYear.objects.all(), by=request.user, permission=KEEP, pk=number)
    form = AgencyChangeForm(request.POST or None, initial={"name": entry.name, "kind": entry.kind, "exemption": entry.exemption})
    if form.is_valid():
        change_agency(entry=entry, **form.cleaned_data, by=request.user)
        messages.success(request, _("已修改。"))
        return redirect("agency", entry.pk)
    title = _("修改%(year)s年的%(name)s") % {"year": entry.year, "name": entry.name}
    return form_page(request, form, title=title, **ABOVE)


@door(KEEP, methods=READ_AND_WRITE)
def agencies_carry(request: OfficeRequest) -> HttpResponse:
    form = CarryForm(request.POST or None)
    if form.is_valid():
        year = form.cleaned_data["year"]
        try:
            count = carry_register(bureau=request.user.bureau, year=year, by=request.user)
            messages.success(request, _("已把%(year)s年的%(count)s个单位结转到下一年。") % {"year": year, "count": count})
            return redirect("agencies")
        except NotKept as error:
            form.add_error("year", str(error))
    return form_page(request, form, title=_("结转到下一年"), **ABOVE)
