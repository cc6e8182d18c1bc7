"""Passwords: two profiles as values, because 等级保护 and ASVS contradict each other; the validators read the one that is set.

等保 (GB/T 22239 8.1.4.1 a) asks for complexity and periodic change, ASVS 5.0 (6.2.5, 6.2.10) forbids both: both get length, a list, a second factor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.people.models import Person, UsedPassword
from disclosure.audit.acting import acting

CLASSES = (str.islower, str.isupper, str.isdigit)
# What people here choose although a common list does not know it.
LOCAL = frozenset(("yusuan", "juesuan", "caizheng", "czj", "gongkai", "zhongguo", "woaini", "admin", "password", "qwer", "asdf", "1qaz"))


@dataclass(frozen=True)
class Profile:
    """`classes`: kinds of signs of the four; `history`: how many old ones may not come back; `days` until it must be changed, 0 for never."""

    length: int
    classes: int
    history: int
    days: int


PROFILES: Mapping[str, Profile] = {"dengbao": Profile(12, 3, 5, 90), "asvs": Profile(12, 0, 0, 0)}


def profile() -> Profile:
    """The profile of PASSWORD_PROFILE."""
    return PROFILES[settings.PASSWORD_PROFILE]


def classes_of(password: str) -> int:
    """How many of the four kinds of signs it has: small and capital letters, digits, others."""
    return sum(any(map(kind, password)) for kind in CLASSES) + any(not sign.isalnum() for sign in password)


class ProfileValidator:
    """Length, kinds of signs, local words, and what was used before."""

    def validate(self, password: str, user: Person | None = None) -> None:
        problems = list(self._problems(password, user))
        if problems:
            raise ValidationError(problems)

    def _problems(self, password: str, user: Person | None) -> list[str]:
        rules, found = profile(), []
        if len(password) < rules.length:
            found.append(_("密码至少%(length)s个字符，现在只有%(now)s个。") % {"length": rules.length, "now": len(password)})
        if classes_of(password) < rules.classes:
            found.append(_("密码要有大写字母、小写字母、数字、符号中的至少%(classes)s种。") % {"classes": rules.classes})
        if is_guessable(password, user):
            found.append(_("密码太容易猜到：不要用用户名、姓名、单位名的拼音或连续的键。"))
        if user and user.pk and was_used(user, password, rules.history):
            found.append(_("这个密码用过。请换一个最近%(history)s次没有用过的。") % {"history": rules.history})
        return found

    def get_help_text(self) -> str:
        rules = profile()
        kinds = _("，大写字母、小写字母、数字、符号至少%(classes)s种") % {"classes": rules.classes} if rules.classes else ""
        return _("至少%(length)s个字符%(kinds)s；不要用常见的密码、用户名或姓名。") % {"length": rules.length, "kinds": kinds}


class CommonValidator(CommonPasswordValidator):
    """Django's list of the 20,000 most common, in our words."""

    def validate(self, password: str, user: object = None) -> None:
        try:
            super().validate(password)
        except ValidationError:
            raise ValidationError(_("这个密码太常见，换一个。")) from None


def is_guessable(password: str, user: Person | None) -> bool:
    """Whether what remains without names, local words and digits at the end is hardly anything."""
    rest = password.lower()
    for known in (*((user.username, user.name) if user else ()), *LOCAL):
        rest = rest.replace(known.lower(), "") if len(known) > 2 else rest
    return len(set(rest.strip("0123456789!@#.")) & set("abcdefghijklmnopqrstuvwxyz")) < 4 and rest != password.lower()


def was_used(person: Person, password: str, history: int) -> bool:
    """Whether it is one of the last `history` passwords."""
    hashes = UsedPassword.objects.filter(person=person).values_list("hash", flat=True)[:history]
    return any(check_password(password, used) for used in hashes)


def is_expired(person: Person) -> bool:
    """Whether it must be changed before anything else: by age, or because it was never set by the person."""
    days = profile().days
    changed = person.password_changed_at
    return changed is None or bool(days and timezone.now() - changed > timedelta(days=days))


def set_password(*, person: Person, password: str, by: Person) -> None:
    """A password that the person chose; every session but the one that goes on with it ends."""
    with acting(by, why=_("设置密码")):
        person.set_password(password)
        person.password_changed_at = timezone.now()
        person.credential_version = F("credential_version") + 1
        person.save(update_fields=["password", "password_changed_at", "credential_version"])
        UsedPassword.objects.create(person=person, hash=person.password)
    person.refresh_from_db()
