"""The tags of the finished PDF, as a reader by ear uses them."""

import re

import pytest

from disclosure.exports.tags import children, table_rows
from disclosure.exports.tests.press import elements, open_pdf

NAMES = ["unit", "department", "final"]


def ids(pdf):
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    return {str(names[n]): names[n + 1] for n in range(0, len(names), 2)}


@pytest.mark.parametrize("name", NAMES)
def test_every_head_has_a_scope_and_an_id_that_resolves(name):
    with open_pdf(name) as pdf:
        known = ids(pdf)
        heads = elements(pdf, "/TH")
        assert heads and all(str(cell.A.Scope) in ("/Column", "/Row") for cell in heads)
        assert {known[str(cell.ID)].objgen for cell in heads} == {cell.objgen for cell in heads}
        assert list(known) == sorted(known)


@pytest.mark.parametrize("name", NAMES)
def test_headers_never_dangle_and_every_figure_has_a_column_and_a_row(name):
    with open_pdf(name) as pdf:
        known = ids(pdf)
        for table in elements(pdf, "/Table"):
            for row, is_head in table_rows(table):
                for cell in (c for c in children(row) if c.S == "/TD" and not is_head):
                    scopes = {str(known[str(key)].A.Scope) for key in cell.get("/A", {}).get("/Headers", [])}
                    assert scopes <= {"/Column", "/Row"}
                    assert scopes


def test_a_cell_under_heads_of_two_levels_hears_both_and_its_row():
    with open_pdf() as pdf:
        known, table = ids(pdf), elements(pdf, "/Table")[1]
        row, _ = table_rows(table)[-1]
        cell = children(row)[5]
        assert [str(known[str(key)].A.Scope) for key in cell.A.Headers] == ["/Row", "/Column", "/Column"]


def test_no_content_is_outside_the_tree():
    with open_pdf() as pdf:
        live = {(e.Pg.objgen, int(k)) for e in elements(pdf, "/Span", "/Link", "/Figure") for k in e.K if isinstance(k, int)}
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            marks = {int(m) for m in re.findall(rb"/MCID (\d+)", content)}
            assert marks == {mark for where, mark in live if where == page.objgen}
            assert_marked(content)


def assert_marked(content):
    """Every text object stands between a mark and its end."""
    depth = 0
    for word in re.findall(rb"\b(BMC|BDC|EMC|BT)\b", content):
        depth += {b"BMC": 1, b"BDC": 1, b"EMC": -1}.get(word, 0)
        assert word != b"BT" or depth > 0


def test_running_heads_are_artifacts():
    with open_pdf() as pdf:
        assert all(b"/Artifact <</Type /Pagination>> BDC" in page.Contents.read_bytes() for page in list(pdf.pages)[1:])


def test_links_have_words():
    with open_pdf() as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", []) if "/Dest" in link]
        assert links and {str(link.Contents) for link in links} == {"转到目录所列位置"}


def test_the_picture_of_the_address_has_words():
    with open_pdf() as pdf:
        assert [str(figure.Alt) for figure in elements(pdf, "/Figure")] == ["本文件固定网址二维码"]


def test_headings_do_not_hold_headings():
    with open_pdf() as pdf:
        for heading in elements(pdf, "/H1", "/H2", "/H3"):
            assert not [child for child in children(heading) if str(child.S).startswith("/H")]
