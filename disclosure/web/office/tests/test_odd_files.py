"""Odd files by the thousand, each handed in by the page: read or refused in words that say where; never an error, never half written."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from disclosure.filings.models import ImportDraft
from disclosure.filings.package import facts_of
from disclosure.filings.packing import package_of
from disclosure.filings.reading import read_facts
from disclosure.filings.tests.odd_files import odd_file
from disclosure.web.office.tests.clerk import SAMPLES, saved
from disclosure.web.office.tests.test_entry_workbook import read_now, sheets_of
from disclosure.web.office.tests.world import walker

FEW, AT_ONCE, MANY = 26, 100, 10_000
# Sheet and row, or the sheet as a whole; a path of JSON; the file as a whole. Then what was found, and what is expected.
PLACED = re.compile(r"(工作表“[^”]*”[^：]*|整份文件|[\w.\[\]]+)：.+；.+", re.DOTALL)
OF_CELLS = ("cells", "formulas", "wide digits", "looks")


class Undone(Exception):
    """What was imported is taken back, for the next file."""


@pytest.fixture
def entered(db):
    filing, person = saved(SAMPLES / "shangrao-2024-unit.json")
    return filing, walker(person), f"/office/filings/{filing.pk}/entry/"


def hand_in_all(entered, numbers):
    """Each file by its number; how many were read."""
    filing, browser, where = entered
    before = read_facts(filing.pk)
    sheets, package = sheets_of(browser.get(f"{where}workbook/").content), package_of(before)
    del sheets["科目"]  # it is not read
    read = 0
    for number in numbers:
        odd = odd_file(number, sheets, package)
        said = (number, odd.accident)
        answer = browser.post(f"{where}upload/", {"workbook": SimpleUploadedFile(odd.name, odd.body)})
        if answer.status_code != 302:  # an empty file is not even kept
            assert answer.status_code == 422 and answer.context["form"].errors, said
            continue
        assert read_now(browser, where).status_code == 200, said
        read += judged(filing, browser, where, said)
        assert read_facts(filing.pk) == before, said
    return read


def judged(filing, browser, where, said):
    """A refusal says where, what and how; what was read is written whole, and taken back."""
    draft = ImportDraft.objects.get(filing=filing)
    if draft.package is None:
        assert draft.problems and all(PLACED.fullmatch(each) for each in draft.problems), (said, draft.problems)
        assert said[1] not in OF_CELLS or all(each.startswith("工作表“") for each in draft.problems), (said, draft.problems)
        return False
    with pytest.raises(Undone), transaction.atomic():
        assert browser.post(f"{where}import/").status_code == 302, said
        assert read_facts(filing.pk) == facts_of(draft.package), said
        raise Undone
    return True


def test_odd_files(entered):
    read = hand_in_all(entered, range(FEW))
    assert 0 < read < FEW, read


@pytest.mark.deep
@pytest.mark.parametrize("first", range(0, MANY, AT_ONCE))
def test_ten_thousand_odd_files(entered, first):
    hand_in_all(entered, range(first, first + AT_ONCE))
