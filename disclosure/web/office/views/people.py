"""People: found, opened, changed, switched off and on, reset. Administrators' own accounts are reset at the command line alone."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tables2 import RequestConfig

from agencies.people.access import found, may, within
from agencies.people.accounts import NotOpened, change_account, disable, enable, open_account, reset
from agencies.people.appointing import touchable
from agencies.people.models import Appointment, Person
from agencies.people.roles import Duty, Permission
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_people import AccountChangeForm, AccountForm, WhyForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.office.tables import PER_PAGE
from disclosure.web.office.tables_people import PersonFilter, PersonTable

ABOVE: Above = {"up": "people", "words": gettext_lazy("人员")}
SEE, KEEP = Permission.SEE_PEOPLE, Permission.KEEP_PEOPLE


def kept(by: Person) -> QuerySet[Person]:
    """The accounts that can be touched: not one's own, and no administrator's."""
    return Person.objects.filter(duty=Duty.BUSINESS).exclude(pk=by.pk)


@door(SEE)
def people(request: OfficeRequest) -> HttpResponse:
    rows = within(Person.objects.all(), by=request.user, permission=SEE)
    chosen = PersonFilter(request.GET, queryset=rows)
    table = PersonTable(chosen.qs if chosen.is_valid() else rows.none())
    RequestConfig(request, paginate={"per_page": PER_PAGE, "silent": True}).configure(table)
    context = {"filter": chosen, "table": table, "total": chosen.qs.count(), "keeps": may(request.user, KEEP)}
    context["confirms"], context["unlocks"] = may(request.user, Permission.CONFIRM_ROLES), may(request.user, Permission.UNLOCK)
    return render(request, "office/people/list.html", context)


@door(SEE)
def person(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Person.objects.all(), by=request.user, permission=SEE, pk=number)
    context = {
        "one": one,
        "appointments": Appointment.objects.filter(person=one).select_related("agency").order_by("ended_at", "-since"),
        "keeps": may(request.user, KEEP) and kept(request.user).filter(pk=one.pk).exists(),
        "appoints": may(request.user, Permission.APPOINT) and one != request.user,
        "touchable": set(within(touchable(request.user), by=request.user, permission=Permission.APPOINT).values_list("pk", flat=True)),
    }
    return render(request, "office/people/person.html", context)


@door(KEEP, methods=READ_AND_WRITE)
def person_new(request: OfficeRequest) -> HttpResponse:
    form = AccountForm(request.POST or None, by=request.user)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made, code = open_account(
                username=said["username"],
                name=said["name"],
                bureau=request.user.bureau,
                agency=form.chosen_agency(),
                duty=said["duty"],
                by=request.user,
            )
            return render(request, "office/people/code.html", {"one": made, "code": code})
        except NotOpened as error:
            form.add_error("username", str(error))
    return form_page(request, form, title=_("开户"), **ABOVE)


@door(KEEP, methods=READ_AND_WRITE)
def person_edit(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(kept(request.user), by=request.user, permission=KEEP, pk=number)
    form = AccountChangeForm(request.POST or None, by=request.user, initial={"name": one.name, "agency": one.agency_id or ""})
    if form.is_valid():
        change_account(person=one, name=form.cleaned_data["name"], agency=form.chosen_agency(), by=request.user)
        messages.success(request, _("已修改。"))
        return redirect("person", one.pk)
    return form_page(request, form, title=_("修改%s") % one.name, **ABOVE, back=reverse("person", args=[one.pk]))


def _switch(request: OfficeRequest, number: int, action: Callable[..., Person], title: str) -> HttpResponse:
    one = found(kept(request.user), by=request.user, permission=KEEP, pk=number)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        action(person=one, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, _("已办理，立即生效。"))
        return redirect("person", one.pk)
    return form_page(request, form, title=title % one.name, **ABOVE, back=reverse("person", args=[one.pk]))


@door(KEEP, methods=READ_AND_WRITE)
def person_disable(request: OfficeRequest, number: int) -> HttpResponse:
    return _switch(request, number, disable, _("停用%s"))


@door(KEEP, methods=READ_AND_WRITE)
def person_enable(request: OfficeRequest, number: int) -> HttpResponse:
    return _switch(request, number, enable, _("启用%s"))


@door(KEEP, methods=READ_AND_WRITE, fresh=True)
def person_reset(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(kept(request.user), by=request.user, permission=KEEP, pk=number)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        code = reset(person=one, by=request.user, why=form.cleaned_data["why"])
        return render(request, "office/people/code.html", {"one": one, "code": code})
    return form_page(request, form, title=_("重置%s的账号") % one.name, **ABOVE, back=reverse("person", args=[one.pk]))
