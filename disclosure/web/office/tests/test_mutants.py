"""The alarm of the policy: a check that is taken away is noticed by the walk over its own address. Three of each in `make test`, all in `make deep`."""

from dataclasses import replace

import pytest
from django.urls import get_resolver

from agencies.people import access
from disclosure.web.office.doors import DOORS
from disclosure.web.office.tests.policy import ALL_METHODS, ROWS, deviations

OF_OBJECTS = [name for name, row in ROWS.items() if row.object]


def few(names):
    """The first three at once, the others where there is time."""
    return [name if place < 3 else pytest.param(name, marks=pytest.mark.deep) for place, name in enumerate(names)]


def door_of(name):
    """The key of an address's door."""

    def walk(patterns):
        for each in patterns:
            yield from walk(each.url_patterns) if hasattr(each, "url_patterns") else (each,)

    view = next(each.callback for each in walk(get_resolver().url_patterns) if each.name == name)
    return f"{view.__module__}.{view.__name__}"


def test_there_are_more_than_thirty_checks_to_take_away():
    assert len(ROWS) + len(OF_OBJECTS) + len(ROWS) >= 30
    assert all(door_of(name) in DOORS for name in ROWS)


@pytest.mark.parametrize("name", few(ROWS))
def test_a_permission_that_is_taken_away_is_noticed(world, monkeypatch, name):
    monkeypatch.setitem(DOORS, door_of(name), replace(DOORS[door_of(name)], permission=None))
    assert deviations(ROWS[name], world, ROWS[name].methods)


@pytest.mark.parametrize("name", few(OF_OBJECTS))
def test_a_reach_that_is_taken_away_is_noticed(world, monkeypatch, name):
    monkeypatch.setattr(access, "within", lambda rows, *, by, permission: rows)
    assert deviations(ROWS[name], world, ROWS[name].methods)


@pytest.mark.parametrize("name", few(ROWS))
def test_a_method_that_is_let_in_is_noticed(world, monkeypatch, name):
    monkeypatch.setitem(DOORS, door_of(name), replace(DOORS[door_of(name)], methods=ALL_METHODS))
    assert deviations(ROWS[name], world)
