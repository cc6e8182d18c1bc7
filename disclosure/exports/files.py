"""All files of one document, read back before anyone sees them; it knows their names, not their insides."""

from importlib import import_module

from disclosure.exports.figures import FiguresDiffer, check_pdf, check_xlsx
from disclosure.exports.json_file import render_json
from disclosure.exports.pdf import render_pdf
from disclosure.exports.shape import Document
from disclosure.exports.tables import render_tables
from disclosure.exports.xlsx import render_xlsx


def write_files(document: Document) -> dict[str, bytes]:
    """Name -> bytes. Raises FiguresDiffer where a file does not say what the document says, PdfError where none was made."""
    pdf, xlsx = render_pdf(document), render_xlsx(document)
    for name, comparison in (("disclosure.pdf", check_pdf(document, pdf)), ("disclosure.xlsx", check_xlsx(document, xlsx))):
        if comparison.differences:
            raise FiguresDiffer(name, comparison)
    page: str = import_module("disclosure.exports.html").page_html(document)
    files = {"disclosure.json": render_json(document), "disclosure.pdf": pdf, "disclosure.xlsx": xlsx}
    return {**files, "disclosure.html": page.encode(), "findings.json": render_json(document["findings"]), **render_tables(document)}
