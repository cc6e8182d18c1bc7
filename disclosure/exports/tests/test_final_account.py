"""A whole final account of the pack, from its ledger to its files: everything is printed, nothing is lost, and nothing spent is printed too."""

import re
from dataclasses import replace

import pytest

from bench.filings import final_of
from disclosure.exports.anchors import cell_id
from disclosure.exports.execution import execution_of
from disclosure.exports.files import write_files
from disclosure.exports.html import page_html
from disclosure.exports.tests.press import page_texts
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import assemble


@pytest.fixture(scope="module", params=[60, 0], ids=["filled", "nothing spent"])
def drawn(request):
    """The document, its files and the text of its pages; without lines every table is empty and printed all the same."""
    facts = final_of(request.param or 60)
    facts = facts if request.param else replace(facts, lines=(), projects=())
    made = assemble(facts, template_for(facts.pack, facts.kind, facts.scope, facts.year))
    files, count = write_files(made)
    assert count > 200 and len(files) == 5 + len(made["statements"])
    return made, page_texts(files["disclosure.pdf"])


def test_every_table_begins_below_its_title(drawn):
    made, pages = drawn
    for statement in made["statements"][:10]:
        first = statement["panels"][0]["rows"][0]["name"]
        assert any(f"公开{statement['number']:02d}表" in page and first in page for page in pages), statement["title"]


def test_a_table_that_less_white_brings_onto_one_page_has_its_totals_and_notes_there(drawn):
    page = next(page for page in drawn[1] if "公开01表" in page)
    assert "一、一般公共预算财政拨款收入" in page and "年末结转和结余" in page and "金额单位转换时可能存在尾数误差" in page


def test_every_printed_cell_has_its_place_once(drawn):
    made, page = drawn[0], page_html(drawn[0])
    places = [
        cell_id([s["code"], r["key"], c["key"]])
        for s in made["statements"][:10]
        for p in s["panels"]
        for r in p["rows"]
        for c in p["columns"]
    ]
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and set(places) <= set(ids)


def test_budget_and_outturn_stand_side_by_side_where_there_is_any(drawn):
    made = drawn[0]
    shown = [table for table in execution_of(made) if table.rows]
    assert bool(shown) == (made["statements"][0]["status"] == "present")
