"""One-time codes: they open an account once, to set its password. Told by hand, kept as a hash, valid a day. Knows no page."""

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.people.models import OneTimeCode, Person
from agencies.people.passwords import set_password
from disclosure.audit.acting import acting

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another when read aloud
LENGTH, LIFE = 12, timedelta(hours=24)


def issue(*, person: Person, by: Person | str) -> str:
    """A new code in the place of all earlier ones; shown once, XXXX-XXXX-XXXX."""
    code = "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))
    with acting(by, why=_("发出一次性口令")):
        OneTimeCode.objects.filter(person=person, used_at=None).update(used_at=timezone.now())
        OneTimeCode.objects.create(
            person=person, hash=make_password(code), expires_at=timezone.now() + LIFE, by=by if isinstance(by, str) else by.username
        )
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def valid_code(person: Person, code: str) -> OneTimeCode | None:
    """The person's code in force, if this is it."""
    plain = code.upper().replace("-", "").replace(" ", "")
    waiting = OneTimeCode.objects.filter(person=person, used_at=None, expires_at__gt=timezone.now()).first()
    return waiting if waiting and check_password(plain, waiting.hash) else None


def activate(*, person: Person, code: OneTimeCode, password: str) -> None:
    """The person sets the password; the code is used up."""
    with acting(person, why=_("用一次性口令设置密码")):
        code.used_at = timezone.now()
        code.save(update_fields=["used_at"])
        set_password(person=person, password=password, by=person)


class OneTimeCodeBackend:
    """Django's way to ask, so that wrong codes are counted and locked like wrong passwords, for unknown names too."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, one_time_code: str | None = None) -> Person | None:
        if username is None or one_time_code is None:
            return None
        person = Person.objects.filter(username=username.lower(), is_active=True).first()
        if person is None or not OneTimeCode.objects.filter(person=person, used_at=None).exists():
            make_password(one_time_code)  # the same work as for a known name
            return None
        return person if valid_code(person, one_time_code) else None

    def get_user(self, user_id: int) -> None:
        """A code opens no session."""
