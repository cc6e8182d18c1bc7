"""单点登录: it leads into accounts that are there, and makes none."""

import os
import subprocess
import sys

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings

from agencies.people.models import Person
from agencies.tests.places import person
from disclosure.web.office.single_sign_on import SingleSignOn, person_of
from disclosure.web.office.tests.world import walker


@pytest.fixture
def request_of(rf, db):
    """A request with a session and a place for messages."""
    request = rf.get("/office/login/oidc/login/callback/")
    request.session = walker().session
    request._messages = type("Messages", (), {"add": lambda *args: None})()
    return request


def login(**claims):
    return SocialLogin(user=Person(), account=SocialAccount(provider="oidc", uid="1", extra_data=claims))


def test_the_account_of_the_same_name_is_connected(request_of, settings):
    clerk = person("clerk")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [settings.OIDC_APP]}}
    arriving = login(userinfo={"preferred_username": "Clerk"})
    SingleSignOn(request_of).pre_social_login(request_of, arriving)
    assert SocialAccount.objects.get(uid="1").user == clerk


@pytest.mark.parametrize(
    "claims", [{}, {"preferred_username": "stranger"}, {"preferred_username": "gone"}, {"email": "clerk@example.gov.cn"}]
)
def test_whoever_has_no_account_is_sent_back(request_of, claims):
    person("clerk")
    person("gone", is_active=False)
    with pytest.raises(ImmediateHttpResponse) as sent:
        SingleSignOn(request_of).pre_social_login(request_of, login(**claims))
    assert sent.value.response.url == "/office/login/" and not SocialAccount.objects.exists()


def test_another_claim_can_be_the_name(db, settings):
    clerk = person("clerk")
    settings.OIDC_USERNAME_CLAIM = "staff_no"
    assert person_of({"id_token": {"staff_no": "CLERK"}}) == clerk and person_of({"preferred_username": "clerk"}) is None


def test_nobody_signs_up(request_of):
    assert SingleSignOn(request_of).is_open_for_signup(request_of, login()) is False


def test_with_an_issuer_there_is_an_address_and_a_cookie_that_comes_back(db):
    script = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'disclosure.settings'; django.setup();"
        "from django.conf import settings; from django.urls import reverse;"
        "print(settings.SESSION_COOKIE_SAMESITE, reverse('openid_connect_login', args=['oidc']))"
    )
    environment = {**os.environ, "OIDC_ISSUER": "https://id.example.gov.cn"}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    assert ran.stdout.split() == ["Lax", "/office/login/oidc/oidc/login/"], ran.stderr


def test_without_an_issuer_there_is_no_such_address(client, db):
    assert client.post("/office/login/oidc/login/").status_code == 404
    assert "统一身份认证" not in client.get("/office/login/").content.decode()
