"""Every place of a document that can be spoken of: cells, sentences, sections, each by its address, with its words. Sees only the document."""

from collections.abc import Iterator, Mapping

from disclosure.exports.shape import Document, Section, paragraph_text


def places_of(document: Document, kind: str) -> Mapping[str, str]:
    """Address → words, of one kind: cell (YS03/2101501/basic), sentence (2/一/1: part, section, paragraph), section (2/一)."""
    found = {"cell": cells, "sentence": sentences, "section": sections}[kind]
    return dict(found(document))


def cells(document: Document) -> Iterator[tuple[str, str]]:
    for statement in document["statements"]:
        for panel in statement["panels"]:
            for row in panel["rows"]:
                for column in panel["columns"]:
                    words = f"《{statement['title']}》{row['name']} {column['title']}"
                    yield f"{statement['code']}/{row['key']}/{column['key']}", words


def walk(document: Document) -> Iterator[tuple[str, Section]]:
    """Every section by its address."""

    def below(above: str, section: Section) -> Iterator[tuple[str, Section]]:
        address = f"{above}/{section['number']}"
        yield address, section
        for each in section["sections"]:
            yield from below(address, each)

    for part in document["parts"]:
        for section in part["sections"]:
            yield from below(str(part["number"]), section)


def sections(document: Document) -> Iterator[tuple[str, str]]:
    for address, section in walk(document):
        yield address, f"{section['number']} {section['title']}"


def sentences(document: Document) -> Iterator[tuple[str, str]]:
    for address, section in walk(document):
        for number, paragraph in enumerate(section["paragraphs"], 1):
            yield f"{address}/{number}", f"{section['title']} 第{number}段：{paragraph_text(paragraph)[:30]}"
