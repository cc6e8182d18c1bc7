"""How a person's reach falls on what is filed: a bureau's whole, or agencies and what lies below them. Declared at the start of the app."""

from collections.abc import Callable

from django.db.models import Q

from agencies.people.access import SCOPES, Reach
from disclosure.filings.models import Approval, Campaign, Filing, Load


def of_agency_year(path: str) -> Callable[[Reach], Q]:
    """The rows whose agency of a year, at `path`, lies within the reach: a unit belongs to the department of that year."""

    def rule(reach: Reach) -> Q:
        if reach.whole:
            return Q(**{f"{path}__region": reach.bureau})
        own = Q(**{f"{path}__agency__in": reach.agencies})
        return own | Q(**{f"{path}__parent__agency__in": reach.agencies})

    return rule


def declare() -> None:
    """Said once, at the start."""
    SCOPES[Filing] = of_agency_year("agency_year")
    SCOPES[Approval] = of_agency_year("agency_year")
    SCOPES[Campaign] = lambda reach: Q(bureau=reach.bureau) if reach.whole else Q(pk=None)
    SCOPES[Load] = lambda reach: Q(bureau=reach.bureau) if reach.whole else Q(pk=None)
