"""manage.py load_regions, first_people and the people of the demo."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from agencies.models import Bureau, Region
from agencies.people.access import may
from agencies.people.demo import demo_people
from agencies.people.models import Appointment, Person
from agencies.people.one_time_codes import valid_code
from agencies.people.roles import ROLES, Permission
from agencies.tests.places import agency, bureau, person
from disclosure.audit.models import Entry


def test_regions_are_loaded_once_and_corrected(db, capsys):
    Region.objects.create(code="361100", name="旧名")
    call_command("load_regions")
    call_command("load_regions")
    assert "载入了3,401个行政区划" in capsys.readouterr().out
    assert Region.objects.count() == 3401 and Region.objects.get(pk="361100").name == "上饶市"
    assert [Region.objects.get(pk=code).level for code in ("360000", "361100", "361102")] == ["province", "city", "county"]


@pytest.fixture
def region(db):
    return Region.objects.create(code="369900", name="安澜市")


def codes_in(text):
    return dict(re.findall(r"用户名 (\S+)，一次性口令 ([A-Z2-9-]{14})", text))


def test_the_first_three_are_made_with_their_codes(region, capsys):
    call_command("first_people", "369900")
    codes = codes_in(capsys.readouterr().out)
    assert set(codes) == {"system-369900", "security-369900", "audit-369900"}
    people = {each.username: each for each in Person.objects.all()}
    assert all(valid_code(people[name], code) for name, code in codes.items())
    assert may(people["audit-369900"], Permission.SEE_AUDIT) and not may(people["audit-369900"], Permission.GRANT_ROLES)
    assert Bureau.objects.get().name == "安澜市财政局" and Entry.objects.filter(actor="manage.py first_people").exists()


def test_they_are_made_once(region):
    call_command("first_people", "369900", verbosity=0)
    with pytest.raises(CommandError, match="已经有管理员；账号进不去时用 --reset"):
        call_command("first_people", "369900")
    assert Person.objects.count() == 3


def test_an_administrator_is_reset_here_and_nobody_else(region, capsys):
    call_command("first_people", "369900", verbosity=0)
    before = codes_in(capsys.readouterr().out)
    call_command("first_people", "369900", reset="audit-369900")
    assert codes_in(capsys.readouterr().out)["audit-369900"] != before["audit-369900"]
    person("clerk", of=bureau())
    for name in ("clerk", "nobody"):
        with pytest.raises(CommandError, match="没有管理员"):
            call_command("first_people", "369900", reset=name)


@pytest.mark.parametrize(
    ("arguments", "words"), [(("111111",), "没有行政区划代码111111"), (("369900", "--upper", "1"), "没有上级财政部门1")]
)
def test_what_is_not_there_is_told(region, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("first_people", *arguments)


def test_the_demo_has_one_of_every_role_and_never_in_production(db, settings):
    call_command("load_regions", verbosity=0)
    of = Bureau.objects.create(region=Region.objects.get(pk="361100"), name="上饶市财政局")
    agency("307", "医疗保障局", of=of)
    demo_people()
    demo_people()
    assert set(Appointment.objects.in_force().values_list("role", flat=True)) == set(ROLES) and Person.objects.count() == len(ROLES)
    settings.IS_PRODUCTION = True
    with pytest.raises(ImproperlyConfigured):
        demo_people()
