"""What the database refuses of people, whatever the code says; and what the trail tells of them."""

import itertools

import pytest
from django.db import IntegrityError, connection, transaction

from agencies.people.models import Appointment, Person
from agencies.people.roles import ROLES, Duty, Held
from agencies.tests.places import agency, appoint, bureau, person
from disclosure.audit.acting import acting
from disclosure.audit.models import Entry

INSERT = """
INSERT INTO people_appointment (person_id, duty, role, remit, bureau_id, agency_id, since, granted_by_id, confirmed_by_id)
VALUES (%s, %s, %s, %s, %s, %s, '2026-01-01', %s, %s)
"""


def insert(who, role, *, duty=None, of=None, on=None, granted=None, confirmed=None):
    remit = next(iter(ROLES[role].remits), "")
    needs_agency = ROLES[role].held == Held.AGENCY
    place = on.agency_id if on else (agency("199", "某局", of=bureau()).agency_id if needs_agency else None)
    values = [
        who.pk,
        duty or ROLES[role].duty,
        role,
        remit,
        (of or who.bureau).pk,
        place,
        granted and granted.pk,
        confirmed and confirmed.pk,
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(INSERT, values)


def test_an_administrator_is_one_of_three_and_nothing_else(db):
    """Every duty with every role: only those of the duty go in, whatever duty the row pretends."""
    went_in = set()
    for number, (duty, role, told) in enumerate(itertools.product(Duty, ROLES, Duty)):
        who = Person.objects.create(username=f"p{number:03d}", name="甲", bureau=bureau(), duty=duty)
        try:
            insert(who, role, duty=told, on=agency(f"{100 + number}", "某局")) if ROLES[role].held == Held.AGENCY else insert(
                who, role, duty=told
            )
            went_in.add((duty, role))
        except IntegrityError:
            continue
    assert number >= 100 and went_in == {(role.duty, role.code) for role in ROLES.values()}


def test_no_role_crosses_a_bureau(db):
    theirs = bureau("369800", "邻水市")
    who = person("clerk")
    for attempt in ({"of": theirs}, {"on": agency("101", "邻水甲局", of=theirs)}):
        with pytest.raises(IntegrityError, match="role_(stays_in_the|is_held_in_the)_bureau"):
            insert(who, "preparer", **attempt)
    with pytest.raises(IntegrityError, match="person_works_in_the_bureau"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("UPDATE people_person SET agency_id = %s WHERE id = %s", [agency("102", "邻水乙局", of=theirs).agency_id, who.pk])


def test_nobody_appoints_or_confirms_himself_and_a_second_person_confirms(db):
    who, security = person("clerk"), person("security", "security_administrator")
    with pytest.raises(IntegrityError, match="nobody_appoints_himself"):
        insert(who, "preparer", granted=who)
    with pytest.raises(IntegrityError, match="nobody_appoints_himself"):
        insert(who, "preparer", on=agency("102", "某局"), confirmed=who)
    with pytest.raises(IntegrityError, match="a_second_person_confirms"):
        insert(who, "preparer", on=agency("103", "某局"), granted=security, confirmed=security)


def test_a_post_of_the_bureau_works_when_it_is_confirmed(db):
    who = person("lead")
    made = appoint(who, "lead_reviewer", confirmed=False)
    assert not Appointment.objects.in_force().exists() and list(Appointment.objects.waiting()) == [made]
    Appointment.objects.update(confirmed_at="2026-01-01T00:00+08:00")
    assert list(Appointment.objects.in_force()) == [made] and not Appointment.objects.waiting().exists()


def test_the_trail_tells_what_changed_and_no_secret(db):
    with acting("manage.py demo", why="开户"):
        who = person("clerk", name="填报甲")
    who.name = "填报乙"
    who.set_password("another")
    who.save()
    made, changed = Entry.objects.filter(table="people_person").order_by("id")
    assert (made.actor, made.why, made.after["name"], made.after["password"]) == ("manage.py demo", "开户", "填报甲", "（不记录）")
    assert (changed.action, changed.before["name"], changed.after["name"], changed.actor) == ("update", "填报甲", "填报乙", "")
    assert "argon2" not in str(made.after) + str(changed.after) + str(changed.before)
