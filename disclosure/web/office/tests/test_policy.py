"""Every address, role, object and method answers as the policy says; an address that the policy does not know turns this red."""

import time

import pytest
from django.urls import reverse

from agencies.models import Agency, AgencyYear
from agencies.people.models import Appointment, Person
from disclosure.jobs.models import Job
from disclosure.web.office.tests.policy import (
    ALL_METHODS,
    METHODS,
    MINE,
    PLACES,
    ROWS,
    SIMPLE,
    address,
    ask,
    deviations,
    names_of_addresses,
)
from disclosure.web.office.tests.world import prove, walker


def test_every_address_is_in_the_policy_and_every_row_is_an_address():
    names = names_of_addresses()
    assert None not in names and len(names) == len(set(names))
    assert set(names) == set(ROWS) | set(SIMPLE) | set(MINE)


@pytest.mark.parametrize("name", ROWS)
def test_an_address_answers_as_the_policy_says(world, name):
    assert deviations(ROWS[name], world) == []


@pytest.mark.parametrize("name", ROWS)
def test_nobody_enters_without_logging_in(world, name):
    client = walker()
    for method in ALL_METHODS:
        for place in PLACES:
            answer = ask(client, method, address(ROWS[name], getattr(world, place)))
            assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/office/login/")


@pytest.mark.parametrize("name", [name for name, (who, _methods) in SIMPLE.items() if who == "everyone"])
def test_what_everybody_may_asks_for_a_login(world, name):
    answer = walker().get(reverse(name)) if name != "read_notices" else walker().post(reverse(name))
    assert answer.status_code == 302
    allowed = METHODS[SIMPLE[name][1]]
    for method in ALL_METHODS:
        status = ask(walker(world.people["nobody"]), method, reverse(name)).status_code
        assert status < 500 and (status == 405) == (method not in allowed or status == 405)


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.fresh])
def test_what_is_grave_asks_again_who_is_there(world, name):
    row = ROWS[name]
    client = walker(world.people[(row.bureau + row.agency)[0]])
    prove(client, at=time.time() - 301)
    answer = ask(client, "POST", address(row, world.own))
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/office/reauthenticate/totp/")


@pytest.mark.parametrize("name", ROWS)
def test_a_disabled_person_and_one_whose_role_ended_are_refused_at_the_next_request(world, name):
    row = ROWS[name]
    role = (row.bureau + row.agency)[0]
    person, where = world.people[role], address(row, world.own)
    client = walker(person)
    Appointment.objects.filter(person=person).update(ended_at="2026-01-01T00:00+08:00")
    assert ask(client, row.methods[0], where).status_code == 403
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert ask(client, row.methods[0], where).status_code == 302


FOREIGN = {
    "person_new": {"username": "mole", "name": "甲", "duty": "business", "agency": "agency_id"},
    "appointment_new": {"role": "preparer", "since": "2026-01-01", "agency": "agency_id"},
    "person_edit": {"name": "甲", "agency": "agency_id"},
    "person_hand_over": {"to": "person", "why": "工作调动"},
    "appointment_stand_in": {"to": "person", "since": "2026-01-01", "until": "2026-02-01", "why": "休假替岗"},
}


@pytest.mark.parametrize(("name", "role"), [(name, role) for name in FOREIGN for role in ROWS[name].bureau + ROWS[name].agency])
def test_a_foreign_id_in_the_body_changes_nothing(world, name, role):
    row, body = ROWS[name], dict(FOREIGN[name])
    client = walker(world.people[role])
    before = rows_of_people()
    for field, kind in FOREIGN[name].items():
        body[field] = world.foreign.objects.get(kind, kind)
    answer = client.post(address(row, world.own), body)
    assert answer.status_code in (200, 404) and rows_of_people() == before


def rows_of_people():
    return [list(model.objects.order_by("pk").values()) for model in (Person, Appointment, Agency, AgencyYear)]


@pytest.mark.parametrize("name", MINE)
def test_what_is_mine_is_nobody_elses(world, name):
    job = Job.objects.create(kind="release", person=world.people["publisher"], subject="甲", arguments={})
    method, where = METHODS[MINE[name]][0], reverse(name, args=[job.pk])
    assert ask(walker(), method, where).status_code == 302
    for role, person in world.people.items():
        assert ask(walker(person), method, where).status_code == (404 if role != "publisher" else 200 if method == "GET" else 302)


LISTS = (
    "filings",
    "approvals",
    "releases",
    "campaigns",
    "agencies",
    "agencies_export",
    "people",
    "audit",
    "locked",
    "appointments_waiting",
    "bureaus",
    "reports",
    "desk",
)
QUERIES = ("", "?region=369800", "?department=101", "?text=丙", "?year=2026&text=101", "?role=preparer", "?page=999", "?sort=-name")


@pytest.mark.parametrize("name", LISTS)
def test_lists_show_nothing_foreign_whatever_is_asked(world, name):
    row = ROWS.get(name)
    for role in row.bureau + row.agency if row else world.people:
        client = walker(world.people[role])
        for query in QUERIES:
            answer = client.get(reverse(name) + query)
            shown = answer.content.decode(errors="ignore").replace('value="丙"', "")
            assert answer.status_code == 200 and "丙" not in shown
