"""The page of help: who does what, and what to do when something goes wrong."""

from django.http import HttpResponse
from django.shortcuts import render

from disclosure.web.office.doors import OfficeRequest, door


@door(None)
def help_page(request: OfficeRequest) -> HttpResponse:
    return render(request, "office/help.html")
