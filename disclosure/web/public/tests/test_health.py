"""Alive and ready: what a load balancer asks."""

import pytest
from django.db import DatabaseError

from disclosure.web import health


def test_alive_without_a_database(client):
    answer = client.get("/healthz")
    assert (answer.content, answer["Content-Type"], answer["Cache-Control"]) == (b"ok", "text/plain; charset=utf-8", "no-store")


@pytest.mark.django_db
def test_ready_with_every_migration(client):
    assert client.get("/readyz").content == b"ok"


def test_not_ready_without_a_database(client, monkeypatch):
    def refuse(connection):
        raise DatabaseError("the password is …")

    monkeypatch.setattr(health, "MigrationExecutor", refuse)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"fail")


@pytest.mark.django_db
def test_the_public_half_is_ready_when_its_views_answer(client, settings):
    settings.SITE = "public"
    assert client.get("/readyz").content == b"ok"
