"""What a transcribed document was published as before: title, day and address of the original. It knows no page and no paper."""

from dataclasses import dataclass

from disclosure.exports.dates import chinese_date
from disclosure.exports.shape import Document

FOLLOWED = ("http://", "https://")


@dataclass(frozen=True)
class OriginalView:
    """`href` is empty where the address is none that a reader may follow."""

    title: str = ""
    published: str = ""
    href: str = ""
    note: str = ""


def original_of(document: Document) -> OriginalView | None:
    """None for a document that was made here."""
    if document.get("origin") != "transcribed":
        return None
    given = document.get("original")
    if not given:
        return OriginalView()
    published, address = given.get("published_on"), given.get("address") or ""
    href = address if address.lower().startswith(FOLLOWED) else ""
    return OriginalView(given["title"], chinese_date(published) if published else "", href, given.get("note") or "")
