"""Two profiles of passwords: what each refuses, in words, and what becomes old."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from agencies.people.models import UsedPassword
from agencies.people.passwords import is_expired, set_password
from agencies.tests.places import person

GOOD = "Harvest-Bridge-41"


@pytest.fixture
def clerk(db):
    return person("fangzhiguan", name="李志远")


def said_of(password, who=None):
    try:
        validate_password(password, who)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("Aa1-aaaa", "密码至少12个字符，现在只有8个"),
        ("harvestbridge", "至少3种"),
        ("harvest-bridge", "至少3种"),
        ("Yusuan-2026-2026", "太容易猜到"),
        ("Fangzhiguan-2026", "太容易猜到"),
        ("Qwer1234Asdf!", "太容易猜到"),
        ("1qaz2wsx3edc", "太常见|至少3种"),
        (GOOD, ""),
        ("harvest bridge 41", ""),
    ],
)
def test_what_dengbao_refuses(clerk, password, words):
    said = said_of(password, clerk)
    assert any(each in said for each in words.split("|")) and bool(said) == bool(words)


def test_asvs_asks_for_length_and_no_composition(clerk, settings):
    settings.PASSWORD_PROFILE = "asvs"
    assert said_of("harvestbridgelantern", clerk) == "" and "12个字符" in said_of("Aa1-aaaa", clerk)
    assert "种" not in password_validators_help_texts()[0]


def test_the_last_five_do_not_come_back(clerk):
    for number in range(6):
        set_password(person=clerk, password=f"{GOOD}{number}", by=clerk)
    assert "这个密码用过" in said_of(f"{GOOD}5", clerk) and "这个密码用过" in said_of(f"{GOOD}1", clerk)
    assert said_of(f"{GOOD}0", clerk) == "" and UsedPassword.objects.count() == 6


def test_it_gets_old_after_ninety_days_under_dengbao_alone(clerk, settings):
    assert is_expired(clerk)  # never set by the person
    set_password(person=clerk, password=GOOD, by=clerk)
    assert not is_expired(clerk)
    clerk.password_changed_at = timezone.now() - timedelta(days=91)
    assert is_expired(clerk)
    settings.PASSWORD_PROFILE = "asvs"
    assert not is_expired(clerk)


def test_it_is_kept_by_argon2(clerk):
    set_password(person=clerk, password=GOOD, by=clerk)
    assert clerk.password.startswith("argon2") and clerk.check_password(GOOD)
