"""A small world for walks: two bureaus, each with two departments and their units, one person of every role, objects of every kind."""

import time
from dataclasses import dataclass, field

from allauth.mfa.models import Authenticator
from django.test import Client

from agencies.people.models import Person
from agencies.people.roles import ROLES, Held
from agencies.tests.places import YEAR, agency, appoint, bureau
from agencies.tree import draft_tree
from agencies.tree_rows import TreeRow
from disclosure.audit.acting import record
from disclosure.audit.models import Entry
from disclosure.filings.models import Campaign, Filing, Load
from disclosure.releases.models import Comment, PaperForm, ReleaseEvent
from disclosure.releases.tests.came_through import approval_for, somebody
from disclosure.reports.models import Report
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import publish

AGENCY_HELD = [code for code, role in ROLES.items() if role.held == Held.AGENCY]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass
class Place:
    """What an address can name, of one department: by the `object` of the policy."""

    objects: dict[str, object] = field(default_factory=dict)
    secret: str = ""


@dataclass
class World:
    people: dict[str, Person]
    own: Place
    beside: Place
    foreign: Place


def build():
    """`own`: department 101 of our bureau; `beside`: 102 of the same; `foreign`: 101 of another bureau."""
    ours, theirs = bureau(), bureau("369800", "邻水市")
    own, beside, foreign = (_place(of, code, mark) for of, code, mark in ((ours, "101", "甲"), (ours, "102", "乙"), (theirs, "101", "丙")))
    people = {"nobody": someone("nobody", ours)}
    for code, role in ROLES.items():
        on = own.objects["department_entry"] if role.held == Held.AGENCY else None
        people[code] = someone(code.replace("_", "-"), ours, code, on=on)
    return World(people, own, beside, foreign)


def someone(username, of, role="", *, on=None, where=None):
    """A person with a second factor, whose roles work; no password is needed to walk."""
    made = Person(
        username=username, name=username, bureau=of, duty=ROLES[role].duty if role else "business", agency=where.agency if where else None
    )
    made.set_unusable_password()
    made.save()
    Authenticator.objects.create(user=made, type=Authenticator.Type.TOTP, data={"secret": "x"})
    if role:
        appoint(made, role, on=on)
    return made


def _place(of, code, mark):
    department = agency(code, f"{mark}部门", of=of)
    unit = agency(f"{code}001", f"{mark}单位", of=of)
    clerk = someone(f"clerk-{of.pk}-{code}", of, where=unit)
    held = appoint(clerk, "preparer", on=unit)
    waiting = appoint(clerk, "publisher", on=unit, confirmed=False)
    keeper = someone(f"keeper-{of.pk}-{code}", of)
    draft = draft_tree(bureau=of, year=YEAR + 1, rows=[TreeRow(2, "103", "新部门")], by=keeper)
    record("login", by=clerk, on=f"{mark}机密")
    entry = Entry.objects.order_by("-pk").first()
    load = Load.objects.create(bureau=of, year=YEAR, kind="budget", unit="yuan", name=f"{mark}.xlsx", body=b"", by=keeper)
    objects = filed(unit, of) | {
        "load": load.pk,
        "agency": unit.pk, "person": clerk.pk, "appointment": held.pk, "waiting": waiting.pk, "draft": draft.pk, "entry": entry.pk,
        "bureau": of.pk, "department_entry": department, "agency_id": unit.agency_id, "username": clerk.username,
    }  # fmt: skip
    said = {"matter": "other", "text": f"{mark}单位的总计不对，请核对", "agency": unit.agency, "agency_name": unit.name}
    objects["report"] = Report.objects.create(receipt=f"{of.pk[-4:]}-{code}A-XXXX", token=f"{mark}", bureau_id=of.pk, **said).pk
    return Place(objects, secret=f"{mark}单位")


def walker(person=None):
    """A browser of the person, who proved a moment ago who he is; an error of ours is an answer, not an exception."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person, backend=BACKEND)
        prove(client)
    return client


def prove(client, at=None):
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": at or time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()


def filed(unit, of):
    """A unit's document that was published, whose withdrawal somebody asked for; a second that is only begun; what hangs on them."""
    campaign, _ = Campaign.objects.get_or_create(
        bureau=of, year=YEAR, kind="budget", defaults={"pack": "jiangxi", "stages": ["department", "division", "lead"]}
    )
    said = {"agency_year": unit, "year": YEAR, "scope": "unit", "pack": "jiangxi", "campaign": campaign}
    one = Filing.objects.create(kind="budget", **said)
    release = publish(document_of(unit, of), whose=one)
    author, reviewer = (somebody(one, name) for name in ("author", "publisher"))
    asked = {"withdrawal": "published_in_error", "why": "数字有误", "by": author}
    event = ReleaseEvent.objects.create(release=release, kind="withdrawal_requested", **asked)
    paper = PaperForm.objects.create(
        filing=one, substance_sha256="0" * 64, secrecy_by="甲", signed_by="乙", signed_on="2026-01-01", media_type="application/pdf",
        sha256="0" * 64, body=b"%PDF-", by=author,
    )  # fmt: skip
    comment = Comment.objects.create(filing=one, text="请核对", by=reviewer)
    of_filing = {"filing": one.pk, "comment": comment.pk, "paper": paper.pk, "approval": approval_for(one).pk}
    return of_filing | {"campaign": campaign.pk, "release": release.pk, "event": event.pk}


def document_of(unit, of):
    said = document()
    agency = said["agency"] | {"code": unit.code, "name": unit.name, "region": of.pk}
    return said | {"agency": agency, "year": YEAR, "title": f"{unit.name}{YEAR}年单位预算"}
