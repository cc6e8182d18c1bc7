"""Enters an agency, its department and its units in the register of a year. Knows no budgets."""

from django.db import transaction

from agencies.models import Agency, AgencyYear, Region
from disclosure.core import facts


@transaction.atomic
def register(*, agency: facts.Agency, year: int) -> AgencyYear:
    """The agency's entry of that year, made if it is not there; its units and its department with it."""
    region, _ = Region.objects.get_or_create(code=agency.region, defaults={"name": agency.place})
    parent = _entry(region, year, agency.parent, None) if agency.parent else None
    kind = agency.units[0].kind
    entry = _entry(region, year, facts.Member(agency.code, agency.name, kind), parent)
    for unit in agency.units:
        if unit.code != agency.code:
            _entry(region, year, unit, entry)
    return entry


def _entry(region: Region, year: int, member: facts.Member, parent: AgencyYear | None) -> AgencyYear:
    found = AgencyYear.objects.filter(region=region, year=year, code=member.code).first()
    if found:
        return found
    agency = _agency(region, member.code)
    return AgencyYear.objects.create(
        agency=agency, region=region, year=year, code=member.code, name=member.name, kind=member.kind, parent=parent
    )


def _agency(region: Region, code: str) -> Agency:
    other_year = AgencyYear.objects.filter(region=region, code=code).order_by("-year").first()
    return other_year.agency if other_year else Agency.objects.create(region=region)
