"""The desk: what waits for this person."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from disclosure.web.office.desk_of import desk_of
from disclosure.web.office.doors import OfficeRequest, door


@door(None)
def desk(request: OfficeRequest) -> HttpResponse:
    return render(request, "office/desk.html", {"desk": desk_of(request.user), "year": localdate().year})


@door(None)
def to_desk(request: OfficeRequest) -> HttpResponse:
    return redirect("desk")
