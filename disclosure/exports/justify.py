"""Justification of Chinese lines for WeasyPrint 70, which stretches spaces only and Chinese has none.

Private API of the pinned version: `test_justify.py` shows when an upgrade breaks it. It knows no document.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout

CHINESE = ("\u2e80", "\uffef")
PLANES = "\U00020000"  # the rarer characters, from here on


def install() -> None:
    """Replace WeasyPrint's justification by one that spaces characters; lines without Chinese keep theirs."""
    by_spaces = inline.justify_line

    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        found = list(texts(line))
        characters = sum(len(box.text) for box in found)
        if characters > 1 and any(is_chinese(sign) for box in found for sign in box.text):
            spread(context, line, extra_width / (characters - 1), 0)
        else:
            by_spaces(context, line, extra_width)

    inline.justify_line = justify_line


def is_chinese(sign: str) -> bool:
    return CHINESE[0] <= sign <= CHINESE[1] or sign >= PLANES


def texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, (boxes.LineBox, boxes.InlineBox)):
            yield from texts(child)


def spread(context: Any, box: Any, extra: float, advance: float) -> float:
    """Widen every character by `extra`; returns how far what follows has moved."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            advance = _spread_text(context, child, extra, advance)
        elif isinstance(child, (boxes.LineBox, boxes.InlineBox)):
            child.position_x += advance
            before, advance = advance, spread(context, child, extra, advance)
            child.width += advance - before
        else:
            child.translate(advance, 0)
    return advance


def _spread_text(context: Any, box: Any, extra: float, advance: float) -> float:
    spacing = box.style["letter_spacing"]
    box.position_x += advance
    box.style = box.style.copy()
    box.style["letter_spacing"] = (0 if spacing == "normal" else spacing) + extra
    box.pango_layout = create_layout(box.text, box.style, context, max_width=None, justification_spacing=0)
    box.pango_layout.deactivate()
    added = extra * len(box.text)
    box.width += added
    return advance + added
