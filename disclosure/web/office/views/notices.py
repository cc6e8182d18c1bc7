"""The messages to a person, newest first, and marking them as read."""

from django.db.models.functions import Now
from django.http import HttpResponse
from django.shortcuts import redirect, render

from agencies.people.models import Notice
from disclosure.web.office.doors import WRITE, OfficeRequest, door

SHOWN = 100


@door(None)
def notices(request: OfficeRequest) -> HttpResponse:
    mine = Notice.objects.filter(person=request.user)
    return render(request, "office/notices.html", {"notices": mine[:SHOWN], "unread": mine.filter(read_at=None).count()})


@door(None, methods=WRITE)
def read_notices(request: OfficeRequest) -> HttpResponse:
    Notice.objects.filter(person=request.user, read_at=None).update(read_at=Now())
    return redirect("notices")
