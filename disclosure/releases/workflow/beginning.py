"""Whoever enters something begins the filing by it: nobody has to press 开始填报 first. Knows no page."""

from agencies.people.models import Person
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.releases.workflow.standing import standing_or_none
from disclosure.releases.workflow.taking import NotTaken, take


def begin_if_not(*, filing: Filing, by: Person) -> None:
    """The step `start`, where it is due and can be taken; as long as no document can be made of the filing, a later entry takes it."""
    if filing.state != State.NOT_STARTED:
        return
    standing = standing_or_none(filing)
    if standing is None:
        return
    try:
        take(step="start", filing=filing, by=by, seen=standing.seen)
    except NotTaken:
        return
    filing.refresh_from_db(fields=["state", "round"])
