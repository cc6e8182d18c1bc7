"""Performance forms: figures stand in the order of the form, whatever the order in which a document stores them."""

import pytest

from disclosure.exports.forms import FUNDS, funds
from disclosure.exports.tests.documents import department_document, document


@pytest.mark.parametrize("kind", ["project", "department"])
def test_stored_keys_in_another_order_change_nothing(kind):
    performance = department_document()["performance"] if kind == "department" else document()["performance"]
    form = performance["department"] if kind == "department" else performance["projects"][0]
    turned = {**form, "funds": dict(sorted(form["funds"].items(), reverse=True))}
    assert funds(turned, kind) == funds(form, kind)
    assert [title for title, _ in funds(turned, kind)] == list(FUNDS[kind].values())
