"""Check values of what a document says: all of it, and what of it must not change between the signature and the release. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from disclosure.core.edition_files import edition_path
from disclosure.core.facts import Facts
from disclosure.exports.shape import Document


def sha256(body: bytes) -> str:
    """The check value that pages and files print."""
    return hashlib.sha256(body).hexdigest()


def canonical(said: Any) -> bytes:
    """One writing of a JSON value."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def without(document: Document, keys: Iterable[str]) -> Mapping[str, Any]:
    return {key: value for key, value in document.items() if key not in keys}


def content_hash(document: Document) -> str:
    """The check value of what the document says, findings included, whatever version says it."""
    return sha256(json.dumps(without(document, ("imprint",)), ensure_ascii=False, sort_keys=True).encode())


def seen_hash(document: Document, pack: str) -> str:
    """What a person saw when he agreed: document, findings, and the versions of pack and codes behind them."""
    return sha256(canonical([without(document, ("imprint", "draft")), pack_version(pack), codes_version(document["year"])]))


def substance_hash(document: Document) -> str:
    """What is signed and released: the document without the findings, which other documents' releases may change."""
    return sha256(canonical(without(document, ("imprint", "draft", "findings"))))


def amounts_hash(facts: Facts) -> str:
    """The exact amounts of the ledger, in whatever order; of a transcribed document its printed tables."""
    if facts.transcript is not None:
        return sha256(canonical(sorted(repr(table) for table in facts.transcript.tables)))
    return sha256(canonical(sorted([str(value) for value in (getattr(line, name) for name in line.__slots__)] for line in facts.lines)))


@cache
def pack_version(pack: str) -> str:
    """The check value of the pack's declarations."""
    folder = Path(__file__).parents[1] / "packs" / pack
    return sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.py"))))


@cache
def codes_version(year: int) -> str:
    """The check value of the year's classification."""
    return sha256(edition_path(year).read_bytes())
