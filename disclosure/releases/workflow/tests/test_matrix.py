"""Every step by everybody from every state: what the table does not have, or whoever may not, moves nothing."""

import pytest
from django.db import transaction

from disclosure.filings.states import State
from disclosure.releases.workflow.steps import STEPS
from disclosure.releases.workflow.taking import Given, NotTaken
from disclosure.releases.workflow.tests.flow import begin

pytestmark = pytest.mark.django_db
STATES = [
    State.SUBMITTED,
    State.NOT_STARTED,
    State.PREPARING,
    State.DEPARTMENT_REVIEWED,
    State.DIVISION_REVIEWED,
    State.FINANCE_REVIEWED,
    State.READY,
]


@pytest.fixture
def flow(db):
    return begin()


@pytest.mark.parametrize("state", [pytest.param(state, marks=[pytest.mark.deep] if place else []) for place, state in enumerate(STATES)])
def test_every_step_by_everybody(flow, state):
    """Tried for every step and person; the whole of states in `make deep`."""
    flow.to(state)
    wrong = [(code, role) for code, step in STEPS.items() for role in flow.people if moves(flow, code, role) != may(step, state, role)]
    assert wrong == []


ALLOWED = {
    "start": {"preparer", "preparer2"}, "submit": {"preparer", "preparer2"}, "take_back": {"preparer", "preparer2"},
    "review_as_department": {"department_reviewer"}, "review_as_division": {"division_reviewer"}, "review_as_lead": {"lead_reviewer"},
    "co_review": {"co_reviewer"}, "review_secrecy": {"secrecy_reviewer"}, "sign": {"signatory"},
    "send_back_as_department": {"department_reviewer"}, "send_back_as_division": {"division_reviewer"},
    "send_back_as_lead": {"lead_reviewer"}, "send_back_as_publisher": {"publisher", "publisher2"}, "clear": {"publisher", "publisher2"},
}  # fmt: skip
TURN = {"department": "submitted", "division": "department_reviewed", "lead": "division_reviewed"}


def may(step, state, role):
    """What is expected, written down here a second time: a release needs its job, a paper its scan, a clearing its facts."""
    if state not in step.before or role not in ALLOWED.get(step.code, set()):
        return False
    if step.code == "clear":  # the facts are not recorded before the walk comes there
        return False
    return step.stage is None or TURN[step.stage] == state


def moves(flow, code, role):
    """Whether the step is taken; then it is taken back."""
    point = transaction.savepoint()
    try:
        flow.step(code, role, why="请核对第三段", given=Given(remit="performance" if code == "co_review" else ""))
        return True
    except NotTaken:
        return False
    finally:
        transaction.savepoint_rollback(point)
