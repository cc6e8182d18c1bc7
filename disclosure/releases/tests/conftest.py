"""A filing that went its way and was released, for tests of what happens afterwards."""

from unittest.mock import patch

import pytest

from disclosure.releases.workflow.tests.flow import ready
from disclosure.storage.tests.furnishing import furnished

BODIES = dict.fromkeys(("disclosure.json", "disclosure.pdf", "findings.json"), b"{}")


def stand_ins():
    """In place of the files: what they say is asked elsewhere."""
    return patch("disclosure.releases.releasing.write_files", lambda document: (BODIES, 1))


def released():
    flow = ready()
    with stand_ins():
        return flow, flow.release()


furnished_release = furnished(released)


@pytest.fixture
def flow(furnished_release, db):
    """That was released, with stand-ins for the files, now and whenever it is again."""
    with stand_ins():
        yield furnished_release[0]


@pytest.fixture
def release(furnished_release, flow):
    return furnished_release[1]
