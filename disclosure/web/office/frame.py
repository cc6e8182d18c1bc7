"""What stands around every page of the office: where the person can go, who he is, what is new. Knows the doors, no page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agencies.people.access import held, may
from agencies.people.models import Notice, Person
from agencies.people.roles import Permission

WEEKDAYS = "一二三四五六日"
# The main navigation: name of the address, its words, and the permission that opens it (None: everybody).
LINKS: tuple[tuple[str, Promise, Permission | None], ...] = (
    ("desk", _("工作台"), None),
    ("filings", _("填报与审核"), Permission.SEE_FILINGS),
    ("approvals", _("批复"), Permission.SEE_FILINGS),
    ("releases", _("公开"), Permission.SEE_FILINGS),
    ("reports", _("公众纠错"), Permission.SEE_REPORTS),
    ("campaigns", _("填报任务"), Permission.KEEP_CAMPAIGNS),
    ("jobs", _("我的任务"), Permission.SEE_FILINGS),
    ("notices", _("消息"), None),
    ("agencies", _("单位名录"), Permission.SEE_REGISTER),
    ("people", _("人员"), Permission.SEE_PEOPLE),
    ("bureaus", _("财政部门"), Permission.KEEP_BUREAUS),
    ("audit", _("审计"), Permission.SEE_AUDIT),
)


@dataclass(frozen=True)
class Link:
    href: str
    label: Promise
    is_here: bool
    count: int = 0


@dataclass(frozen=True)
class Frame:
    """The masthead of one person on one page."""

    person: Person
    links: list[Link]
    today: str
    roles: str


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of office templates; empty for whoever is not logged in, and for the public half."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {}
    return {"frame": Frame(person, links_of(person, request.path), today_words(), roles_of(person))}


def links_of(person: Person, path: str) -> list[Link]:
    """Where the person may go; the unread are counted."""
    unread = Notice.objects.filter(person=person, read_at=None).count()
    open_to = [(name, label) for name, label, permission in LINKS if permission is None or may(person, permission)]
    return [Link(reverse(name), label, path.startswith(reverse(name)), unread if name == "notices" else 0) for name, label in open_to]


def roles_of(person: Person) -> str:
    """The person's roles in words, each once."""
    return "、".join(dict.fromkeys(str(each.get_role_display()) for each in held(person)))


def today_words() -> str:
    """2026年3月5日 星期四."""
    today = localdate()
    return f"{today.year}年{today.month}月{today.day}日 星期{WEEKDAYS[today.weekday()]}"
