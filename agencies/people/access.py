"""Who reaches what: one function gives an object, or a 404 that does not tell whether it exists. Knows no view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Max, Model, Q, QuerySet
from django.http import Http404

from agencies.models import Agency, AgencyYear, Bureau, TreeDraft
from agencies.people.models import Appointment, Person
from agencies.people.roles import ROLES, Permission
from disclosure.audit.models import Entry

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Reach:
    """Where a permission holds for a person: in the whole bureau, or on agencies and what lies below them."""

    bureau: str
    whole: bool
    agencies: frozenset[int]

    @property
    def is_nowhere(self) -> bool:
        return not self.whole and not self.agencies


def held(person: Person) -> list[Appointment]:
    """The person's appointments in force; asked once for each person that a request has loaded."""
    if "_held" not in person.__dict__:
        person.__dict__["_held"] = list(Appointment.objects.in_force().filter(person=person)) if person.is_active else []
    found: list[Appointment] = person.__dict__["_held"]
    return found


def may(person: Person, permission: Permission) -> bool:
    """Whether the person holds any role that allows it, wherever."""
    return any(ROLES[each.role].allows(permission) for each in held(person))


def reach(person: Person, permission: Permission) -> Reach:
    """Where the permission holds."""
    allowing = [each for each in held(person) if ROLES[each.role].allows(permission)]
    agencies = frozenset(each.agency_id for each in allowing if each.agency_id is not None)
    return Reach(person.bureau_id, any(each.agency_id is None for each in allowing), agencies)


def agencies_below(agencies: frozenset[int]) -> QuerySet[Agency]:
    """The agencies and the units that are theirs in the newest year of the register."""
    newest = AgencyYear.objects.filter(agency__in=agencies).aggregate(year=Max("year"))["year"]
    return Agency.objects.filter(Q(pk__in=agencies) | Q(agencyyear__year=newest, agencyyear__parent__agency__in=agencies)).distinct()


def _of_agency(reach: Reach, path: str) -> Q:
    return Q(**{f"{path}__in": agencies_below(reach.agencies).values("pk")})


def _trail(reach: Reach) -> Q:
    """What the bureau's people did; what nobody of a bureau did (commands, unknown names) belongs to the bureau above all."""
    tops = Bureau.objects.filter(upper=None).values("pk")
    return Q(bureau=reach.bureau) | Q(bureau="", pk__isnull=not Bureau.objects.filter(pk=reach.bureau, pk__in=tops).exists())


# How a reach falls on a model: the whole bureau, or the agencies. A model that is missing here is reached by nobody. Rooms above declare theirs.
SCOPES: dict[type[Model], Callable[[Reach], Q]] = {
    Bureau: lambda reach: Q(region=reach.bureau),
    Agency: lambda reach: Q(region=reach.bureau) if reach.whole else _of_agency(reach, "pk"),
    # a unit of a year belongs to the department of that year
    AgencyYear: lambda reach: (
        Q(region=reach.bureau) if reach.whole else Q(agency__in=reach.agencies) | Q(parent__agency__in=reach.agencies)
    ),
    Person: lambda reach: Q(bureau=reach.bureau) if reach.whole else _of_agency(reach, "agency"),
    Appointment: lambda reach: Q(bureau=reach.bureau) if reach.whole else _of_agency(reach, "agency"),
    TreeDraft: lambda reach: Q(bureau=reach.bureau) if reach.whole else Q(pk=None),
    Entry: _trail,
}


def within(rows: QuerySet[M], *, by: Person, permission: Permission) -> QuerySet[M]:
    """The rows that the person reaches with the permission."""
    where = reach(by, permission)
    if where.is_nowhere or rows.model not in SCOPES:
        return rows.none()
    return rows.filter(SCOPES[rows.model](where))


def found(rows: QuerySet[M], *, by: Person, permission: Permission, **lookup: Any) -> M:
    """The one row that the lookup names, if the person reaches it; else 404, whether it exists or not."""
    one = within(rows, by=by, permission=permission).filter(**lookup).first()
    if one is None:
        raise Http404
    return one
