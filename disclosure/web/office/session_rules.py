"""How long a session lives. Knows no view."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


def session_rules(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return answer(request)

    return middleware
