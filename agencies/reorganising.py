"""Reorganisation within a year: what would happen is a list of steps, shown before; then all of them or none. Published documents stay where they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError
from django.utils.translation import gettext as _

from agencies.keeping import NotKept, department_of
from agencies.models import Agency, AgencyYear, Bureau, Reorganisation, Succession
from agencies.people.appointing import end_sessions, tell
from agencies.people.models import Appointment, Person
from disclosure.audit.acting import acting


@dataclass(frozen=True)
class Newcomer:
    """An agency that begins: its code and name in the register."""

    code: str
    name: str


@dataclass(frozen=True)
class Order:
    """What the paper says. `newcomers`: one for a merger or a move (its new code), two or more for a split, none for an abolition."""

    kind: str
    year: int
    on: date
    why: str
    leaving: tuple[int, ...]
    newcomers: tuple[Newcomer, ...] = ()


@dataclass
class Effects:
    """What an order does, in the words of its preview."""

    ending: list[AgencyYear] = field(default_factory=list)
    beginning: list[Newcomer] = field(default_factory=list)
    moving: list[tuple[AgencyYear, str]] = field(default_factory=list)
    people: list[Appointment] = field(default_factory=list)


def leaving_of(order: Order, bureau: Bureau) -> list[AgencyYear]:
    """The agencies that the order names, of this bureau and year; raises NotKept where one is not there or ended already."""
    found = list(AgencyYear.objects.filter(pk__in=order.leaving, region=bureau.pk, year=order.year, until=None).order_by("code"))
    if len(found) != len(set(order.leaving)) or not found:
        raise NotKept(_("选的单位不在%(year)s年的名录里，或者已经撤并。请重新选。") % {"year": order.year})
    return found


def problems(order: Order, bureau: Bureau) -> Iterator[str]:
    """What is wrong with an order, in words."""
    leaving = leaving_of(order, bureau)
    wanted = {
        Reorganisation.MERGE: (2, 1, 1),
        Reorganisation.SPLIT: (1, 2, 9),
        Reorganisation.MOVE: (1, 1, 1),
        Reorganisation.ABOLISH: (1, 0, 0),
    }
    fewest, least, most = wanted[Reorganisation(order.kind)]
    if len(leaving) < fewest or (fewest == 1 and len(leaving) > 1 and order.kind != Reorganisation.ABOLISH):
        yield _("合并至少选两个单位，分立和划转只选一个。")
    if not least <= len(order.newcomers) <= most:
        yield _("合并和划转写一个新编码，分立至少写两个，撤销不写。")
    if order.on.year != order.year:
        yield _("生效日期%(on)s不在%(year)s年。") % {"on": order.on, "year": order.year}
    if order.kind in (Reorganisation.MOVE, Reorganisation.ABOLISH):
        yield from (
            _("%(name)s还有所属单位，请先处理它们。") % {"name": each.name} for each in leaving if each.units.filter(until=None).exists()
        )
    codes = [each.code for each in order.newcomers]
    for code in codes:
        if codes.count(code) > 1 or AgencyYear.objects.filter(region=bureau.pk, year=order.year, code=code).exists():
            yield _("编码%(code)s已经有单位用，换一个。") % {"code": code}


def effects(order: Order, bureau: Bureau) -> Effects:
    """Everything that will happen; raises NotKept with the first problem."""
    for problem in problems(order, bureau):
        raise NotKept(problem)
    leaving = leaving_of(order, bureau)
    told = Effects(beginning=[] if order.kind == Reorganisation.MOVE else list(order.newcomers))
    if order.kind == Reorganisation.MOVE:
        told.moving = [(leaving[0], order.newcomers[0].code)]
    else:
        told.ending = leaving
        told.people = list(
            Appointment.objects.filter(agency__in=[each.agency_id for each in leaving], ended_at=None)
            .select_related("person")
            .order_by("pk")
        )
    return told


def reorganise(*, order: Order, bureau: Bureau, by: Person) -> Effects:
    """The order is carried out as a whole, or refused as a whole. Raises NotKept."""
    try:
        with acting(by, why=order.why):
            Bureau.objects.select_for_update().get(pk=bureau.pk)
            told = effects(order, bureau)
            move(order, told) if told.moving else replace(order, told, bureau)
    except IntegrityError as error:
        raise NotKept(_("编码和名录里的冲突，没有写入任何内容。请核对新编码。")) from error
    return told


def move(order: Order, told: Effects) -> None:
    """A unit goes to another department under a new code, and stays who it is."""
    (entry, code), newcomer = told.moving[0], order.newcomers[0]
    entry.code, entry.name, entry.parent = code, newcomer.name or entry.name, department_of(entry.region_id, entry.year, code)
    entry.save(update_fields=["code", "name", "parent"])
    _succeed(entry, entry.agency, order)


def replace(order: Order, told: Effects, bureau: Bureau) -> None:
    """The old ones end, the new ones begin, and every old one leads to every new one; who worked there does so no longer."""
    begun = [begin(newcomer, order, told.ending[0], bureau) for newcomer in order.newcomers]
    for entry in told.ending:
        AgencyYear.objects.filter(pk=entry.pk).update(until=order.on)
        for agency in begun:
            _succeed(entry, agency, order)
        if not begun:
            _succeed(entry, None, order)
    for appointment in told.people:
        Appointment.objects.filter(pk=appointment.pk).update(until=order.on)
        end_sessions(appointment.person)
        tell(person=appointment.person, subject=_("%(on)s起机构调整，您在原单位的任职到期，请等新的任职") % {"on": order.on})


def begin(newcomer: Newcomer, order: Order, like: AgencyYear, bureau: Bureau) -> Agency:
    agency = Agency.objects.create(region=bureau.region)
    parent = department_of(bureau.pk, order.year, newcomer.code)
    said = {"code": newcomer.code, "name": newcomer.name, "kind": like.kind, "parent": parent, "since": order.on}
    AgencyYear.objects.create(agency=agency, region=bureau.region, year=order.year, **said)
    return agency


def _succeed(entry: AgencyYear, agency: Agency | None, order: Order) -> None:
    Succession.objects.create(
        from_agency_id=entry.agency_id, to_agency=agency, region_id=entry.region_id, kind=order.kind, on=order.on, why=order.why
    )
