"""The people of the demo: one of every role in the bureau of the examples, with one password that is printed. Never in production."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from agencies.models import AgencyYear, Bureau, Region
from agencies.people.models import UNIT_ROLES, Appointment, Person
from agencies.people.roles import ROLES, Held
from disclosure.audit.acting import acting

PASSWORD = "Demo-Only-2026"  # noqa: S105
REGION, DEPARTMENT = "361100", "307"
BY = "manage.py demo"


def demo_people(region: str = REGION, department: str = DEPARTMENT) -> dict[str, Person]:
    """Everybody by role, as often as one likes; names of other places than the first carry their region. Raises ImproperlyConfigured in production."""
    if settings.IS_PRODUCTION:
        raise ImproperlyConfigured("the demo has known passwords and is not for production")
    with acting(BY, why="示例账号"):
        place = Region.objects.get(pk=region)
        bureau, _ = Bureau.objects.get_or_create(region=place, defaults={"name": f"{place.name}财政局"})
        agency = AgencyYear.objects.filter(region=region, code=department).latest("year").agency
        return {code: _someone(code, bureau, agency.pk if role.held == Held.AGENCY else None) for code, role in ROLES.items()}


def _someone(code: str, bureau: Bureau, agency: int | None) -> Person:
    role = ROLES[code]
    said = {"name": f"示例{role.name}", "bureau": bureau, "duty": role.duty, "agency_id": agency}
    name = code.replace("_", "-") + ("" if bureau.pk == REGION else f"-{bureau.pk}")
    person, is_new = Person.objects.get_or_create(username=name, defaults=said)
    if is_new:
        person.set_password(PASSWORD)
        person.password_changed_at = timezone.now()
        person.save()
        for remit in role.remits or ("",):
            _appoint(person, code, remit, agency)
    return person


def _appoint(person: Person, code: str, remit: str, agency: int | None) -> None:
    confirmed = None if code in UNIT_ROLES else timezone.now()
    said = {"duty": person.duty, "role": code, "remit": remit, "bureau": person.bureau, "agency_id": agency}
    Appointment.objects.create(person=person, since=date(2020, 1, 1), confirmed_at=confirmed, **said)
