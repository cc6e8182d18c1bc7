"""What stands around a filing in the database: its approval, its units' documents, those it carries on from, and what became of them."""

from disclosure.core.facts import Facts
from disclosure.filings.approving import approval_of, fixed_points
from disclosure.filings.models import Filing
from disclosure.releases.assemble import Around
from disclosure.releases.chain import notices, other_documents
from disclosure.releases.units import unit_documents


def around(filing: Filing, facts: Facts) -> Around:
    """Everything that is in force now."""
    told = tuple(str(notice) for notice in notices(filing))
    return Around(unit_documents(facts), other_documents(facts), told, fixed_points(approval_of(filing), facts))
