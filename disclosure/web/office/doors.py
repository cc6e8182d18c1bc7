"""The door of every office view: who may enter, by which methods. Declared beside the view, asked at every request. Knows no page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

from agencies.people.access import may
from agencies.people.models import Person
from agencies.people.roles import Permission
from disclosure.audit.acting import record

P = ParamSpec("P")
READ = ("GET", "HEAD")
READ_AND_WRITE = ("GET", "HEAD", "POST")
WRITE = ("POST",)


class OfficeRequest(HttpRequest):
    """A request whose person is known, because it came through a door."""

    user: Person


@dataclass(frozen=True)
class Door:
    """`permission` None: everyone who is logged in. `fresh`: who proved within five minutes that he is who he is."""

    permission: Permission | None
    methods: tuple[str, ...]
    fresh: bool


DOORS: dict[str, Door] = {}
OfficeView = Callable[Concatenate[OfficeRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def door(permission: Permission | None, *, methods: tuple[str, ...] = READ, fresh: bool = False) -> Callable[[OfficeView[P]], View[P]]:
    """Anonymous people are led to the login, others without the permission are refused, and that is recorded."""

    def closed(view: OfficeView[P]) -> View[P]:
        name = f"{view.__module__}.{getattr(view, 'view_class', view).__name__}"
        DOORS[name] = Door(permission, methods, fresh)

        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path() if request.method in READ else "")
            if request.method not in DOORS[name].methods:
                return HttpResponseNotAllowed(DOORS[name].methods)
            person, wanted = request.user, DOORS[name].permission
            if wanted is not None and not may(person, wanted):
                record("denied", by=person, on=request.resolver_match.url_name or "" if request.resolver_match else "")
                raise PermissionDenied
            if DOORS[name].fresh and is_reauthentication_required(request, app=""):
                raise ReauthenticationRequired  # allauth asks, and goes on with the request afterwards
            return view(cast(OfficeRequest, request), *args, **kwargs)

        return guarded

    return closed


def behind_a_door(view: View[P]) -> View[P]:
    """A view of a library, for everybody who is logged in."""
    return door(None, methods=READ_AND_WRITE)(view)
