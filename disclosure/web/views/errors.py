"""Pages for what went wrong. They know nothing of the request, so they tell nothing."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from disclosure.web.headers import sealed


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    return _page("400.html", 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The same page for what does not exist and for what is not public yet."""
    return _page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponseBase:
    return _page("500.html", 500)


def _page(template: str, status: int) -> HttpResponseBase:
    return sealed(HttpResponse(render_to_string(template, {"site": settings.SITE}), status=status))
