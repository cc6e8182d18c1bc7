"""How a person's reach falls on reports: those about an agency, or all of a bureau's. Declared at the start of the app."""

from django.db.models import Q

from agencies.people.access import SCOPES, agencies_below
from disclosure.reports.models import Report


def declare() -> None:
    """Said once, at the start. What is about no agency belongs to the bureau alone."""
    SCOPES[Report] = lambda reach: Q(bureau=reach.bureau) if reach.whole else Q(agency__in=agencies_below(reach.agencies).values("pk"))
