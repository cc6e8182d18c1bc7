"""Makes a release of a filing: assembled, rendered and read back beforehand, then stored with its files, or refused as a whole. Knows no step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from disclosure.core.facts import Facts
from disclosure.exports.files import MEDIA_TYPES, write_files
from disclosure.exports.shape import Document, Finding
from disclosure.filings.models import Approval, Filing
from disclosure.filings.reading import read_facts
from disclosure.releases.around import around
from disclosure.releases.assemble import Imprint, assemble
from disclosure.releases.hashes import amounts_hash, content_hash, sha256, substance_hash
from disclosure.releases.indexing import index
from disclosure.releases.models import Release, ReleaseFile, StepTaken
from disclosure.releases.opening import open_template

Report = Callable[[str, int], None]


class NotReleasable(ValueError):
    """Findings of level error; the release is refused."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("；".join(f"{each['rule']} {each['message']}" for each in findings))
        self.findings = findings


@dataclass(frozen=True)
class Made:
    """A finished version that nobody has seen: what it says, its files, how many of its figures were read back."""

    document: Document
    files: Mapping[str, bytes]
    checked: int
    version: int
    publish_at: datetime
    amounts: str
    approval: Approval | None = None


def silent(stage: str, percent: int) -> None:
    """Tells nobody."""


def make(*, filing: Filing, publish_at: datetime, site: str, approval: Approval | None = None, report: Report = silent) -> Made:
    """The next version of the filing's document, to be public from publish_at. Raises NotReleasable, FiguresDiffer or PdfError; writes nothing."""
    report("组成文件", 10)
    facts = read_facts(filing.pk)
    version = last_version(facts) + 1
    imprint = imprint_of(facts, version, publish_at, site, correction_of(filing) if version > 1 else "")
    document = assemble(facts, open_template(facts), imprint=imprint, around=around(filing, facts))
    refuse_errors(document)
    report("排版并逐字核对", 30)
    files, checked = write_files(document)
    return Made(document, files, checked, version, publish_at, amounts_hash(facts), approval)


def refuse_errors(document: Document) -> None:
    """A document with errors is not released; one made elsewhere is, with what was found shown on it."""
    errors = [finding for finding in document["findings"] if finding["level"] == "error" and document["origin"] == "entered"]
    if errors:
        raise NotReleasable(errors)


def imprint_of(facts: Facts, version: int, publish_at: datetime, site: str, correction: str = "") -> Imprint:
    """What the document says about its own release."""
    address = f"{site}/{facts.agency.region}/{facts.agency.code}/{facts.year}/{facts.kind}/"
    return Imprint(facts.agency.place, version, timezone.localtime(publish_at).isoformat(timespec="seconds"), address, correction)


def correction_of(filing: Filing) -> str:
    """更正说明, as it was written when the correction began."""
    last = StepTaken.objects.filter(filing=filing, step="start_correction").last()
    return last.why if last else ""


def last_version(facts: Facts) -> int:
    """The highest version so far that was not cancelled, published or not."""
    versions = Release.objects.standing().filter(
        region=facts.agency.region, agency_code=facts.agency.code, year=facts.year, kind=facts.kind
    )
    return max(versions.values_list("version", flat=True), default=0)


@transaction.atomic
def store(*, filing: Filing, made: Made, by: str) -> Release:
    """The release, its files and what is searched of it, together or not at all."""
    release = Release.objects.create(filing=filing, by=by, **of_document(made.document), **of_making(made))
    ReleaseFile.objects.bulk_create(
        ReleaseFile(
            release=release, name=name, media_type=MEDIA_TYPES[name.rpartition(".")[2]], size=len(body), sha256=sha256(body), body=body
        )
        for name, body in made.files.items()
    )
    index(release)
    return release


def of_document(document: Document) -> dict[str, Any]:
    """The columns that say which document it is, and what it says."""
    agency = document["agency"]
    return {
        "region": agency["region"],
        "agency_code": agency["code"],
        "agency_name": agency["name"],
        "year": document["year"],
        "kind": document["kind"],
        "scope": document["scope"],
        "title": document["title"],
        "document": document,
        "content_sha256": content_hash(document),
        "substance_sha256": substance_hash(document),
    }


def of_making(made: Made) -> dict[str, Any]:
    """The columns that say how it came about."""
    return {
        "version": made.version,
        "document_sha256": sha256(made.files["disclosure.json"]),
        "amounts_sha256": made.amounts,
        "approval": made.approval,
        "publish_at": made.publish_at,
        "figures_checked": made.checked,
    }


def database_now() -> datetime:
    """The one clock that decides: the database's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now
