"""Releases a filing: assembled, rendered, read back and stored, or refused as a whole. Nothing is written at the second itself."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from disclosure.core.facts import Facts
from disclosure.exports.files import MEDIA_TYPES, write_files
from disclosure.exports.shape import Document, Finding
from disclosure.filings.models import Filing
from disclosure.filings.reading import read_facts
from disclosure.releases.around import around
from disclosure.releases.assemble import Imprint, assemble
from disclosure.releases.models import Release, ReleaseFile
from disclosure.releases.opening import open_template


class NotReleasable(ValueError):
    """Findings of level error; the release is refused."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("；".join(f"{each['rule']} {each['message']}" for each in findings))
        self.findings = findings


def release_filing(*, filing: Filing, by: str, publish_at: datetime, site: str) -> Release:
    """A new version of the filing's document, public from publish_at. Raises NotReleasable, or FiguresDiffer from the read-back."""
    facts = read_facts(filing.pk)
    version = last_version(facts) + 1
    imprint = imprint_of(facts, version, publish_at, site)
    document = assemble(facts, open_template(facts), imprint=imprint, around=around(filing, facts))
    refuse_errors(document)
    files, checked = write_files(document)
    return store(filing=filing, version=version, by=by, publish_at=publish_at, document=document, files=files, checked=checked)


def refuse_errors(document: Document) -> None:
    """A document with errors is not released; one made elsewhere is, with what was found shown on it."""
    errors = [finding for finding in document["findings"] if finding["level"] == "error" and document["origin"] == "entered"]
    if errors:
        raise NotReleasable(errors)


def imprint_of(facts: Facts, version: int, publish_at: datetime, site: str) -> Imprint:
    """What the document says about its own release."""
    address = f"{site}/{facts.agency.region}/{facts.agency.code}/{facts.year}/{facts.kind}/"
    return Imprint(facts.agency.place, version, timezone.localtime(publish_at).isoformat(timespec="seconds"), address)


def last_version(facts: Facts) -> int:
    """The highest version so far, published or not."""
    versions = Release.objects.filter(region=facts.agency.region, agency_code=facts.agency.code, year=facts.year, kind=facts.kind)
    return max(versions.values_list("version", flat=True), default=0)


@transaction.atomic
def store(
    *, filing: Filing, version: int, by: str, publish_at: datetime, document: Document, files: Mapping[str, bytes], checked: int
) -> Release:
    """The release and its files, together or not at all."""
    agency = document["agency"]
    release = Release.objects.create(
        filing=filing,
        region=agency["region"],
        agency_code=agency["code"],
        agency_name=agency["name"],
        year=document["year"],
        kind=document["kind"],
        scope=document["scope"],
        version=version,
        title=document["title"],
        document=document,
        document_sha256=sha256(files["disclosure.json"]),
        content_sha256=content_hash(document),
        publish_at=publish_at,
        figures_checked=checked,
        by=by,
    )
    ReleaseFile.objects.bulk_create(
        ReleaseFile(
            release=release, name=name, media_type=MEDIA_TYPES[name.rpartition(".")[2]], size=len(body), sha256=sha256(body), body=body
        )
        for name, body in files.items()
    )
    return release


def sha256(body: bytes) -> str:
    """The check value that pages and files print."""
    return hashlib.sha256(body).hexdigest()


def content_hash(document: Document) -> str:
    """The check value of what the document says, whatever version says it."""
    content = {key: value for key, value in document.items() if key != "imprint"}
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode())
