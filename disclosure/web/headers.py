"""What every public answer carries: reading only, no scripts, no frames, no cookies. It knows no page."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
READING = ("GET", "HEAD")
# Browsers fetch style sheets and images from here and nothing from anywhere; there are no scripts and no forms yet.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
# An hour-long cache would hold a page back that is due at nine; one second takes the load and keeps the time.
PAGE_CACHE = "public, max-age=1"
DEFAULTS = {
    "Content-Security-Policy": PAGE_POLICY,
    "Cache-Control": PAGE_CACHE,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def sealed(response: HttpResponseBase) -> HttpResponseBase:
    """The answer with every header that it did not set itself."""
    for name, value in DEFAULTS.items():
        response.headers.setdefault(name, value)
    return response


def public(view: View[P]) -> View[P]:
    """A view that is only read: 405 for every other method, headers on every answer."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return sealed(view(request, *args, **kwargs) if request.method in READING else HttpResponseNotAllowed(READING))

    return guarded
