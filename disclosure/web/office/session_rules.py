"""How long a session lives, and what must be done before anything else: a password that is not too old, a second factor where the post asks for one.

Idle 30 minutes, 15 for the bureau's posts; 12 hours at most. Knows no page but those that open the gates.
"""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.people.access import held
from agencies.people.models import Person
from agencies.people.passwords import is_expired

Answer = Callable[[HttpRequest], HttpResponseBase]
BEGAN, SEEN = "began", "seen"
IDLE, IDLE_OF_BUREAU, LONGEST = 30 * 60, 15 * 60, 12 * 60 * 60
# What stays open while a gate is closed.
AT_THE_GATE = frozenset(
    ("account_logout", "account_change_password", "mfa_activate_totp", "account_reauthenticate", "mfa_reauthenticate", "help")
)


def session_rules(answer: Answer) -> Answer:
    """Middleware: ends what has lived too long, and leads to what must be done first."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        person = request.user
        if not isinstance(person, Person):
            return answer(request)
        if is_over(request, person):
            logout(request)
            messages.warning(request, _("登录已到期，请重新登录。没有保存的内容没有写入。"))
            return redirect("account_login")
        request.session[SEEN] = timezone.now().timestamp()
        gate = gate_of(person)
        return redirect(gate) if gate and name_of(request) not in AT_THE_GATE else answer(request)

    return middleware


def is_over(request: HttpRequest, person: Person) -> bool:
    """Whether nobody did anything for too long, or the session is too old."""
    now = timezone.now().timestamp()
    began = request.session.setdefault(BEGAN, now)
    idle = IDLE_OF_BUREAU if needs_second_factor(person) else IDLE
    return bool(now - began > LONGEST or now - request.session.get(SEEN, now) > idle)


def gate_of(person: Person) -> str:
    """The page that must be dealt with first; empty when none must."""
    if person.has_usable_password() and is_expired(person):
        return "account_change_password"
    if needs_second_factor(person) and not is_mfa_enabled(person):
        return "mfa_activate_totp"
    return ""


def needs_second_factor(person: Person) -> bool:
    """Whether one of the person's posts is the bureau's."""
    return any(each.is_of_bureau for each in held(person))


def name_of(request: HttpRequest) -> str:
    """The name of the address, empty where there is none."""
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""
