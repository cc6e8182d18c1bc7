"""How a person's reach falls on releases and what is recorded about filings. Declared at the start of the app."""

from agencies.people.access import SCOPES
from disclosure.filings.reaching import of_agency_year
from disclosure.releases.models import Comment, PaperForm, Release, ReleaseEvent


def declare() -> None:
    """Said once, at the start."""
    SCOPES[Release] = of_agency_year("filing__agency_year")
    SCOPES[ReleaseEvent] = of_agency_year("release__filing__agency_year")
    SCOPES[PaperForm] = of_agency_year("filing__agency_year")
    SCOPES[Comment] = of_agency_year("filing__agency_year")
