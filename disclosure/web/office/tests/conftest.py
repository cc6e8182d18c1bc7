"""The small world in which the office is walked."""

import pytest

from disclosure.storage.tests.furnishing import furnished
from disclosure.web.office.tests.world import build

furnished_world = furnished(build)


@pytest.fixture
def world(furnished_world, db):
    return furnished_world
