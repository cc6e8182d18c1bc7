"""All files of a document, and the refusal to hand out one that differs."""

import json

import pytest

from disclosure.exports import files
from disclosure.exports.figures import FiguresDiffer
from disclosure.exports.json_file import render_json
from disclosure.exports.tests.documents import document
from disclosure.exports.tests.press import pdf_of
from disclosure.exports.xlsx import render_xlsx


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setattr(files, "page_html", lambda made: made["title"])
    monkeypatch.setattr(files, "render_pdf", lambda made: pdf_of())


def test_the_names_of_the_contract(page):
    made, count = files.write_files(document())
    names = {"disclosure.json", "disclosure.pdf", "disclosure.html", "disclosure.xlsx", "findings.json", "tables/03-expenditure.csv"}
    assert names <= set(made) and count > 400
    assert json.loads(made["disclosure.json"]) == document()
    assert made["findings.json"] == b"[]\n"


def test_a_pdf_that_differs_is_refused_with_the_place(page):
    other = document()
    other["statements"][2]["panels"][0]["rows"][3]["cells"]["basic"] = "4,778.91"
    with pytest.raises(FiguresDiffer, match="disclosure.pdf .* 1 处不符：表3 行 2012601 列 基本支出"):
        files.write_files(other)


def test_a_workbook_that_differs_is_refused(page, monkeypatch):
    other = document()
    other["statements"][2]["panels"][0]["rows"].pop()
    monkeypatch.setattr(files, "render_xlsx", lambda made: render_xlsx(other))
    with pytest.raises(FiguresDiffer, match="disclosure.xlsx"):
        files.write_files(document())


def test_json_is_the_document_itself_in_its_own_order():
    data = render_json({"b": "中", "a": ["0.10", None]})
    assert data == '{\n "b": "中",\n "a": [\n  "0.10",\n  null\n ]\n}\n'.encode()
    with pytest.raises(ValueError):
        render_json({"a": float("nan")})
