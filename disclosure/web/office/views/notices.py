"""The messages to a person, newest first, and marking them as read."""

from django.db.models.functions import Now
from django.http import HttpResponse
from django.shortcuts import redirect, render

from agencies.people.models import Notice
from disclosure.web.office.doors import WRITE, OfficeRequest, door

SHOWN = 100


@door(None)
def notices(request: OfficeRequest) -> HttpResponse:
    return render(request, "office/notices.html", {"notices": Notice.objects.filter(person=request.user)[:SHOWN]})


@door(None, methods=WRITE)
def read_notices(request: OfficeRequest) -> HttpResponse:
    Notice.objects.filter(person=request.user, read_at=None).update(read_at=Now())
    return redirect("notices")
