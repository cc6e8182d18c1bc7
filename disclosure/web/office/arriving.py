"""What the trail knows of a request: its number and the network address it came from. Knows no person."""

import ipaddress
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from disclosure.audit.acting import arriving


def network_address(request: HttpRequest) -> str:
    """The address in its one spelling; nginx overwrites X-Real-IP, and without nginx there is none."""
    told = request.META.get("HTTP_X_REAL_IP") or request.META.get("REMOTE_ADDR", "")
    try:
        found = ipaddress.ip_address(told)
        return (getattr(found, "ipv4_mapped", None) or found).compressed  # ::ffff:192.0.2.1 is 192.0.2.1
    except ValueError:
        return ""


def request_facts(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: everything that the request writes is ascribed to where it came from."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with arriving(address=network_address(request), request_id=str(uuid.uuid4())):
            return answer(request)

    return middleware


def name_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str:
    """The user name of a login, however it was typed: what axes counts by."""
    said = (credentials or {}).get("username") or (request.POST.get("login") or request.POST.get("username") if request else "")
    return str(said or "").lower()[:60]
