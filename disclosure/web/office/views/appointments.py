"""Appointments: granted, confirmed by a second person, ended, stood in for, handed over; and locked names set free."""

from axes.models import AccessAttempt
from axes.utils import reset as unlock_axes
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.people.access import found, within
from agencies.people.appointing import NotAppointed, confirm, end, grant, hand_over, stand_in, touchable
from agencies.people.models import Appointment, Person
from agencies.people.roles import Permission
from disclosure.audit.acting import record
from disclosure.web.office.doors import READ_AND_WRITE, WRITE, OfficeRequest, door
from disclosure.web.office.forms_people import AppointmentForm, OtherPersonForm, StandInForm, WhyForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.office.sign_in import forget_failures

APPOINT = Permission.APPOINT
ABOVE: Above = {"up": "people", "words": gettext_lazy("人员")}


@door(APPOINT, methods=READ_AND_WRITE, fresh=True)
def appointment_new(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Person.objects.all(), by=request.user, permission=APPOINT, pk=number)
    form = AppointmentForm(request.POST or None, by=request.user)
    if form.is_valid():
        said = form.cleaned_data
        try:
            grant(
                person=one,
                role=said["role"],
                remit=said["remit"],
                agency=form.chosen_agency(),
                since=said["since"],
                until=said["until"],
                by=request.user,
            )
            messages.success(request, _("已授权。财政部门的岗位还要系统管理员复核才起作用。"))
            return redirect("person", one.pk)
        except NotAppointed as error:
            form.add_error("role", str(error))
    return form_page(request, form, title=_("给%s安排任职") % one.name, **ABOVE, back=reverse("person", args=[one.pk]))


@door(APPOINT, methods=READ_AND_WRITE, fresh=True)
def appointment_end(request: OfficeRequest, number: int) -> HttpResponse:
    each = found(touchable(request.user), by=request.user, permission=APPOINT, pk=number)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        end(appointment=each, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, _("已终止，立即生效。"))
        return redirect("person", each.person_id)
    title = _("终止%(person)s的%(role)s") % {"person": each.person.name, "role": each.get_role_display()}
    return form_page(request, form, title=title, **ABOVE, back=reverse("person", args=[each.person.pk]))


@door(APPOINT, methods=READ_AND_WRITE, fresh=True)
def appointment_stand_in(request: OfficeRequest, number: int) -> HttpResponse:
    each = found(touchable(request.user).filter(stands_in_for=None), by=request.user, permission=APPOINT, pk=number)
    form = StandInForm(request.POST or None, by=request.user)
    if form.is_valid():
        said = form.cleaned_data
        try:
            stand_in(appointment=each, person=said["to"], since=said["since"], until=said["until"], by=request.user, why=said["why"])
            messages.success(request, _("已设替岗，到期自动收回。"))
            return redirect("person", each.person_id)
        except NotAppointed as error:
            form.add_error("to", str(error))
    title = _("%(person)s请假时由谁替岗：%(role)s") % {"person": each.person.name, "role": each.get_role_display()}
    return form_page(request, form, title=title, **ABOVE, back=reverse("person", args=[each.person.pk]))


@door(APPOINT, methods=READ_AND_WRITE, fresh=True)
def person_hand_over(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Person.objects.exclude(pk=request.user.pk), by=request.user, permission=APPOINT, pk=number)
    form = OtherPersonForm(request.POST or None, by=request.user)
    if form.is_valid():
        try:
            rows = within(touchable(request.user).filter(person=one), by=request.user, permission=APPOINT)
            count = hand_over(person=one, appointments=rows, to=form.cleaned_data["to"], by=request.user, why=form.cleaned_data["why"])
            messages.success(request, _("已移交%s项任职。") % count)
            return redirect("person", form.cleaned_data["to"].pk)
        except NotAppointed as error:
            form.add_error("to", str(error))
    return form_page(request, form, title=_("把%s的全部任职移交给") % one.name, **ABOVE, back=reverse("person", args=[one.pk]))


@door(Permission.CONFIRM_ROLES)
def appointments_waiting(request: OfficeRequest) -> HttpResponse:
    rows = within(Appointment.objects.waiting(), by=request.user, permission=Permission.CONFIRM_ROLES)
    waiting = rows.select_related("person", "granted_by").exclude(granted_by=request.user)
    return render(request, "office/people/waiting.html", {"waiting": waiting})


@door(Permission.CONFIRM_ROLES, methods=WRITE, fresh=True)
def appointment_confirm(request: OfficeRequest, number: int) -> HttpResponse:
    each = found(Appointment.objects.waiting(), by=request.user, permission=Permission.CONFIRM_ROLES, pk=number)
    try:
        confirm(appointment=each, by=request.user)
        messages.success(request, _("已复核，任职立即生效。"))
    except NotAppointed as error:
        messages.error(request, str(error))
    return redirect("appointments_waiting")


@door(Permission.UNLOCK)
def locked(request: OfficeRequest) -> HttpResponse:
    """The names of the bureau that failed of late."""
    own = within(Person.objects.all(), by=request.user, permission=Permission.UNLOCK)
    known = {one.username: one for one in own}
    attempts = AccessAttempt.objects.filter(username__in=known).order_by("-attempt_time")
    return render(request, "office/people/locked.html", {"attempts": [(each, known[each.username]) for each in attempts]})


@door(Permission.UNLOCK, methods=WRITE)
def unlock(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Person.objects.all(), by=request.user, permission=Permission.UNLOCK, pk=number)
    unlock_axes(username=one.username)
    forget_failures(request, one)
    record("unlocked", by=request.user, on="people_person", object_id=one.pk)
    messages.success(request, _("已解除%s的锁定。") % one.username)
    return redirect("locked")
