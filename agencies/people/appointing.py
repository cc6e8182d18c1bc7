"""Appointing people: granted by one, confirmed by another where the post is the bureau's, ended by either. Every change ends the person's sessions."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Agency
from agencies.people.access import may
from agencies.people.models import UNIT_ROLES, Appointment, Notice, Person
from agencies.people.roles import ROLES, Permission
from disclosure.audit.acting import acting


class NotAppointed(ValueError):
    """An appointment is refused, in words for the person who asked."""


def touchable(by: Person) -> QuerySet[Appointment]:
    """What the person may end, lend or hand over: a department what it appoints by itself, nobody his own."""
    rows = Appointment.objects.filter(ended_at=None).exclude(person=by)
    return rows if may(by, Permission.GRANT_ROLES) else rows.filter(role__in=UNIT_ROLES)


def tell(*, person: Person, subject: str, href: str = "") -> None:
    """A message in the product."""
    Notice.objects.create(person=person, subject=subject, href=href)


def end_sessions(person: Person) -> None:
    """Whoever is logged in as the person has to log in again."""
    Person.objects.filter(pk=person.pk).update(credential_version=F("credential_version") + 1)


def grant(
    *, person: Person, role: str, agency: Agency | None, since: date, until: date | None = None, remit: str = "", by: Person, why: str = ""
) -> Appointment:
    """A role for a person; posts of the bureau wait for a second person. Raises NotAppointed."""
    if person == by:
        raise NotAppointed(_("不能给自己授权。请另一位安全管理员办理。"))
    if ROLES[role].duty != person.duty:
        raise NotAppointed(_("这个账号的用途是%(duty)s，不能担任%(role)s。三员和业务岗位必须分开开户。") % _words(person, role))
    try:
        with acting(by, why=why or _("授权")), transaction.atomic():
            made = Appointment.objects.create(
                person=person, duty=person.duty, role=role, remit=remit, bureau=person.bureau, agency=agency, since=since, until=until,
                granted_by=by,
            )  # fmt: skip
            end_sessions(person)
            waits = not (role in UNIT_ROLES and agency)
            tell(person=person, subject=(_("已授权%s，等待复核") if waits else _("已授权%s")) % ROLES[role].name, href="/office/account/")
    except IntegrityError as error:
        raise NotAppointed(_refusal(error, person, role)) from error
    return made


def _words(person: Person, role: str) -> dict[str, object]:
    return {"duty": person.get_duty_display(), "role": ROLES[role].name}


def _refusal(error: IntegrityError, person: Person, role: str) -> str:
    """What the database refused, in words."""
    said = str(error)
    if "appointed_once" in said:
        return _("%(person)s在这里已经是%(role)s。") % {"person": person.name, "role": ROLES[role].name}
    if "role_is_held_where_it_belongs" in said:
        return _("%(role)s不能在这里任职：请核对选的是单位还是财政部门。") % {"role": ROLES[role].name}
    if "remit_belongs_to_its_role" in said:
        return _("请为%(role)s选一项职责，别的角色不选。") % {"role": ROLES[role].name}
    return _("日期、单位或职责不符，没有写入。请核对后再试。")


def confirm(*, appointment: Appointment, by: Person) -> Appointment:
    """The second person agrees; from now on the appointment works. Raises NotAppointed."""
    if by.pk in (appointment.granted_by_id, appointment.person_id):
        raise NotAppointed(_("授权的人和本人不能复核。请另一位系统管理员办理。"))
    with acting(by, why=_("复核授权")):
        appointment.confirmed_by, appointment.confirmed_at = by, timezone.now()
        appointment.save(update_fields=["confirmed_by", "confirmed_at"])
        end_sessions(appointment.person)
        tell(person=appointment.person, subject=_("任职已生效：%s") % appointment.get_role_display(), href="/office/account/")
    return appointment


def end(*, appointment: Appointment, by: Person, why: str) -> Appointment:
    """The appointment, and whoever stands in for it, ends now."""
    with acting(by, why=why):
        now = timezone.now()
        for each in (appointment, *appointment.stand_ins.filter(ended_at=None)):
            each.ended_at = now
            each.save(update_fields=["ended_at"])
            end_sessions(each.person)
            tell(person=each.person, subject=_("任职已终止：%s") % each.get_role_display(), href="/office/account/")
    return appointment


def stand_in(*, appointment: Appointment, person: Person, since: date, until: date, by: Person, why: str) -> Appointment:
    """Someone does another's work during leave, and stops by himself at the end. Raises NotAppointed."""
    if person in (by, appointment.person):
        raise NotAppointed(_("替岗的人不能是本人，也不能是办理的人。"))
    if person.duty != appointment.duty:
        raise NotAppointed(_("这个账号的用途是%(duty)s，不能担任%(role)s。三员和业务岗位必须分开开户。") % _words(person, appointment.role))
    with acting(by, why=why):
        made = Appointment.objects.create(
            person=person, duty=person.duty, role=appointment.role, remit=appointment.remit, bureau=person.bureau, agency=appointment.agency,
            since=since, until=until, stands_in_for=appointment, granted_by=by,
        )  # fmt: skip
        end_sessions(person)
        said = {"role": made.get_role_display(), "since": since, "until": until}
        tell(person=person, subject=_("替岗：%(role)s，%(since)s至%(until)s") % said, href="/office/account/")
    return made


def hand_over(*, person: Person, appointments: Iterable[Appointment], to: Person, by: Person, why: str) -> int:
    """These of the person's appointments go to another, from today; how many. Raises NotAppointed."""
    if to in (person, by):
        raise NotAppointed(_("接手的人不能是本人，也不能是办理的人。"))
    open_ones = [each for each in appointments if each.person_id == person.pk and each.ended_at is None and each.stands_in_for_id is None]
    with acting(by, why=why):
        for each in open_ones:
            end(appointment=each, by=by, why=why)
            grant(
                person=to,
                role=each.role,
                remit=each.remit,
                agency=each.agency,
                since=timezone.localdate(),
                until=each.until,
                by=by,
                why=why,
            )
    return len(open_ones)
