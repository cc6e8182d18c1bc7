"""What a finished file says: a tagged PDF as headings with the paragraphs and table rows below, a workbook as rows.

It reads as a reader's device does, by tags and marks, and knows neither document nor templates.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pikepdf
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from python_calamine import CalamineWorkbook

from disclosure.exports import tags

HEADINGS = frozenset(("/H2", "/H3", "/H4", "/H5"))
INVISIBLE = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp", "Mn"))
Texts = dict[tuple[int, int], str]  # (page, mark) -> text


@dataclass
class Region:
    """What stands under one heading until the next; the rows are those of table bodies, in order."""

    title: str
    paragraphs: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


class Marks(PDFDevice):
    """Collects the text of every mark; pdfplumber's engine without its geometry, which takes most of the time."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.page, self.open, self.texts = -1, cast(list[int | None], []), cast(Texts, {})

    def begin_page(self, page: Any, ctm: Any) -> None:
        self.page += 1

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        mark = props.get("MCID") if isinstance(props, dict) else None
        self.open.append(mark)

    def end_tag(self) -> None:
        if self.open:
            self.open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        mark = next((mark for mark in reversed(self.open) if mark is not None), None)
        if mark is None or textstate.font is None:
            return
        font = textstate.font
        said = "".join(font.to_unichr(cid) for piece in seq if isinstance(piece, bytes) for cid in font.decode(piece))
        self.texts[self.page, mark] = self.texts.get((self.page, mark), "") + said


def marked_texts(data: bytes) -> Texts:
    manager = PDFResourceManager()
    device = Marks(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))):
        interpreter.process_page(page)
    return device.texts


def read_pdf(data: bytes) -> list[Region]:
    """All regions in the order of the tags; repeated heads of continued tables are left out."""
    texts = marked_texts(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        regions = [Region("")]
        for element in blocks(tags.root_of(pdf)):
            add(regions, element, Told(texts, pages))
    return regions


def blocks(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Headings, paragraphs and tables, not entered further."""
    for child in tags.children(element):
        if child.S in HEADINGS or child.S in ("/P", "/Table"):
            yield child
        else:
            yield from blocks(child)


@dataclass(frozen=True)
class Told:
    """The text of an element: of all its marks and of those below, in order."""

    texts: Texts
    pages: dict[tuple[int, int], int]

    def __call__(self, element: pikepdf.Object) -> str:
        inside = element.get("/K")
        listed = inside if isinstance(inside, pikepdf.Array) else [] if inside is None else [inside]
        return "".join(self._piece(element, kid) for kid in listed)

    def _piece(self, element: pikepdf.Object, kid: Any) -> str:
        if isinstance(kid, int):
            return self.texts.get((self.pages[element.Pg.objgen], kid), "")
        return self(kid) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid else ""


def add(regions: list[Region], element: pikepdf.Object, told: Told) -> None:
    if element.S in HEADINGS:
        regions.append(Region(squeeze(told(element))))
    elif element.S == "/P":
        regions[-1].paragraphs.append(squeeze(told(element)))
    else:
        rows = [row for row, is_head in tags.table_rows(element) if not is_head]
        regions[-1].rows += [[squeeze(told(cell)) for cell in tags.children(row)] for row in rows]


def squeeze(text: str) -> str:
    """Text as it compares: one form for a character, nothing invisible; paper has no spaces to tell apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in INVISIBLE)


def read_xlsx(data: bytes) -> dict[str, Sequence[Sequence[object]]]:
    """Sheet name -> rows of text, numbers and "" for blank."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names: Sequence[str] = book.sheet_names
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
