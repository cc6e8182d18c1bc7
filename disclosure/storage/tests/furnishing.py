"""Databases that many tests begin from: furnished once, then each test has its own transaction and its own copy of what was made."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.db import connections

from disclosure.storage.tests.databases import clone, drop, point

PREFIX = "furnished_"  # fixtures of this name are entered before a test begins its transaction (conftest.py)


class Furniture:
    """Of one process: what was built, and the database where it stands."""

    def __init__(self, template: str) -> None:
        self.template, self.shared = template, template.replace("_template", "")
        self.built: dict[Callable[[], Any], tuple[str, Any]] = {}

    def enter(self, build: Callable[[], Any]) -> Any:
        """The aliases lead to where `build` was done, for the first who asks or before; gives a copy of what it made."""
        if build in self.built:
            point(self.built[build][0])
        else:
            name = f"{self.shared}_{len(self.built)}"
            clone(self.template, name)
            self.built[build] = name, build()
        return deepcopy(self.built[build][1])

    def copy(self, build: Callable[[], Any]) -> tuple[str, Any]:
        """A database of one test alone, like the one where `build` was done: its name, and a copy of what was made."""
        made, name = self.enter(build), f"{self.shared}_fresh"
        connections.close_all()
        clone(self.built[build][0], name)
        return name, made

    def leave(self) -> None:
        """Back to the database of the others."""
        point(self.shared)

    def remove(self) -> None:
        """Every database that was built; nobody is connected any more."""
        for name, _made in self.built.values():
            drop(name)


def furnished(build: Callable[[], Any]) -> Any:
    """A fixture, to be named `furnished_…`: what `build` made, where nothing else is."""

    @pytest.fixture
    def given(furniture: Furniture, django_db_blocker: Any) -> Any:
        with django_db_blocker.unblock():
            made = furniture.enter(build)
        yield made
        with django_db_blocker.unblock():
            furniture.leave()

    return given


def furnished_fresh(build: Callable[[], Any]) -> Any:
    """A fixture, to be named `fresh` like the one it replaces: the name of a furnished database of one's own, and what `build` made."""

    @pytest.fixture
    def given(furniture: Furniture, django_db_blocker: Any) -> Any:
        with django_db_blocker.unblock():
            name, made = furniture.copy(build)
            yield name, made
            connections.close_all()
            drop(name)
            furniture.leave()

    return given
