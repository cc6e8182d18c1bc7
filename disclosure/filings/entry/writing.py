"""The one way in which clerks' changes are written: the filing is locked and open, the person is said, and what others changed meanwhile stops it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.audit.models import Entry
from disclosure.core.words import Origin
from disclosure.filings.models import Filing
from disclosure.filings.states import OPEN, State


class NotWritten(ValueError):
    """Nothing was written; `problems` by the name of the field, "" for the whole."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("；".join(problems.values()))
        self.problems = dict(problems)


@dataclass(frozen=True)
class Clash:
    """One value that two people changed: what this one wrote, and what stands there now."""

    name: str
    heading: str
    mine: str
    theirs: str


class Conflict(ValueError):
    """Somebody else changed the same meanwhile; nothing was written. `version` is the one that stands now, None where the row is gone."""

    def __init__(self, clashes: list[Clash], *, version: int | None, by: str = "", at: datetime | None = None) -> None:
        super().__init__(_("别人刚刚改过同一处"))
        self.clashes, self.version, self.by, self.at = clashes, version, by, at


@contextmanager
def writing(filing: Filing, by: Person, why: str) -> Iterator[Filing]:
    """The filing, locked, in one transaction with what is written; raises NotWritten where it is not open to be written."""
    with acting(by, why=why):
        locked = Filing.objects.select_for_update(of=("self",)).select_related("agency_year").get(pk=filing.pk)
        if locked.state not in OPEN:
            raise NotWritten({"": _("现在是“%s”，不能修改。要改请先收回或请审核人退回。") % State(locked.state).label})
        if locked.origin != Origin.ENTERED:
            raise NotWritten({"": _("这是照录的文件，请用工作簿修改。")})
        yield locked


def last_change(table: str, pk: int) -> tuple[str, datetime | None]:
    """Who wrote the row last, and when."""
    entry = Entry.objects.filter(table=table, object_id=str(pk)).first()
    return (entry.actor, entry.at) if entry else ("", None)
