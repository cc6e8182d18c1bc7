"""Enters an agency, its department and its units in the register of a year. Knows no budgets."""

from django.db import transaction

from agencies.models import Agency, AgencyYear, Region
from disclosure.core import facts


@transaction.atomic
def register(*, agency: facts.Agency, year: int) -> tuple[AgencyYear, list[AgencyYear]]:
    """The agency's entry of that year and those of its units, as entered last; its department is made if it is not there."""
    region, _ = Region.objects.get_or_create(code=agency.region, defaults={"name": agency.place})
    parent = _department(region, year, agency.parent) if agency.parent else None
    own = next((unit for unit in agency.units if unit.code == agency.code), None)
    entry = _entry(region, year, own or facts.Member(agency.code, agency.name), parent)
    units = [entry if unit is own else _entry(region, year, unit, entry) for unit in agency.units]
    return entry, units


def _department(region: Region, year: int, member: facts.Member) -> AgencyYear:
    """A department that one of its units names: its own filing, if any, knows better what it is called."""
    found = AgencyYear.objects.filter(region=region, year=year, code=member.code).first()
    return found or _entry(region, year, member, None)


def _entry(region: Region, year: int, member: facts.Member, parent: AgencyYear | None) -> AgencyYear:
    said = {"name": member.name, "kind": member.kind, "parent": parent}
    entry, _ = AgencyYear.objects.update_or_create(
        region=region, year=year, code=member.code, defaults=said, create_defaults=said | {"agency": _agency(region, member.code)}
    )
    return entry


def _agency(region: Region, code: str) -> Agency:
    other_year = AgencyYear.objects.filter(region=region, code=code).order_by("-year").first()
    return other_year.agency if other_year else Agency.objects.create(region=region)
