"""Takes reports in: one form one report, so many from one address and no more. Who sent it is kept as a hash, for a day."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.crypto import salted_hmac

from agencies.models import Agency, Bureau
from disclosure.releases.models import Release
from disclosure.reports.models import Report

AN_HOUR, A_DAY, EVERYBODY = 5, 20, 500  # reports of one address in an hour, in a day; of all addresses in an hour
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read for another
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class TooMany(Exception):
    """This address, or all together, have sent as many reports as are taken."""


@dataclass(frozen=True)
class Subject:
    """What is reported on: a version of a document, an agency, or nothing but a region's disclosure. `name`, `code`: the agency's, as it was read."""

    bureau: Bureau
    agency: Agency | None = None
    code: str = ""
    name: str = ""
    release: Release | None = None


@dataclass(frozen=True)
class Said:
    """What the form holds."""

    matter: str
    place: str
    text: str


@transaction.atomic
def receive(*, subject: Subject, said: Said, token: str, address: str) -> Report:
    """The report of this form; sent twice, it is there once. Raises TooMany."""
    origin = origin_of(address)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('reports'))")  # counted and stored by one at a time
    if known := Report.objects.filter(token=token).first():
        return known
    _count(origin)
    return Report.objects.create(
        receipt=new_receipt(),
        token=token,
        origin=origin,
        bureau=subject.bureau,
        agency=subject.agency,
        agency_code=subject.code,
        agency_name=subject.name,
        release=subject.release,
        matter=said.matter,
        place=said.place,
        text=said.text,
    )


def _count(origin: str) -> None:
    lately = Report.objects.filter(received_at__gt=Now() - HOUR)
    mine = Report.objects.filter(origin=origin)
    many = lately.count() >= EVERYBODY or lately.filter(origin=origin).count() >= AN_HOUR
    if many or mine.filter(received_at__gt=Now() - DAY).count() >= A_DAY:
        raise TooMany


def origin_of(address: str) -> str:
    """The network address, so that it can be counted and not read."""
    return salted_hmac("disclosure.reports.origin", address, algorithm="sha256").hexdigest()


def new_receipt() -> str:
    """Twelve letters in three groups: ABCD-EFGH-JKLM; nobody guesses one of 30¹²."""
    letters = [secrets.choice(LETTERS) for _ in range(12)]
    return "-".join("".join(letters[at : at + 4]) for at in (0, 4, 8))


def forget_origins() -> int:
    """After a day nothing is left of where a report came from."""
    return Report.objects.filter(received_at__lt=Now() - DAY).exclude(origin="").update(origin="")
