"""How long a session lives, what ends it, and what must be done first."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from agencies.people.accounts import disable
from agencies.people.appointing import end
from agencies.people.models import Appointment
from agencies.tests.places import PASSWORD, agency, person
from disclosure.web.office.session_rules import BEGAN, SEEN

DESK, PASSWORD_PAGE = "/office/desk/", "/office/account/password/"
NEW = "Harvest-Bridge-41"


@pytest.fixture
def clerk(db):
    return person("clerk", "preparer", on=agency("101", "甲部门"), password_changed_at=timezone.now())


@pytest.fixture
def reviewer(db):
    made = person("lead", "lead_reviewer", password_changed_at=timezone.now())
    Authenticator.objects.create(user=made, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return made


def logged_in(who):
    client = Client()
    client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(DESK).status_code == 200
    return client


def aged(client, key, minutes):
    session = client.session
    session[key] -= minutes * 60
    session.save()
    return client.get(DESK).status_code


def test_half_an_hour_without_a_request_ends_it(clerk):
    assert aged(logged_in(clerk), SEEN, 29) == 200
    assert aged(logged_in(clerk), SEEN, 31) == 302


def test_the_bureau_has_a_quarter(reviewer):
    assert aged(logged_in(reviewer), SEEN, 14) == 200
    assert aged(logged_in(reviewer), SEEN, 16) == 302


def test_twelve_hours_are_the_most(clerk):
    assert aged(logged_in(clerk), BEGAN, 719) == 200
    assert aged(logged_in(clerk), BEGAN, 721) == 302


def test_a_new_login_is_a_new_session(client, clerk):
    client.get("/office/login/")
    before = client.session.session_key
    client.post("/office/login/", {"login": "clerk", "password": PASSWORD})
    assert client.session.session_key != before


@pytest.mark.parametrize("what", ["password", "disabled", "role"])
def test_every_other_session_ends_when_what_the_person_is_changes(clerk, what):
    keeper = person("security", "security_administrator")
    here, there = logged_in(clerk), logged_in(clerk)
    if what == "password":
        assert here.post(PASSWORD_PAGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}).status_code == 302
        assert here.get(DESK).status_code == 200
    elif what == "disabled":
        disable(person=clerk, by=keeper, why="离职停用")
    else:
        end(appointment=Appointment.objects.get(person=clerk), by=keeper, why="任职结束")
    assert there.get(DESK).status_code == 302


def test_an_old_password_must_be_changed_first(clerk, settings):
    clerk.password_changed_at = timezone.now() - timedelta(days=91)
    clerk.save()
    client = Client()
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(DESK).url == PASSWORD_PAGE
    settings.PASSWORD_PROFILE = "asvs"
    assert client.get(DESK).status_code == 200


def test_a_post_of_the_bureau_needs_its_second_factor_first(reviewer):
    Authenticator.objects.all().delete()
    client = Client()
    client.force_login(reviewer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(DESK).url == client.get("/office/agencies/").url == "/office/account/totp/activate/"
    assert client.get("/office/account/totp/activate/").status_code in (200, 302)


def test_logging_out_clears_the_browser(clerk):
    client = logged_in(clerk)
    answer = client.post("/office/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get(DESK).status_code == 302


def test_the_cookie_is_strict(client, clerk):
    client.post("/office/login/", {"login": "clerk", "password": PASSWORD})
    cookie = client.cookies["sid"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and cookie["path"] == "/" and not cookie["domain"]


def test_the_old_password_cannot_be_guessed_from_inside(clerk):
    client = logged_in(clerk)
    statuses = [client.post(PASSWORD_PAGE, {"oldpassword": f"x{number}", "password1": NEW, "password2": NEW}) for number in range(6)]
    assert [answer.status_code for answer in statuses] == [200] * 5 + [429]
    assert "请过一分钟再试" in statuses[-1].content.decode()
