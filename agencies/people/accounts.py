"""Accounts: opened, changed, disabled and reset by who keeps people; nobody can see or set another's password. Knows no page."""

from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.db.models import F
from django.utils.translation import gettext as _

from agencies.models import Agency, Bureau
from agencies.people.appointing import tell
from agencies.people.models import Person
from agencies.people.one_time_codes import issue
from agencies.people.roles import Duty
from disclosure.audit.acting import acting


class NotOpened(ValueError):
    """An account is refused, in words for the person who asked."""


def open_account(*, username: str, name: str, bureau: Bureau, agency: Agency | None, duty: str, by: Person | str) -> tuple[Person, str]:
    """An account without a password, and the one-time code that opens it. Raises NotOpened."""
    try:
        with acting(by, why=_("开户")):
            person = Person(username=username.lower(), name=name, bureau=bureau, agency=agency, duty=duty)
            person.set_unusable_password()
            person.save()
            return person, issue(person=person, by=by)
    except IntegrityError as error:
        if "person_works_in_the_bureau" in str(error):
            raise NotOpened(_("这个单位不归本财政部门管。")) from error
        raise NotOpened(_("用户名%s已经有人用，换一个。") % username) from error


def change_account(*, person: Person, name: str, agency: Agency | None, by: Person) -> Person:
    with acting(by, why=_("修改账号")):
        person.name, person.agency = name, agency
        person.save(update_fields=["name", "agency"])
    return person


def disable(*, person: Person, by: Person, why: str) -> Person:
    """From the next request on the person is nobody."""
    return _switch(person, on=False, by=by, why=why)


def enable(*, person: Person, by: Person, why: str) -> Person:
    return _switch(person, on=True, by=by, why=why)


def _switch(person: Person, *, on: bool, by: Person, why: str) -> Person:
    with acting(by, why=why):
        Person.objects.filter(pk=person.pk).update(is_active=on, credential_version=F("credential_version") + 1)
    person.refresh_from_db()
    return person


def reset(*, person: Person, by: Person | str, why: str) -> str:
    """Password and second factor are taken off; the one-time code to set them anew, shown once."""
    with acting(by, why=why):
        person.set_unusable_password()
        person.password_changed_at = None
        person.credential_version += 1
        person.save(update_fields=["password", "password_changed_at", "credential_version"])
        Authenticator.objects.filter(user=person).delete()
        tell(person=person, subject=_("账号被重置，办理人：%s") % (by if isinstance(by, str) else by.name))
        return issue(person=person, by=by)


def reset_by_command(*, username: str, bureau: str, by: str) -> tuple[Person, str]:
    """An administrator's account, which nobody inside may touch. Raises NotOpened."""
    person = Person.objects.filter(username=username, bureau=bureau).exclude(duty=Duty.BUSINESS).first()
    if person is None:
        raise NotOpened(_("这个财政部门没有管理员%s。") % username)
    return person, reset(person=person, by=by, why=_("在服务器上重置管理员"))
