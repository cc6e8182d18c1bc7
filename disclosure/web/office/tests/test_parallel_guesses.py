"""Guesses that arrive together on one name: they wait for each other, so that no more are weighed than the lock allows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections
from django.test import Client

from agencies.tests.places import person


@pytest.mark.parametrize("guesses", [24, pytest.param(200, marks=pytest.mark.deep)])
def test_parallel_guesses_are_weighed_at_most_ten_times(fresh, monkeypatch, guesses):
    person("clerk")
    weighed = []
    verify = Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *arguments: weighed.append(1) or verify(*arguments))

    def guess(number):
        try:
            return Client().post("/office/login/", {"login": "clerk", "password": f"x{number}"}).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(guess, range(guesses)))
    assert statuses == {200} and 1 <= len(weighed) <= 10
