"""The two halves as production starts them: each in a process of its own, with its own login and nothing of the other."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from disclosure.halves import HALVES
from disclosure.storage.logins import databases
from disclosure.storage.tests.databases import parameters
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import HOME, publish


def url(alias):
    said = parameters(alias)
    login = f"{said['user']}:{said['password']}" if said.get("password") else said["user"]
    host = f"/{said['host']}" if said["host"].startswith("/") else f"{said['host']}:{said.get('port', 5432)}"  # a socket is a path
    return f"postgres://{login}@{host}/{said['dbname']}"


def started(site, *arguments, alias="public"):
    environment = {**os.environ, "SITE": site, "DATABASE_URL": url(alias), "PRODUCTION": "0"}
    return subprocess.run(
        [sys.executable, "-W", "ignore", *arguments], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )


ANSWERS = {"/": 200, HOME: 200, HOME + "v1/disclosure.pdf": 200, "/readyz": 200, "/rules/": 200, "/office/desk/": 404, "/nowhere": 404}
NOTHING = {"aliases": ["default", "public"], "default": "ImproperlyConfigured", "modules": [], "apps": [], "middleware": []}


def test_the_public_half_knows_no_people_no_sessions_and_no_draft(fresh):
    publish(document())
    ran = started("public", "-m", "disclosure.tests.probe_public", *ANSWERS)
    assert ran.stdout, ran.stderr
    told = json.loads(ran.stdout)
    answers = told.pop("answers")
    assert {address: status for address, (status, _headers, _cookies) in answers.items()} == ANSWERS
    assert not any(cookies for _status, _headers, cookies in answers.values())
    assert told == NOTHING


def test_the_office_half_serves_no_public_page(fresh):
    script = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'disclosure.settings'; django.setup();"
        "from django.test import Client; from django.conf import settings;"
        f"print([Client(SERVER_NAME='localhost').get(a).status_code for a in ('/office/login/', '/', '{HOME}', '/readyz')], sorted(settings.DATABASES))"
    )
    ran = started("office", "-c", script, alias="default")
    assert ran.stdout.strip() == "[200, 404, 404, 200] ['default']", ran.stderr


def test_a_half_that_does_not_exist_stops_the_start(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        ran = started("both", "manage.py", "check", alias="owner")
    assert ran.returncode and ImproperlyConfigured.__name__ in ran.stderr
    assert "SITE is 'both'; it must be one of public, office, all" in ran.stderr


@pytest.mark.parametrize("site", ["public", "office", "all"])
def test_production_passes_djangos_own_check(site):
    secret = {"SECRET_KEY": "not-a-secret-but-long-enough-for-the-check-0123456789", "ALLOWED_HOSTS": "ysgk.example.gov.cn"}
    environment = {**os.environ, **secret, "SITE": site, "DATABASE_URL": "postgres://x:x@localhost/x"}
    for name in ("PRODUCTION", "DJANGO_ALLOW_ASYNC_UNSAFE"):  # what tests set for themselves
        environment.pop(name, None)
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    ran = subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("site", ["public", "office"])
def test_a_half_has_no_login_but_its_own(site):
    given = {"ENGINE": "x", "USER": f"disclosure_{site}", "PASSWORD": "p"}
    assert {login.get("USER") for login in databases(site, given, {}).values()} - {None} == {f"disclosure_{site}"}


def test_the_halves_share_no_middleware_of_the_office():
    assert not any("office" in name or "allauth" in name for name in HALVES["public"].middleware + HALVES["public"].context)
    assert not any("admin" in name for half in HALVES.values() for name in half.apps)
    assert set(HALVES["public"].apps) < set(HALVES["office"].apps) == set(HALVES["all"].apps)
