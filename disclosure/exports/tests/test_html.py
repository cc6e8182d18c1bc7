"""The standalone file: everything the document says, nothing from elsewhere, the cells in their places."""

import re

import pytest

from disclosure.exports.html import csp_hash, page_html
from disclosure.exports.tests.documents import department_document, document, figure, section


def text(page):
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "|", page))


@pytest.mark.parametrize("made", [document(), department_document()])
def test_needs_nothing_else(made):
    page = page_html(made)
    assert not re.findall(r"<(?:script|link(?! rel=\"icon\" href=\"data:,\")|img|iframe|form)\b", page)
    assert not re.findall(r"(?:src|href)=\"(?!#|data:,)", page)
    assert "@import" not in page
    assert "url(" not in page


def test_allows_only_its_own_style():
    page = page_html(document())
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert f"default-src 'none'; style-src '{csp_hash(style)}'; img-src data:" in page
    assert " style=" not in page


def test_shows_the_imprint():
    said = text(page_html(document()))
    assert "第1版" in said
    assert "2024年2月8日09:00" in said
    assert "https://ysgk.example.gov.cn/361100/307001/2024/budget/" in said


def test_marks_a_draft_on_top_and_in_the_title():
    page = page_html(document(draft=True, imprint=None))
    assert "<title>草稿　安澜市档案馆2024年单位预算</title>" in page
    assert "未经审核，不得公开" in page
    assert "草稿" not in page_html(document())


@pytest.mark.parametrize("made", [document(), department_document()])
def test_every_printed_cell_stands_in_its_place_once(made):
    page = page_html(made)
    for statement in made["statements"]:
        tabled = statement["printed"] and not statement["form"]
        for panel in statement["panels"]:
            for row in panel["rows"]:
                for column, shown in row["cells"].items():
                    found = re.findall(rf'id="{statement["code"]}-{row["key"]}-{column}">([^<]*)<', page)
                    assert found == ([shown] if tabled else [])


@pytest.mark.parametrize("made", [document(), department_document()])
def test_every_word_of_the_document_is_there(made):
    said = text(page_html(made)).replace("|", "")
    words = [made["title"], *(part["title"].partition("　")[2] for part in made["parts"])]
    words += [term["definition"] for term in made["glossary"]]
    words += [s["title"] for s in made["statements"] if s["printed"]] + [note for s in made["statements"] for note in s["notes"]]
    words += [item["level3"] for form in made["performance"]["projects"] for item in form["indicators"]]
    assert [word for word in words if re.sub(r"\s+", "", word) not in said] == []


def test_a_figure_without_a_printed_cell_is_plain_text():
    parts = document()["parts"]
    parts[2]["sections"] = [
        section("一", "说明", ["共", figure("12.00", "YX01", "total", "basic"), "万元，见", figure("3.00", "YS09", "x", "y"), "。"])
    ]
    page = page_html(document(parts=parts))
    assert "12.00万" in text(page).replace("|", "")
    assert 'href="#YX01' not in page
    assert '<a class="fig-link" href="#YS09">3.00</a>' in page


def test_what_was_typed_is_never_markup():
    made = document(title="安澜市档案馆<b>2024</b>")
    made["parts"][0]["sections"][0] = section(
        "一", "<i>", "<script>alert(1)</script>财政拨款<b>", ["<u>", figure("<s>", "YS01", "in0", "income")]
    )
    made["glossary"][0]["definition"] = "<em>"
    page = page_html(made)
    assert not re.findall(r"<(?:script|i|u|s|em|b)>", page)
