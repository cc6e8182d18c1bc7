"""The desk: what waits for this person."""

from django.http import HttpResponse
from django.shortcuts import render

from disclosure.web.office.doors import OfficeRequest, door


@door(None)
def desk(request: OfficeRequest) -> HttpResponse:
    return render(request, "office/desk.html")
