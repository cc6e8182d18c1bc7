"""manage.py first_people REGION: the bureau of a region and its three administrators, whose one-time codes are printed once.

With --reset NAME an administrator who lost password or phone gets a new code: nobody inside can take over an administrator's account.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from agencies.models import Bureau, Region
from agencies.people.accounts import NotOpened, open_account, reset_by_command
from agencies.people.models import Appointment, Person
from agencies.people.roles import ROLES, Duty
from disclosure.audit.acting import acting

BY = "manage.py first_people"


class Command(BaseCommand):
    """Opens the door for the first three."""

    help = "建立一个地区的财政部门和三个管理员（系统、安全、审计），打印一次性口令；--reset 重置其中一个。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("region", help="行政区划代码，如361100")
        parser.add_argument("--name", default="", help="财政部门的名称，如安澜市财政局")
        parser.add_argument("--upper", default="", help="上级财政部门的行政区划代码")
        parser.add_argument("--reset", default="", metavar="USERNAME", help="重置这个管理员的账号")

    @transaction.atomic
    def handle(self, *, region: str, name: str, upper: str, reset: str, **options: Any) -> None:
        if reset:
            self.say(*reset_one(reset, region))
            return
        bureau = bureau_of(region, name, upper)
        if Person.objects.filter(bureau=bureau).exclude(duty=Duty.BUSINESS).exists():
            raise CommandError(f"{bureau}已经有管理员；账号进不去时用 --reset 用户名。")
        for role in [each for each in ROLES.values() if each.duty != Duty.BUSINESS]:
            self.say(*administrator(bureau, role.code))

    def say(self, person: Person, code: str) -> None:
        self.stdout.write(f"{person.name}：用户名 {person.username}，一次性口令 {code}（24小时内有效，只显示这一次）")


def reset_one(username: str, region: str) -> tuple[Person, str]:
    try:
        return reset_by_command(username=username, bureau=region, by=BY)
    except NotOpened as error:
        raise CommandError(str(error)) from error


def bureau_of(region: str, name: str, upper: str) -> Bureau:
    """The region's bureau, made if it is not there."""
    place = Region.objects.filter(pk=region).first()
    if place is None:
        raise CommandError(f"没有行政区划代码{region}；先运行 manage.py load_regions。")
    above = Bureau.objects.filter(pk=upper).first()
    if upper and above is None:
        raise CommandError(f"没有上级财政部门{upper}。")
    with acting(BY, why="建立财政部门"):
        return Bureau.objects.get_or_create(region=place, defaults={"name": name or f"{place.name}财政局", "upper": above})[0]


def administrator(bureau: Bureau, code: str) -> tuple[Person, str]:
    """One of the three, appointed by the command: there is nobody else yet who could."""
    role = ROLES[code]
    username = f"{role.duty}-{bureau.pk}"
    person, once = open_account(username=username, name=str(role.name), bureau=bureau, agency=None, duty=str(role.duty), by=BY)
    with acting(BY, why="建立首任管理员"):
        Appointment.objects.create(
            person=person, duty=role.duty, role=code, bureau=bureau, since=timezone.localdate(), confirmed_at=timezone.now()
        )
    return person, once
