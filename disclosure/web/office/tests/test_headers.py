"""What every answer of the office carries, and that nothing of it is ever kept by a cache."""

import pytest
from django.test import Client

from disclosure.audit.models import Entry
from disclosure.web.office.tests.policy import ROWS, address, ask
from disclosure.web.office.tests.world import walker


def sealed(answer):
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == answer["Cross-Origin-Opener-Policy"] == answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "unsafe" not in answer["Content-Security-Policy"] and answer["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "role", ["preparer", "lead_reviewer", "system_administrator", "security_administrator", "audit_administrator", None]
)
def test_every_answer_to_every_role(world, role):
    client = walker(world.people[role] if role else None)
    for row in ROWS.values():
        for method in ("GET", "POST", "DELETE"):
            sealed(ask(client, method, address(row, world.foreign)))
    for where in ("/office/login/", "/office/activate/", "/office/nowhere/", "/office/desk/", "/office/desk", "/office/account/style.css"):
        sealed(client.get(where))


def test_a_form_without_its_token_writes_nothing(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.people["lead_reviewer"], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post("/office/agencies/new/", {"year": 2026, "code": "109", "name": "某局", "kind": "administrative"})
    assert answer.status_code == 403 and "页面开得太久" in answer.content.decode()
    sealed(answer)


def test_a_public_answer_knows_no_session(world):
    client = walker(world.people["lead_reviewer"])
    answer = client.get("/")
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "") and answer["Cache-Control"] == "public, max-age=1"


@pytest.mark.parametrize("size", [("name", "名" * 3_000_000), ("name", "\x00")])
def test_a_body_that_is_too_large_or_holds_a_nul_is_no_error_of_ours(world, size):
    answer = walker(world.people["lead_reviewer"]).post(
        "/office/agencies/new/", {"year": 2026, "code": "109", "kind": "administrative", size[0]: size[1]}
    )
    assert answer.status_code in (200, 400)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80@evil", ""])
def test_a_wrong_host_is_refused(world, host):
    assert walker().get("/office/login/", headers={"Host": host}).status_code == 400


def test_what_is_written_and_what_is_refused_leave_their_trail(world):
    client = walker(world.people["lead_reviewer"])
    said = {"year": 2026, "code": "109", "name": "新局", "kind": "administrative"}
    assert client.post("/office/agencies/new/", said, headers={"X-Real-IP": "192.0.2.9"}).status_code == 302
    made = Entry.objects.filter(table="agencies_agencyyear", actor="lead-reviewer").latest("pk")
    assert (made.action, made.after["name"], made.why, made.address, made.bureau) == ("insert", "新局", "登记单位", "192.0.2.9", "369900")
    assert made.request_id and made.actor_id == world.people["lead_reviewer"].pk
    client.get("/office/audit/")
    refused = Entry.objects.filter(action="denied").latest("pk")
    assert (refused.actor, refused.table) == ("lead-reviewer", "audit")


def test_a_refused_write_leaves_no_trail_of_a_success(world):
    client = walker(world.people["lead_reviewer"])
    before = Entry.objects.filter(table="agencies_agencyyear").count()
    answer = client.post("/office/agencies/new/", {"year": 2026, "code": "101", "name": "重号", "kind": "administrative"})
    assert "已经有编码为101的单位" in answer.content.decode() and Entry.objects.filter(table="agencies_agencyyear").count() == before


STRANGE = (
    "?page=abc", "?page=-1", "?sort=__class__", "?sort=-password", "?year=1e400", "?year=99999999999999999999", "?year=NaN", "?since=0000-00-00",
    "?text=%00", "?text=%ED%A0%80", "?text=%F0%9F%92%A9", "?actor=' OR 1=1 --", "?actor=" + "x" * 5000, "?role=&role=x", "?kind[]=1", "?action=%25",
)  # fmt: skip
HUGE = 99999999999999999999


@pytest.mark.parametrize("name", ["agencies", "agencies_export", "people", "audit"])
def test_a_strange_question_is_no_error_of_ours(world, name):
    row = ROWS[name]
    client = walker(world.people[row.bureau[-1]])
    assert {client.get(address(row, None) + query).status_code for query in STRANGE} == {200}


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.object and row.object != "bureau"])
def test_a_number_that_no_database_holds_is_not_found(world, name):
    row = ROWS[name]
    place = type("Place", (), {"objects": {row.object: HUGE}})
    assert ask(walker(world.people[(row.bureau + row.agency)[0]]), row.methods[-1], address(row, place)).status_code == 404
