"""Takes a filing of a test along the steps that the database asks for, in rows alone: nobody looks at the content."""

from datetime import date

from agencies.models import Bureau
from agencies.people.models import Person
from disclosure.filings.models import Approval, Filing
from disclosure.releases.models import StepTaken

BEGINNING = {"not_started": ("start", "preparing"), "released": ("start_correction", "correcting")}
HASH = "0" * 64


def somebody(filing: Filing, name: str) -> Person:
    """One of three people of the filing's bureau."""
    region = filing.agency_year.region
    bureau, _ = Bureau.objects.get_or_create(region=region, defaults={"name": f"{region.name}财政局"})
    return Person.objects.get_or_create(username=f"{name}-{region.pk}", defaults={"name": name, "bureau": bureau})[0]


def approval_for(filing: Filing) -> Approval:
    """Some approval of the filing's agency, year and kind."""
    entry = filing.agency_year
    said = {"number": "测试", "issued_on": date(2024, 1, 1), "issuer": "测试", "unit": "yuan", "agency_year": entry}
    return Approval.objects.get_or_create(agency=entry.agency, year=filing.year, kind=filing.kind, defaults=said)[0]


def step(filing: Filing, code: str, after: str, by: str, substance: str = HASH, **more: object) -> StepTaken:
    filing.refresh_from_db()
    said = {
        "before": filing.state,
        "after": after or filing.state,
        "round": filing.round,
        "content_sha256": HASH,
        "substance_sha256": substance,
    }
    return StepTaken.objects.create(filing=filing, step=code, by=somebody(filing, by), **said | more)


def make_ready(filing: Filing, substance: str = HASH) -> None:
    """From the beginning, or from what is published, to 待公开."""
    filing.refresh_from_db()
    if filing.state in BEGINNING:
        step(filing, *BEGINNING[filing.state], by="author")
        filing.refresh_from_db()
    if filing.state in ("preparing", "correcting"):
        step(filing, "submit", "submitted", by="author")
        step(filing, "review_secrecy", "", by="reviewer", substance=substance)
        step(filing, "sign", "", by="reviewer", substance=substance)
        step(filing, "review_as_lead", "finance_reviewed", by="reviewer", substance=substance)
        step(filing, "clear", "ready", by="publisher", substance=substance, approval=approval_for(filing))


def reopen(filing: Filing) -> None:
    """What is published may be written again, as a correction."""
    step(filing, "start_correction", "correcting", by="author")


def come_through(release: object) -> None:
    """The release's own step."""
    step(release.filing, "release", "released", by="publisher", approval=approval_for(release.filing), release=release)
