"""Keeping the register: new agencies, changes, and the register of the next year. Who may, the doors say; what no row may violate, the database."""

from django.db import IntegrityError
from django.utils.translation import gettext as _

from agencies.models import Agency, AgencyYear, Bureau, Region
from agencies.people.models import Person
from disclosure.audit.acting import acting


class NotKept(ValueError):
    """The register refuses, in words for the person who asked."""


def department_of(region: str, year: int, code: str) -> AgencyYear | None:
    """The department that a unit's code names; None for a department. Raises NotKept where it is not registered."""
    if len(code) == 3:
        return None
    found = AgencyYear.objects.filter(region=region, year=year, code=code[:3]).first()
    if found is None:
        raise NotKept(_("%(year)s年没有编码为%(code)s的主管部门；请先登记部门，再登记它的单位。") % {"year": year, "code": code[:3]})
    return found


def add_agency(*, bureau: Bureau, year: int, code: str, name: str, kind: str, exemption: str = "", by: Person) -> AgencyYear:
    """A new agency in the register of a year; raises NotKept."""
    parent = department_of(bureau.pk, year, code)
    try:
        with acting(by, why=_("登记单位")):
            agency = Agency.objects.create(region=bureau.region)
            return AgencyYear.objects.create(
                agency=agency, region=bureau.region, year=year, code=code, name=name, kind=kind, exemption=exemption, parent=parent
            )
    except IntegrityError as error:
        raise NotKept(
            _("%(year)s年已经有编码为%(code)s的单位；请换一个编码，或修改原有的那一条。") % {"year": year, "code": code}
        ) from error


def change_agency(*, entry: AgencyYear, name: str, kind: str, exemption: str, why: str, by: Person) -> AgencyYear:
    """What an agency of a year is called and is. Its code moves by reorganisation alone."""
    with acting(by, why=why):
        entry.name, entry.kind, entry.exemption = name, kind, exemption
        entry.save(update_fields=["name", "kind", "exemption"])
    return entry


def carry_register(*, bureau: Bureau, year: int, by: Person) -> int:
    """The register of a year as that of the next, with the same identities; raises NotKept where the next one exists. How many."""
    rows = list(AgencyYear.objects.filter(region=bureau.pk, year=year, until=None).order_by("code"))
    if not rows:
        raise NotKept(_("%(year)s年没有单位名录，无从结转。") % {"year": year})
    if AgencyYear.objects.filter(region=bureau.pk, year=year + 1).exists():
        raise NotKept(_("%(year)s年已经有单位名录；要改请逐个修改，或导入工作簿。") % {"year": year + 1})
    with acting(by, why=_("结转%(year)s年单位名录") % {"year": year}):
        departments = AgencyYear.objects.bulk_create(_next(row, None) for row in rows if row.is_department)
        above = {row.code: row for row in departments}
        AgencyYear.objects.bulk_create(_next(row, above[row.code[:3]]) for row in rows if not row.is_department)
    return len(rows)


def _next(row: AgencyYear, parent: AgencyYear | None) -> AgencyYear:
    return AgencyYear(
        agency_id=row.agency_id,
        region_id=row.region_id,
        year=row.year + 1,
        code=row.code,
        name=row.name,
        kind=row.kind,
        exemption=row.exemption,
        parent=parent,
    )


def add_bureau(*, region: Region, name: str, upper: Bureau, by: Person) -> Bureau:
    """A bureau below the person's own; raises NotKept."""
    try:
        with acting(by, why=_("登记财政部门")):
            return Bureau.objects.create(region=region, name=name, upper=upper)
    except IntegrityError as error:
        raise NotKept(_("%(region)s已经有财政部门。") % {"region": region}) from error


def change_bureau(*, bureau: Bureau, name: str, shows_late: bool, shows_ranks: bool, by: Person) -> Bureau:
    """What the bureau is called, and what it lets the public see beyond what is published."""
    with acting(by, why=_("修改财政部门设置")):
        bureau.name, bureau.shows_late, bureau.shows_ranks = name, shows_late, shows_ranks
        bureau.save(update_fields=["name", "shows_late", "shows_ranks"])
    return bureau
