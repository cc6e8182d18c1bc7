"""What differs between two documents: cell by cell, paragraph by paragraph, form by form. Sees only the documents; knows no release."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

from disclosure.exports.places import walk
from disclosure.exports.shape import Document, Form, Section, paragraph_text

Cells = Mapping[tuple[str, str, str], "Cell"]


@dataclass(frozen=True)
class Cell:
    """A printed figure or text of a table, with its names and its exact 元 where it has them."""

    table: str
    row: str
    column: str
    text: str
    yuan: str | None

    @property
    def is_the_same_as(self) -> tuple[str, str | None]:
        return self.text, self.yuan


@dataclass(frozen=True)
class ChangedCell:
    """A cell before and after; None where it was or is not there."""

    address: str
    table: str
    row: str
    column: str
    before: str | None
    after: str | None
    change: str = ""


@dataclass(frozen=True)
class ChangedText:
    """A passage of a section or of a form before and after; None where there was or is none."""

    where: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Changes:
    cells: list[ChangedCell]
    texts: list[ChangedText]

    @property
    def count(self) -> int:
        return len(self.cells) + len(self.texts)


INDICATOR = ("level1", "level2", "level3", "target", "actual", "reason")  # in this order: the database keeps keys in its own


def changes(before: Document, after: Document) -> Changes:
    """Everything in which the second differs from the first."""
    return Changes(list(changed_cells(before, after)), [*changed_sections(before, after), *changed_forms(before, after)])


def cells_of(document: Document) -> Cells:
    return {
        (statement["code"], row["key"], column["key"]): Cell(
            statement["title"], row["name"], column["title"], row["cells"].get(column["key"]) or "", row["yuan"].get(column["key"])
        )
        for statement in document["statements"]
        for panel in statement["panels"]
        for row in panel["rows"]
        for column in panel["columns"]
    }


def changed_cells(before: Document, after: Document) -> Iterator[ChangedCell]:
    """In the order of the tables of the second, then what only the first had."""
    old, new = cells_of(before), cells_of(after)
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        known = now or was
        if known is None or (was and now and was.is_the_same_as == now.is_the_same_as) or not ((was and was.text) or (now and now.text)):
            continue
        texts = (was.text if was else None, now.text if now else None)
        yield ChangedCell("/".join(key), known.table, known.row, known.column, *texts, difference(was, now))


def difference(was: Cell | None, now: Cell | None) -> str:
    """+0.50; empty where one of them is no number."""
    try:
        change = Decimal((now.text if now else "0").replace(",", "") or "0") - Decimal((was.text if was else "0").replace(",", "") or "0")
    except InvalidOperation:
        return ""
    return f"{change:+,}" if change else ""


def changed_sections(before: Document, after: Document) -> Iterator[ChangedText]:
    """Paragraphs by the address of their section."""
    old, new = dict(walk(before)), dict(walk(after))
    for address in [*new, *(address for address in old if address not in new)]:
        was, now = old.get(address), new.get(address)
        title = (now or was or Section(number="", title=address, paragraphs=[], sections=[]))["title"]
        yield from changed_lines(title, paragraphs(was), paragraphs(now))


def paragraphs(section: Section | None) -> list[str]:
    return [paragraph_text(each) for each in section["paragraphs"]] if section else []


def changed_forms(before: Document, after: Document) -> Iterator[ChangedText]:
    """The performance targets of the department and of projects, and the terms that are explained."""
    old, new = forms_of(before), forms_of(after)
    for name in [*new, *(name for name in old if name not in new)]:
        yield from changed_lines(f"绩效目标 {name}", lines_of(old.get(name)), lines_of(new.get(name)))
    yield from changed_lines("名词解释", terms_of(before), terms_of(after))


def forms_of(document: Document) -> dict[str, Form]:
    performance = document["performance"]
    whole = {performance["department"]["name"]: performance["department"]} if performance["department"] else {}
    return whole | {form["name"]: form for form in performance["projects"]}


def lines_of(form: Form | None) -> list[str]:
    if form is None:
        return []
    told = [f"{field['title']}：{field['text']}" for field in form["fields"]] + [form["objective"]]
    return told + ["　".join(str(each.get(key) or "") for key in INDICATOR).rstrip("　") for each in form["indicators"]]


def terms_of(document: Document) -> list[str]:
    return [f"{each['term']}：{each['definition']}" for each in document["glossary"]]


def changed_lines(where: str, before: list[str], after: list[str]) -> Iterator[ChangedText]:
    """Passages that were put in, taken out or put in the place of others."""
    if before == after:
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield ChangedText(where, "\n".join(before[a:b]) or None, "\n".join(after[c:d]) or None)
