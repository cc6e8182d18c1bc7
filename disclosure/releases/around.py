"""What stands around a filing in the database: its units' documents, the documents it carries on from, and what became of these."""

from disclosure.core.facts import Facts
from disclosure.filings.models import Filing
from disclosure.releases.assemble import Around
from disclosure.releases.chain import notices, other_documents
from disclosure.releases.units import unit_documents


def around(filing: Filing, facts: Facts) -> Around:
    """Everything that is in force now."""
    return Around(unit_documents(facts), other_documents(facts), tuple(str(notice) for notice in notices(filing)))
