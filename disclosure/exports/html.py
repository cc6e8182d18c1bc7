"""The whole disclosure as one HTML file that needs no other file, no network and no script. It knows the document and nothing else."""

import base64
import hashlib
from datetime import datetime
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from disclosure.exports.dates import spoken_time
from disclosure.exports.page import page_of
from disclosure.exports.shape import Document

SHEETS = ("tokens", "base", "masthead", "release", "prose", "statement", "form", "findings", "closing", "paper")


def page_html(document: Document) -> str:
    """The file `disclosure.html`; a document without an imprint is shown without version and date."""
    style = styles()
    imprint = document["imprint"]
    context = {
        "page": page_of(document),
        "style": mark_safe(style),  # noqa: S308  our own style sheets, from the repository
        "style_hash": csp_hash(style),
        "published": spoken_time(datetime.fromisoformat(imprint["published_at"])) if imprint else "",
    }
    return render_to_string("public/disclosure.html", context)


@cache
def styles() -> str:
    return "\n".join(_sheet(name) for name in SHEETS)


def _sheet(name: str) -> str:
    found = finders.find(f"css/{name}.css")
    if not isinstance(found, str):
        raise FileNotFoundError(f"css/{name}.css")
    return Path(found).read_text(encoding="utf-8")


def csp_hash(style: str) -> str:
    """What a browser compares the style element with, so that nothing else in the file can be a style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
