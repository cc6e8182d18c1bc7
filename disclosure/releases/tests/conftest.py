"""A filing that is ready to be released, and its release, for tests of what happens afterwards."""

import pytest

from disclosure.filings.states import State
from disclosure.releases.workflow.tests.flow import begin


@pytest.fixture
def flow(db, monkeypatch):
    """Ready to be released, with stand-ins for the files: what they say is asked elsewhere."""
    bodies = dict.fromkeys(("disclosure.json", "disclosure.pdf", "findings.json"), b"{}")
    monkeypatch.setattr("disclosure.releases.releasing.write_files", lambda document: (bodies, 1))
    return begin().to(State.READY)


@pytest.fixture
def release(flow):
    return flow.release()
