"""Run by test_halves.py in a process of its own, as production starts the public half: prints as JSON what this process knows and answers."""

import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "disclosure.settings"
django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402

FORBIDDEN = ("agencies", "allauth", "axes", "disclosure.audit", "disclosure.filings", "disclosure.codes", "disclosure.releases.models")
FORBIDDEN_APPS = (
    "auth",
    "contenttypes",
    "sessions",
    "messages",
    "admin",
    "account",
    "mfa",
    "axes",
    "people",
    "filings",
    "releases",
    "audit",
)


def answer(address):
    got = Client(SERVER_NAME="localhost").get(address)
    return [got.status_code, sorted(got.headers), bool(got.cookies)]


def default_alias():
    try:
        connections["default"].cursor()
    except Exception as error:
        return type(error).__name__
    return "connected"


addresses = sys.argv[1:]
told = {
    "answers": {address: answer(address) for address in addresses},
    "aliases": sorted(settings.DATABASES),
    "default": default_alias(),
    "modules": sorted(name for name in sys.modules if name.startswith(FORBIDDEN)),
    "apps": sorted(config.label for config in apps.get_app_configs() if config.label in FORBIDDEN_APPS),
    "middleware": [name for name in settings.MIDDLEWARE if "session" in name.lower() or "auth" in name.lower()],
}
sys.stdout.write(json.dumps(told))
