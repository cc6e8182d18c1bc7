"""All files of one document, read back before anyone sees them; it knows their names, not their insides."""

from disclosure.exports.figures import FiguresDiffer, check_pdf, check_xlsx
from disclosure.exports.html import page_html
from disclosure.exports.json_file import render_json
from disclosure.exports.pdf import render_pdf
from disclosure.exports.shape import Document
from disclosure.exports.tables import render_tables
from disclosure.exports.xlsx import render_xlsx

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
}


def write_files(document: Document) -> tuple[dict[str, bytes], int]:
    """Name -> bytes, and how many figures were read back and compared. Raises FiguresDiffer, or PdfError where no PDF was made."""
    pdf, xlsx = render_pdf(document), render_xlsx(document)
    checked = {"disclosure.pdf": check_pdf(document, pdf), "disclosure.xlsx": check_xlsx(document, xlsx)}
    for name, comparison in checked.items():
        if comparison.differences:
            raise FiguresDiffer(name, comparison)
    files = all_files(document, pdf, xlsx)
    return files, sum(comparison.count for comparison in checked.values())


def all_files(document: Document, pdf: bytes, xlsx: bytes) -> dict[str, bytes]:
    """The files by name, the PDF and the workbook among them."""
    page = page_html(document)
    files = {"disclosure.json": render_json(document), "disclosure.pdf": pdf, "disclosure.xlsx": xlsx}
    return {**files, "disclosure.html": page.encode(), "findings.json": render_json(document["findings"]), **render_tables(document)}
