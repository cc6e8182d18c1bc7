"""Pages for what went wrong, in the look of the half where it went wrong. They know nothing of the request but its half, so they tell nothing."""

import sys

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from disclosure.web.public.manner import Manner, manner_of
from disclosure.web.site import site


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """What a page refused in words is said in its words; everything else tells nothing."""
    return _page(request, "400.html", 400, said=str(exception) if type(exception) is BadRequest else "")


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponseBase:
    """In the office: a page that the person's roles do not allow, or a form without its token."""
    return _page(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The same page for what does not exist and for what is not public yet."""
    return _page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """An error of ours; 503 where the database does not answer, which nginx and whoever asked may try again."""
    if not isinstance(sys.exception(), OperationalError):
        return _page(request, "500.html", 500)
    answer = _page(request, "500.html", 503)
    answer.headers["Retry-After"] = "30"
    return answer


def at_home(request: HttpRequest) -> Manner:
    """The manner of the request and nothing of its address: two pages that are not there are the same."""
    manner = manner_of(request.path)
    return Manner(manner.is_english, manner.is_large, "/")


def _page(request: HttpRequest, template: str, status: int, **more: str) -> HttpResponseBase:
    everywhere_office = settings.SITE == "office" and not request.path_info.startswith("/report/")
    in_office = everywhere_office or (settings.SITE == "all" and request.path_info.startswith("/office/"))
    half = "office/errors/" if in_office else ""
    return HttpResponse(render_to_string(half + template, {**site(request), "manner": at_home(request), **more}), status=status)
