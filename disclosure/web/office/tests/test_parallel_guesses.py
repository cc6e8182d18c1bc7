"""Guesses that arrive together on one name: each is counted before it is weighed, so no more are weighed than the count allows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections
from django.test import Client

from agencies.people.one_time_codes import issue
from agencies.tests.places import person

NEW = {"password1": "Harvest-Bridge-41", "password2": "Harvest-Bridge-41"}
WAYS = {"/office/login/": {"login": "clerk", "password": "x"}, "/office/activate/": {"username": "clerk", "code": "AAAA-AAAA-AAAA", **NEW}}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("guesses", [24, pytest.param(200, marks=pytest.mark.deep)])
def test_parallel_guesses_are_weighed_at_most_ten_times(fresh, monkeypatch, guesses, way):
    issue(person=person("clerk"), by="manage.py")
    weighed = []
    verify = Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *arguments: weighed.append(1) or verify(*arguments))

    def guess(number):
        try:
            return Client().post(way, WAYS[way]).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(guess, range(guesses)))
    assert statuses == {200} and 1 <= len(weighed) <= 10
