"""Django's and allauth's middleware, for the addresses of the office alone: no public answer ever touches a session. Knows no view."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

from disclosure.web.office.arriving import request_facts
from disclosure.web.office.session_rules import session_rules

Answer = Callable[[HttpRequest], HttpResponseBase]
HOOKS = ("process_view", "process_exception", "process_template_response")


def in_office(request: HttpRequest) -> bool:
    """Whether the address belongs to the office half."""
    return request.path_info.startswith("/office/")


def of_office(make: Callable[[Answer], Any]) -> Callable[[Answer], Answer]:
    """The middleware, asleep everywhere but in the office."""

    def scoped(answer: Answer) -> Answer:
        inner = make(answer)

        def middleware(request: HttpRequest) -> HttpResponseBase:
            response: HttpResponseBase = inner(request) if in_office(request) else answer(request)
            return response

        for hook in HOOKS:
            if hasattr(inner, hook):
                setattr(middleware, hook, _scoped_hook(getattr(inner, hook)))
        return middleware

    return scoped


def _scoped_hook(hook: Callable[..., Any]) -> Callable[..., Any]:
    return lambda request, *args, **kwargs: hook(request, *args, **kwargs) if in_office(request) else None


requests = of_office(request_facts)
sessions = of_office(SessionMiddleware)
csrf = of_office(CsrfViewMiddleware)
authentication = of_office(AuthenticationMiddleware)
messages = of_office(MessageMiddleware)
rules = of_office(session_rules)
