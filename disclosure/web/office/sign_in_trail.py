"""What the trail tells of signing in and out: the libraries' signals become events. Knows no page; never a password."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from agencies.people.models import Person
from disclosure.audit.acting import record


@receiver(user_logged_in)
def logged_in(user: Person, **kwargs: Any) -> None:
    record("login", by=user)


@receiver(user_logged_out)
def logged_out(user: Person | None, **kwargs: Any) -> None:
    if user is not None:
        record("logout", by=user)


@receiver(user_login_failed)
def failed(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Of a known name the trail tells the bureau, of an unknown one only that it was tried."""
    name = str(credentials.get("username", ""))[:60]
    person = Person.objects.filter(username=name).first()
    record("login_failed", by=person or name)


@receiver(user_locked_out)
def locked_out(username: str, **kwargs: Any) -> None:
    person = Person.objects.filter(username=username).first()
    record("locked", by=person or str(username)[:60])
