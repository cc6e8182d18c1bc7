"""What a clerk has seen of the document before it is submitted: kept for each person, so that the next look says what changed since."""

from datetime import datetime

from django.utils.timezone import now

from agencies.people.models import Person
from disclosure.exports.differing import Changes, changes
from disclosure.releases.models import Preview
from disclosure.releases.workflow.standing import Standing


def looked(*, standing: Standing, by: Person) -> tuple[datetime | None, Changes | None]:
    """When the person looked last and what changed since; from now on he has seen this."""
    before = Preview.objects.filter(filing=standing.filing, person=by).first()
    Preview.objects.update_or_create(filing=standing.filing, person=by, defaults={"document": standing.document, "at": now()})
    return (before.at, changes(before.document, standing.document)) if before else (None, None)
