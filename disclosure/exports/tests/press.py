"""What the tests of paper share: each document printed once a run, and small ways to look inside a PDF."""

import io
from functools import cache

import pikepdf

from disclosure.exports import tags
from disclosure.exports.paper import document_html
from disclosure.exports.pdf import renderer
from disclosure.exports.tests.documents import department_document, document
from disclosure.exports.tests.finals import final_document
from disclosure.exports.tests.oddities import odd_document
from disclosure.exports.tests.transcribed import transcribed_document

DOCUMENTS = {
    "unit": document,
    "department": department_document,
    "odd": odd_document,
    "final": final_document,
    "transcribed": transcribed_document,
    "draft": lambda: document(draft=True, imprint=None),
}


@cache
def html_of(name="unit"):
    return document_html(DOCUMENTS[name]())


@cache
def pdf_of(name="unit"):
    return renderer.render(html_of(name))


def open_pdf(name="unit"):
    return pikepdf.open(io.BytesIO(pdf_of(name)))


def elements(pdf, *kinds):
    return [element for element in tags.walk(tags.root_of(pdf)) if element.S in kinds]


def page_texts(data):
    """The text of each page, running heads included, without spaces."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    pages = extract_pages(io.BytesIO(data))
    return ["".join(part.get_text() for part in page if isinstance(part, LTTextContainer)).replace(" ", "") for page in pages]
