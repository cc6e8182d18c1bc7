"""Signing in: one answer for everything that is wrong, a lock after five, a second factor that cannot be replayed."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.core.cache import cache
from django.utils import timezone

from agencies.people.models import Person
from agencies.people.one_time_codes import issue
from agencies.tests.places import PASSWORD, agency, person
from disclosure.audit.models import Entry
from disclosure.web.office.arriving import network_address

LOGIN, TOTP, DESK, ACTIVATE = "/office/login/", "/office/login/totp/", "/office/desk/", "/office/activate/"
NEW = "Harvest-Bridge-41"


@pytest.fixture
def clerk(db):
    return person("clerk", "preparer", on=agency("101", "甲部门"), password_changed_at=timezone.now())


def log_in(client, username, password=PASSWORD):
    return client.post(LOGIN, {"login": username, "password": password})


def plain(answer):
    """The page without its token and without the name that was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return answer.status_code, re.sub(r'value="[^"]*"', "", text)


def test_name_and_password_lead_to_the_desk(client, clerk):
    answer = log_in(client, "CLERK")
    assert (answer.status_code, answer.url) == (302, DESK)
    assert "填报人" in client.get(DESK).content.decode()
    assert Entry.objects.filter(action="login", actor="clerk", address="127.0.0.1").count() == 1


def test_unknown_wrong_and_locked_names_get_the_same_answer(client, clerk):
    wrong, unknown = log_in(client, "clerk", "x"), log_in(client, "nobody-here", "x")
    for _ in range(5):
        log_in(client, "clerk", "x")
    locked = log_in(client, "clerk", "x")
    assert plain(wrong) == plain(unknown) == plain(locked)
    assert "用户名、密码或动态口令不对" in wrong.content.decode()
    assert Entry.objects.filter(action="login_failed").count() >= 2


def test_five_failures_lock_the_name_for_half_an_hour(client, clerk):
    for _ in range(5):
        log_in(client, "clerk", "x")
    assert log_in(client, "clerk").status_code == 200
    cache.clear()
    assert log_in(client, "clerk").status_code == 200  # axes keeps it locked too
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    assert log_in(client, "clerk").status_code == 302


def test_four_failures_do_not_lock(client, clerk):
    for _ in range(4):
        log_in(client, "clerk", "x")
    assert log_in(client, "clerk").status_code == 302


def test_one_address_cannot_lock_every_name(client, clerk):
    for number in range(21):
        log_in(client, f"name-{number}", "x")
    assert log_in(client, "clerk").status_code == 200
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.post(LOGIN, {"login": "clerk", "password": PASSWORD}, **elsewhere).status_code == 302


def test_the_guesses_of_a_64_network_count_together(client, clerk):
    for number in range(21):
        client.post(LOGIN, {"login": f"name-{number}", "password": "x"}, REMOTE_ADDR=f"2001:db8::{number:x}")
    neighbour, stranger = "2001:db8::ffff", "2001:db8:1::1"
    answers = [client.post(LOGIN, {"login": "clerk", "password": PASSWORD}, REMOTE_ADDR=each).status_code for each in (neighbour, stranger)]
    assert answers == [200, 302]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:0DB8::0001", "2001:db8::1"),
        ("192.0.2.1", "192.0.2.1"),
        ("x\r\nforged", ""),
        ("", "127.0.0.1"),
    ],
)
def test_an_address_has_one_spelling(rf, told, kept):
    assert network_address(rf.get("/", headers={"X-Real-IP": told} if told else {})) == kept


@pytest.fixture
def factor(clerk):
    """The clerk's second factor, and its code of now."""
    secret = generate_totp_secret()
    Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(secret)})
    return lambda: format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_the_second_factor_is_asked_and_cannot_be_replayed(client, clerk, factor):
    assert log_in(client, "clerk").url == TOTP
    assert client.get(DESK).status_code == 302
    code = factor()
    assert client.post(TOTP, {"code": code}).url == DESK
    client.post("/office/logout/")
    log_in(client, "clerk")
    assert "用户名、密码或动态口令不对" in client.post(TOTP, {"code": code}).content.decode()


def test_five_wrong_codes_lock_the_second_factor_with_the_same_words(client, clerk, factor):
    log_in(client, "clerk")
    said = {plain(client.post(TOTP, {"code": "000000"})) for _ in range(7)}
    assert len(said) == 1 and "用户名、密码或动态口令不对" in said.pop()[1]
    assert client.post(TOTP, {"code": factor()}).status_code == 200


def test_a_secret_is_kept_encrypted_and_out_of_the_trail(clerk, factor):
    kept = Authenticator.objects.get(user=clerk).data["secret"]
    assert len(kept) > 60 and get_adapter().decrypt(kept) != kept
    assert kept not in str(list(Entry.objects.values_list("before", "after")))


def test_a_one_time_code_opens_the_account_once(client, clerk):
    code = issue(person=clerk, by="manage.py")
    said = {"username": "clerk", "code": code.lower(), "password1": NEW, "password2": NEW}
    assert client.post(ACTIVATE, said).url == LOGIN
    assert client.post(ACTIVATE, said).status_code == 200
    assert log_in(client, "clerk", NEW).url == DESK
    assert code not in str(list(Entry.objects.values_list("after")))


def test_wrong_codes_are_answered_alike_and_locked(client, clerk):
    code = issue(person=clerk, by="manage.py")
    said = {"code": "AAAA-AAAA-AAAA", "password1": NEW, "password2": NEW}
    known, unknown = (client.post(ACTIVATE, {"username": name, **said}) for name in ("clerk", "nobody-here"))
    assert plain(known) == plain(unknown)
    for _ in range(5):
        client.post(ACTIVATE, {"username": "clerk", **said})
    assert client.post(ACTIVATE, {**said, "username": "clerk", "code": code}).status_code == 200
    assert not Person.objects.get(username="clerk").check_password(NEW)


def test_an_expired_code_opens_nothing(client, clerk):
    code = issue(person=clerk, by="manage.py")
    clerk.onetimecode_set.update(expires_at=timezone.now())
    assert client.post(ACTIVATE, {"username": "clerk", "code": code, "password1": NEW, "password2": NEW}).status_code == 200


@pytest.mark.parametrize("address", ["signup/", "password/reset/", "email/", "login/code/", "confirm-email/", "account/email/"])
def test_what_allauth_offers_besides_does_not_exist(client, db, address):
    assert client.get(f"/office/{address}").status_code == 404
