"""Widths: figures fit, names wrap, the page is filled."""

from disclosure.exports.drawing import PAGE, table_views
from disclosure.exports.layout import Leaf
from disclosure.exports.tests.documents import department_document, economic, income, three_public
from disclosure.exports.widths import PADDING, balanced, fit, text_width


def leaf(kind, title="合计"):
    return Leaf("k", title, "", kind, (), 0, False)


def test_figures_are_measured_in_the_face_of_figures():
    assert text_width("12,345,678.90") == 10 * 0.5 + 3 * 0.25
    assert text_width("档案") == 2


def test_the_widest_figure_fits_its_column_and_the_page_is_filled():
    columns = [(leaf("name"), [("档案馆" * 3, 2)])] + [(leaf("money"), [("12,345,678.90", 0)])] * 4
    size, widths = fit(columns, 432, 10)
    assert size == 10 and round(sum(widths)) == 432
    assert all(width >= 57.5 + PADDING - 0.1 for width in widths[1:])


def test_many_wide_columns_take_smaller_type():
    columns = [(leaf("code"), [("2101501", 2)]), (leaf("name"), [("档案馆", 2)])] + [(leaf("money"), [("12,345,678.90", 0)])] * 8
    size, widths = fit(columns, 432, 10)
    assert size < 9 and round(sum(widths)) == 432


def test_too_many_columns_still_fill_the_page():
    _, widths = fit([(leaf("money"), [("12,345,678.90", 0)])] * 30, 432, 10)
    assert round(sum(widths)) == 432


def test_no_figure_of_a_statement_is_wider_than_its_column():
    for statement in (economic(60, 10_000), income(), three_public(), *department_document()["statements"][:5]):
        for table in table_views(statement):
            for line in table.lines:
                for cell, share in zip(line, table.widths, strict=True):
                    room = PAGE[statement["orientation"]] * share / 100 - PADDING + 0.5
                    assert cell.heads or text_width(cell.text) * table.size <= room


def test_titles_break_into_even_lines():
    assert balanced("公务用车购置及运行维护费", 10.2) == "公务用车购置\n及运行维护费"
    assert balanced("事业收入", 3.5) == "事业\n收入"
    assert balanced("预算数", 3.5) == "预算数"
    assert balanced("因公出国（境）费", 4.4) == "因公出国\n（境）费"
