"""What a report may be about: what is public, and nothing else. What is not public yet is as if it did not exist. Knows no address."""

from agencies.models import AgencyYear, Bureau
from disclosure.filings.models import Approval
from disclosure.releases.models import Happening, Release
from disclosure.reports.receiving import Subject


def of_region(region: str) -> Subject | None:
    """The disclosure of a region that has a finance bureau here."""
    bureau = Bureau.objects.filter(region=region).first()
    return Subject(bureau) if bureau else None


def of_agency(region: str, code: str) -> Subject | None:
    """An agency that has published something, or that is due and whose bureau names who is late."""
    row = AgencyYear.objects.filter(region=region, code=code, exemption="").order_by("-year").first()
    bureau = Bureau.objects.filter(region=region).first()
    if row is None or bureau is None:
        return None
    is_named = bureau.shows_late and Approval.objects.filter(agency_year__agency=row.agency).exists()
    if not is_named and not Release.objects.in_force().filter(region=region, agency_code=code).exists():
        return None
    return Subject(bureau, row.agency, code, row.name)


def of_release(region: str, code: str, year: str, kind: str, version: str = "") -> Subject | None:
    """A version that is public; the one in force where none is named."""
    releases = Release.objects.published().without(Happening.WITHDRAWN, Happening.PURGED)
    named = releases.filter(region=region, agency_code=code, year=year, kind=kind).exclude(filing__agency_year__exemption__gt="")
    found = named.filter(version=version) if version else named
    release = found.select_related("filing__agency_year__agency").defer("document").order_by("-version").first()
    bureau = Bureau.objects.filter(region=region).first()
    if release is None or bureau is None:
        return None
    return Subject(bureau, release.filing.agency_year.agency, code, release.agency_name, release)
