"""The clocks of an approval: 20 days to publish, 15 days to hand it down to units. They run whatever the filing's state. Knows no release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure.filings.models import Approval, Filing


@dataclass(frozen=True)
class Clock:
    """A day by which something is to be done, and how it stands on `today`."""

    what: Promise | str
    due: date
    done_on: date | None
    today: date

    @property
    def days_left(self) -> int:
        """Negative when the day is past."""
        return (self.due - (self.done_on or self.today)).days

    @property
    def status(self) -> str:
        """done · late (done after its day) · overdue · due."""
        if self.done_on is not None:
            return "late" if self.done_on > self.due else "done"
        return "overdue" if self.today > self.due else "due"


def publishing_clock(approval: Approval, published_on: date | None, today: date) -> Clock:
    """批复后20日内公开."""
    return Clock(_("公开（批复后20日内）"), approval.publish_by, published_on, today)


def handing_down_clock(approval: Approval, units: Iterable[Filing], approvals: Iterable[Approval], today: date) -> Clock | None:
    """批复后15日内批复所属单位, of a department's approval; done on the day of the last unit's approval."""
    wanted = {unit.agency_year.agency_id for unit in units}
    if not wanted:
        return None
    first: dict[int, date] = {}
    for each in approvals:
        first[each.agency_id] = min(first.get(each.agency_id, each.issued_on), each.issued_on)
    done = max(first[each] for each in wanted) if wanted <= set(first) else None
    return Clock(_("批复所属单位（15日内）"), approval.hand_down_by, done, today)
