"""What every answer carries, on both halves; a view may say something stricter. It knows no page."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.middleware.http import ConditionalGetMiddleware

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
READING = ("GET", "HEAD")
# Browsers fetch style sheets, scripts and images from here and nothing from anywhere; nothing inline.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
# An hour-long cache would hold a page back that is due at nine; one second takes the load and keeps the time.
PUBLIC_CACHE = "public, max-age=1"
OFFICE_CACHE = "no-store, private"
LOGOUT = "/office/logout/"
EVERYWHERE: Mapping[str, str] = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Headers:
    """Middleware: the first of all, so that no answer leaves without."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        if request.path_info.startswith("/office/"):
            response.headers["Cache-Control"] = OFFICE_CACHE  # whatever the view says: no private page in a cache
            if request.path_info == LOGOUT and request.method == "POST":
                response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        for name, value in {**EVERYWHERE, "Cache-Control": PUBLIC_CACHE}.items():
            response.headers.setdefault(name, value)
        return response


class Tags(ConditionalGetMiddleware):
    """Middleware: a page that is public carries a tag of its bytes, and is not sent again to who has it. Private pages carry none."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_public = response.status_code == 200 and not request.path_info.startswith("/office/")
        return super().process_response(request, response) if is_public else response


def public(view: View[P]) -> View[P]:
    """A view that is only read: 405 for every other method."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs) if request.method in READING else HttpResponseNotAllowed(READING)

    return guarded
