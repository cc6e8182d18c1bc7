"""The rows of long tables (templates/rows): escaped, complete, without words of their own; and what is withdrawn between two questions is left out."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from jinja2 import UndefinedError

from disclosure.exports.measures import BY_KEY
from disclosure.web.public.facets import Choice
from disclosure.web.public.figure_rows import Entry
from disclosure.web.public.leagues import Place, ordered, places
from disclosure.web.public.tests.places import show, three

ROWS = sorted((Path(settings.BASE_DIR) / "templates" / "rows").glob("*.jinja"))
CHOICE = Choice(2024, "budget", "unit", "")


def written(name, **shown):
    return engines["rows"].get_template(f"{name}.jinja").render(shown)


def place(**changes):
    said = {"name": "甲局", "people": None, "text": "1.00", "change": ("", "", ""), "href": "/", "length": 12.34, "number": 1}
    return Place("361100", "安澜市", "307001", yuan=Decimal(10000), prior=None, **(said | changes))


def test_no_word_stands_in_them_that_would_stay_chinese_in_english():
    assert len(ROWS) > 8
    assert [path.name for path in ROWS if re.search(r"[\u4e00-\u9fff]", path.read_text(encoding="utf-8"))] == []


def test_what_an_agency_is_called_is_never_markup():
    row = written("league", places=[place(name="<script>alert(1)</script>&局", href='/"><b>')], ranked=True)
    assert "<script>" not in row and "&lt;script&gt;alert(1)&lt;/script&gt;&amp;局" in row and '"><b>' not in row


def test_blank_is_not_zero():
    assert '<td class="n"></td><td class="n"></td></tr>' in written("league", places=[place()], ranked=False)
    assert '<td class="n">0</td><td class="n"></td></tr>' in written("league", places=[place(people=0)], ranked=False)


def test_a_name_that_was_not_given_is_an_error_and_no_gap():
    with pytest.raises(UndefinedError):
        written("league", places=[place()])


@pytest.mark.django_db
def test_what_is_withdrawn_after_the_order_was_made_is_left_out():
    three()
    show(ranks=True)
    measure = BY_KEY["basic"]
    entries = [*ordered(measure, CHOICE, "amount"), Entry(10**9, 5)]
    shown = places(measure, CHOICE, entries, among=entries)
    assert [each.agency_code for each in shown] == ["307001", "307002", "307003"] and shown[0].length == 100.0
