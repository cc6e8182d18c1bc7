"""People and places for tests: the invented city 安澜市, its finance bureau, two departments with units, and a foreign bureau; roles that work."""

from datetime import date

from agencies.models import Agency, AgencyYear, Bureau, Region
from agencies.people.models import UNIT_ROLES, Appointment, Person
from agencies.people.roles import ROLES

YEAR = 2026
PASSWORD = "Lantern-Harbour-72"


def bureau(region="369900", name="安澜市"):
    place, _ = Region.objects.get_or_create(code=region, defaults={"name": name})
    return Bureau.objects.get_or_create(region=place, defaults={"name": f"{name}财政局"})[0]


def agency(code, name, *, of=None, year=YEAR, kind="administrative", **more):
    """A department (three digits) or a unit (six), with its department below it already there."""
    of = of or bureau()
    parent = AgencyYear.objects.filter(region=of.region, year=year, code=code[:3]).first() if len(code) == 6 else None
    one = Agency.objects.create(region=of.region)
    return AgencyYear.objects.create(agency=one, region=of.region, year=year, code=code, name=name, parent=parent, kind=kind, **more)


def person(username, role="", *, on=None, of=None, remit=None, name=None, confirmed=True, **more):
    """Someone with a role that works: held on an agency (an AgencyYear), or on the whole bureau."""
    of = of or bureau()
    duty = ROLES[role].duty if role else "business"
    made = Person(username=username, name=name or username, bureau=of, duty=duty, **more)
    made.set_password(PASSWORD)
    made.save()
    if role:
        appoint(made, role, on=on, remit=remit, confirmed=confirmed)
    return made


def appoint(who, role, *, on=None, remit=None, confirmed=True, since=date(2020, 1, 1), **more):
    chosen = remit if remit is not None else next(iter(ROLES[role].remits), "")
    needs = confirmed and not (role in UNIT_ROLES and on)
    at = {"confirmed_at": "2020-01-01T00:00:00+08:00"} if needs else {}
    return Appointment.objects.create(
        person=who, duty=who.duty, role=role, remit=chosen, bureau=who.bureau, agency=on.agency if on else None, since=since, **at, **more
    )
