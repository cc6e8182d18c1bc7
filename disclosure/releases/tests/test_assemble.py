"""The document: its shape, its addresses, its determinism; its tables add up for any ledger."""

import json
from decimal import Decimal

from hypothesis import given, settings

from disclosure.core.facts import Line
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.tests.test_rounding import LINES
from disclosure.packs.jiangxi.tests.documents import cells, document_of
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import Imprint, assemble

KEYS = [
    "format", "title", "agency", "year", "kind", "scope", "amount_unit", "draft", "origin", "original", "imprint", "summary", "parts",
    "statements", "performance", "glossary", "findings",
]  # fmt: skip
ROW = {"key", "code", "printed_code", "name", "level", "depth", "line", "align", "cells", "yuan"}


def test_the_document_has_the_shape_of_the_contract() -> None:
    document = document_of(facts(line("10000")))
    assert list(document) == KEYS
    assert [part["number"] for part in document["parts"]] == [1, 2, 3, 4]
    assert json.loads(json.dumps(document)) == document


def test_every_row_has_every_key_and_every_cell_its_column() -> None:
    panels = [panel for each in document_of(facts(line("10000")))["statements"] for panel in each["panels"]]
    assert all(set(row) == ROW for panel in panels for row in panel["rows"])
    assert all(list(row["cells"]) == [column["key"] for column in panel["columns"]] for panel in panels for row in panel["rows"])


def test_yuan_stand_beside_what_is_printed_and_blank_is_null() -> None:
    statement = next(each for each in document_of(facts(line("12345.67")))["statements"] if each["code"] == "YS03")
    row = statement["panels"][0]["rows"][0]
    assert row["cells"] == {"total": "1.23", "basic": "1.23", "project": ""}
    assert row["yuan"] == {"total": "12345.67", "basic": "12345.67", "project": None}


def test_an_exact_zero_prints_blank_and_a_small_amount_does_not() -> None:
    assert cells(document_of(facts(line("0"))), "YS03")["total"]["total"] == ""
    assert cells(document_of(facts(line("40"))), "YS03")["total"]["total"] == "0.00"


def test_the_imprint_is_the_only_difference_of_a_release() -> None:
    filed = facts(line("10000"))
    template = template_for("jiangxi", filed.kind, filed.scope, filed.year)
    released = assemble(filed, template, imprint=Imprint("江西省安澜市", 2, "2024-02-08T09:00:00+08:00", "https://example.org/"))
    assert released["imprint"]["version"] == 2
    assert released | {"imprint": None} == document_of(filed)


@settings(max_examples=30, deadline=None)
@given(LINES.filter(bool))
def test_every_table_of_any_ledger_agrees_with_every_other(lines: list[Line]) -> None:
    document = document_of(facts(*lines))
    income, spending, fiscal = (cells(document, code) for code in ("YS02", "YS03", "YS04"))
    number = {key: Decimal((text or "0").replace(",", "")) for key, text in income["total"].items()}
    assert income["total"]["total"] == spending["total"]["total"] == cells(document, "YS01")["income_total"]["income"]
    assert number["total"] == number["carryover"] + number["fiscal"] + sum(number[key] for key in list(number)[6:])
    assert number["fiscal"] == number["general"] + number["fund"] + number["soe"]
    assert fiscal["expenditure_total"]["total"] == fiscal["income_total"]["income"] == income["total"]["fiscal"]
    assert all(income[code]["total"] == row["total"] for code, row in spending.items())
