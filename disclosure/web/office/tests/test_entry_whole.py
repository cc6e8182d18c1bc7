"""A real budget and a real final account, entered page by page and nothing else, give the document of the sample."""

import pytest

from disclosure.web.office.tests.clerk import SAMPLES, document_of, emptied, enter, saved, wanted_of


@pytest.mark.parametrize("sample", ["shangrao-2024-unit.json", "shangrao-2022-final.json"])
def test_what_is_entered_by_pages_gives_the_document(db, sample):
    filing, person = saved(SAMPLES / sample)
    document, wanted = document_of(filing), wanted_of(filing)
    left = enter(emptied(filing), person, wanted)
    assert left == set()
    assert document_of(filing) == document
