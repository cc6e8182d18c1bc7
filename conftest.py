"""How tests stand: on clones of one template database, as the office's login; properties with the same examples every time in `make test`.

And the folder of collected files, of whose absence WhiteNoise would warn.
"""

import os
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connections
from hypothesis import settings

(Path(__file__).parent / "var" / "static").mkdir(parents=True, exist_ok=True)

settings.register_profile("test", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


@pytest.fixture(scope="session")
def template(django_test_environment, django_db_blocker):
    """The name of a migrated database that nobody is connected to; removed at the end."""
    from disclosure.storage.tests.databases import build_template, drop

    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}_template"
    with django_db_blocker.unblock():
        build_template(name)
    yield name
    with django_db_blocker.unblock():
        drop(name)


@pytest.fixture(scope="session")
def django_db_setup(template, django_db_blocker):
    """The clone in which ordinary tests run, each in a transaction that is rolled back."""
    from disclosure.storage.tests.databases import clone, drop

    name = template.replace("_template", "")
    with django_db_blocker.unblock():
        clone(template, name)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        drop(name)


@pytest.fixture(scope="session")
def furniture(template, django_db_setup, django_db_blocker):
    """The databases that many tests begin from, with something in them."""
    from disclosure.storage.tests.furnishing import Furniture

    made = Furniture(template)
    yield made
    with django_db_blocker.unblock():
        connections.close_all()
        made.remove()


@pytest.fixture(autouse=True)
def _what_is_furnished_is_entered_before_the_transaction(request):
    from disclosure.storage.tests.furnishing import PREFIX

    for name in request.fixturenames:
        if name.startswith(PREFIX):
            request.getfixturevalue(name)


@pytest.fixture(autouse=True)
def _nothing_is_kept_from_another_database():
    """What was computed of what stood in force in another test, perhaps in another database with the same numbers."""
    caches["sums"].clear()


@pytest.fixture(autouse=True)
def _the_public_half_reads_in_the_transaction(request, _what_is_furnished_is_entered_before_the_transaction):
    """What the public login sees is asked through the test's own connection, since another one would see none of its rows."""
    asked = "db" in request.fixturenames or request.node.get_closest_marker("django_db")
    if not asked or "fresh" in request.fixturenames:
        yield
        return
    request.getfixturevalue("db")
    from disclosure.storage.tests.databases import Borrowed

    own = connections["public"]
    connections["public"] = Borrowed(connections["default"])
    yield
    connections["public"] = own


@pytest.fixture
def fresh(template, django_db_setup, django_db_blocker):
    """A database of its own, for what crosses connections: the aliases lead to it, and writes are committed."""
    from disclosure.storage.tests.databases import clone, drop, point

    shared = template.replace("_template", "")
    name = f"{shared}_fresh"
    with django_db_blocker.unblock():
        clone(template, name)
        yield name
        connections.close_all()
        drop(name)
        point(shared)


@pytest.fixture
def as_owner(fresh):
    """A database of its own in which the office's alias is the owner, who may make tables and change what nobody else may."""
    own = connections["default"]
    connections["default"] = connections["owner"]
    yield
    connections["default"] = own
