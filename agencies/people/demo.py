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


def demo_people() -> list[Person]:
    """Everybody, as often as one likes; raises ImproperlyConfigured in production."""
    if settings.IS_PRODUCTION:
        raise ImproperlyConfigured("the demo has known passwords and is not for production")
    with acting(BY, why="示例账号"):
        bureau, _ = Bureau.objects.get_or_create(region=Region.objects.get(pk=REGION), defaults={"name": "上饶市财政局"})
        agency = AgencyYear.objects.filter(region=REGION, code=DEPARTMENT).latest("year").agency
        return [_someone(code, bureau, agency.pk if role.held == Held.AGENCY else None) for code, role in ROLES.items()]


def _someone(code: str, bureau: Bureau, agency: int | None) -> Person:
    role = ROLES[code]
    said = {"name": f"示例{role.name}", "bureau": bureau, "duty": role.duty, "agency_id": agency}
    person, is_new = Person.objects.get_or_create(username=code.replace("_", "-"), defaults=said)
    if is_new:
        person.set_password(PASSWORD)
        person.password_changed_at = timezone.now()
        person.save()
        confirmed = None if code in UNIT_ROLES else timezone.now()
        Appointment.objects.create(
            person=person, duty=role.duty, role=code, remit=next(iter(role.remits), ""), bureau=bureau, agency_id=agency, since=date(2020, 1, 1),
            confirmed_at=confirmed,
        )  # fmt: skip
    return person
