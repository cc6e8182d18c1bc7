"""Performance forms in a workbook: the grid of the paper, its cells merged. It knows no statement."""

from disclosure.exports import forms
from disclosure.exports.form_grid import FormCell, merged_rows, top_rows
from disclosure.exports.grid import placed
from disclosure.exports.shape import Form
from disclosure.exports.xlsx_paper import BOX, Paper, lines_of

WIDTHS = {4: (18, 20, 34, 24), 5: (18, 18, 28, 18, 18), 6: (14, 18, 26, 18, 18, 30)}  # in digits, by the number of columns


def write_form(paper: Paper, row: int, form: Form, kind: str) -> int:
    """Draw the form from `row` on; returns the row below it and a gap."""
    rows = [*top_rows(form, kind), *merged_rows(form, kind)]
    widths = WIDTHS[len(forms.indicator_columns(form, kind))]
    lines = [1] * len(rows)
    paper.set_widths(widths)
    for down, column, cell in placed([each.cells for each in rows]):
        paper.write_spanned(row + down, column, cell, paper.look(**BOX, **style(cell), text_wrap=True, num_format="@"))
        if cell.rowspan == 1:
            lines[down] = max(lines[down], lines_of(cell.text, widths[column : column + cell.colspan]))
    for down, count in enumerate(lines):
        paper.set_height(row + down, count)
    return row + len(rows) + 1


def style(cell: FormCell) -> dict[str, object]:
    if cell.scope == "col":
        return {"align": "center", "bold": True}
    return {"align": "right" if cell.css == "fig" else "left"}
