"""Accounts and appointments over HTTP, from the first account to the hand-over."""

import re

import pytest

from agencies.models import AgencyYear
from agencies.people.access import held
from agencies.people.models import Appointment, Notice, Person
from disclosure.audit.models import Entry
from disclosure.web.office.tests.world import walker


def as_(world, role):
    return walker(world.people[role])


def roles(who):
    return {each.role for each in held(Person.objects.get(pk=who.pk))}


def appointment(client, who, **said):
    return client.post(f"/office/people/{who.pk}/appointments/new/", {"since": "2026-01-01", **said})


def test_a_department_opens_an_account_and_appoints_in_its_unit(world):
    client, unit = as_(world, "department_reviewer"), world.own.objects["agency_id"]
    page = client.post(
        "/office/people/new/", {"username": "new-clerk", "name": "新填报人", "duty": "business", "agency": unit}
    ).content.decode()
    made = Person.objects.get(username="new-clerk")
    assert re.search(r">[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}<", page) and not made.has_usable_password()
    assert appointment(client, made, role="preparer", agency=unit).status_code == 302
    assert roles(made) == {"preparer"}
    assert Entry.objects.filter(table="people_appointment", actor="department-reviewer").exists()


def test_a_department_appoints_to_nothing_else(world):
    who = Person.objects.get(pk=world.own.objects["person"])
    for role in ("publisher", "lead_reviewer", "audit_administrator"):
        assert appointment(as_(world, "department_reviewer"), who, role=role, agency=world.own.objects["agency_id"]).status_code == 200
    assert roles(who) == {"preparer"}


def test_a_post_of_the_bureau_takes_two(world):
    who = world.people["nobody"]
    assert appointment(as_(world, "security_administrator"), who, role="lead_reviewer", remit="budget").status_code == 302
    assert roles(who) == set()
    waiting = Appointment.objects.get(person=who)
    assert as_(world, "system_administrator").post(f"/office/appointments/{waiting.pk}/confirm/").status_code == 302
    assert roles(who) == {"lead_reviewer"} and Notice.objects.filter(person=who).count() == 2


def test_a_wrong_combination_is_told_in_words(world):
    client = as_(world, "security_administrator")
    for said, words in (
        ({"role": "lead_reviewer"}, "请为综合股审核选一项职责"),
        ({"role": "preparer"}, "填报人不能在这里任职"),
        ({"role": "audit_administrator"}, "三员和业务岗位必须分开开户"),
        ({"role": "publisher", "until": "2025-01-01"}, "止日早于起日"),
    ):
        assert words in appointment(client, world.people["nobody"], **said).content.decode()


def test_nobody_appoints_himself(world):
    own = world.people["security_administrator"]
    assert "不能给自己授权" in appointment(as_(world, "security_administrator"), own, role="security_administrator").content.decode()


def test_a_reset_takes_password_and_factor_and_shows_a_code_once(world):
    who = Person.objects.get(pk=world.own.objects["person"])
    client = as_(world, "system_administrator")
    page = client.post(f"/office/people/{who.pk}/reset/", {"why": "换手机丢失口令"}).content.decode()
    assert "把这个口令当面交给" in page and not who.authenticator_set.exists()
    assert "把这个口令当面交给" not in client.get(f"/office/people/{who.pk}/").content.decode()


@pytest.mark.parametrize("role", ["security_administrator", "audit_administrator", "system_administrator"])
def test_administrators_are_not_reset_here(world, role):
    who = world.people[role]
    assert as_(world, "system_administrator").post(f"/office/people/{who.pk}/reset/", {"why": "换手机丢失口令"}).status_code == 404


def test_a_stand_in_works_for_his_time(world):
    clerk = Person.objects.get(pk=world.own.objects["person"])
    client, given = as_(world, "department_reviewer"), world.own.objects["appointment"]
    other = Person.objects.create(username="stand-in", name="替岗人", bureau=clerk.bureau, agency=clerk.agency)
    said = {"to": other.pk, "since": "2020-01-01", "until": "2099-01-01", "why": "休产假替岗"}
    assert client.post(f"/office/appointments/{given}/stand-in/", said).status_code == 302
    assert roles(other) == {"preparer"}
    Appointment.objects.filter(person=other).update(until="2020-02-01")
    assert roles(other) == set()


def test_a_hand_over_moves_everything_and_ends_the_old(world):
    clerk = Person.objects.get(pk=world.own.objects["person"])
    other = Person.objects.create(username="heir", name="接手人", bureau=clerk.bureau, agency=clerk.agency)
    client = as_(world, "security_administrator")
    assert client.post(f"/office/people/{clerk.pk}/hand-over/", {"to": other.pk, "why": "工作调动移交"}).status_code == 302
    assert roles(clerk) == set() and roles(other) == {"preparer"}
    assert Appointment.objects.waiting().filter(person=other, role="publisher").exists()


def test_a_disabled_person_is_nobody_and_comes_back(world):
    who = Person.objects.get(pk=world.own.objects["person"])
    client, theirs = as_(world, "system_administrator"), walker(who)
    assert theirs.get("/office/desk/").status_code == 200
    client.post(f"/office/people/{who.pk}/disable/", {"why": "离职停用账号"})
    assert theirs.get("/office/desk/").status_code == 302
    client.post(f"/office/people/{who.pk}/enable/", {"why": "回到原岗位"})
    assert walker(Person.objects.get(pk=who.pk)).get("/office/desk/").status_code == 200


def test_a_locked_name_is_set_free(world):
    who = Person.objects.get(pk=world.own.objects["person"])
    who.set_password("Lantern-Harbour-72")
    who.save()
    guest = walker()
    for _ in range(5):
        guest.post("/office/login/", {"login": who.username, "password": "x"})
    right = {"login": who.username, "password": "Lantern-Harbour-72"}
    assert guest.post("/office/login/", right).status_code == 200
    client = as_(world, "security_administrator")
    assert "输错5次" in client.get("/office/people/locked/").content.decode()
    assert client.post(f"/office/people/{who.pk}/unlock/").status_code == 302
    assert guest.post("/office/login/", right).status_code == 302


def test_an_exempt_agency_is_told_as_such(world):
    AgencyYear.objects.filter(pk=world.own.objects["agency"]).update(exemption="国家安全")
    assert "免予公开" in as_(world, "lead_reviewer").get(f"/office/agencies/{world.own.objects['agency']}/").content.decode()


def test_a_department_touches_only_what_it_appoints_itself(world):
    client, clerk = as_(world, "department_reviewer"), Person.objects.get(pk=world.own.objects["person"])
    publisher, own = Appointment.objects.get(person=clerk, role="publisher"), Appointment.objects.get(role="department_reviewer")
    for each in (publisher, own):
        assert client.post(f"/office/appointments/{each.pk}/end/", {"why": "不归我管"}).status_code == 404
    other = Person.objects.create(username="heir", name="接手人", bureau=clerk.bureau, agency=clerk.agency)
    assert client.post(f"/office/people/{clerk.pk}/hand-over/", {"to": other.pk, "why": "工作调动移交"}).status_code == 302
    assert {each.role for each in Appointment.objects.filter(person=clerk, ended_at=None)} == {"publisher"}
    assert {each.role for each in Appointment.objects.filter(person=other)} == {"preparer"}


def test_nobody_ends_his_own(world):
    own = Appointment.objects.get(role="security_administrator")
    assert as_(world, "security_administrator").post(f"/office/appointments/{own.pk}/end/", {"why": "不想干了吧"}).status_code == 404
