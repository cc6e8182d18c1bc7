"""Straight rules for WeasyPrint 70, which clips and fills a ring for every side of every cell: a tenth of the time.

Private API of the pinned version: `test_borders.py` compares what both draw. It knows no document.
"""

from typing import Any

from weasyprint import draw
from weasyprint.draw.color import get_color

SIDES = ("top", "right", "bottom", "left")
CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")


def install() -> None:
    """Fill plain rules as rectangles; whatever else a border may be stays with WeasyPrint."""
    by_rings = draw.draw_border

    def draw_border(stream: Any, box: Any) -> None:
        rules = plain_rules(box)
        if rules is None:
            by_rings(stream, box)
        elif rules:
            fill(stream, rules, get_color(box.style, f"border_{rules[0][0]}_color"))

    draw.draw_border = draw_border


Rule = tuple[str, float, float, float, float]


def plain_rules(box: Any) -> list[Rule] | None:
    """(side, x, y, width, height) of visible solid rules of one colour; None where the box is no such thing."""
    style = box.style
    sides = [side for side in SIDES if getattr(box, f"border_{side}_width")]
    if not sides:
        return None if style["column_width"] != "auto" or style["column_count"] != "auto" else []
    colors = {get_color(style, f"border_{side}_color") for side in sides}
    plain = style["visibility"] == "visible" and style["border_image_source"][0] == "none" and len(colors) == 1
    straight = all(getattr(box, f"border_{corner}_radius", (0, 0)) == (0, 0) for corner in CORNERS)
    if not (plain and straight and all(style[f"border_{side}_style"] == "solid" for side in sides)):
        return None
    return [rule(box, side) for side in sides]


def rule(box: Any, side: str) -> Rule:
    x, y, width, height = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    thick = getattr(box, f"border_{side}_width")
    if side in ("top", "bottom"):
        return side, x, y if side == "top" else y + height - thick, width, thick
    return side, x if side == "left" else x + width - thick, y, thick, height


def fill(stream: Any, rules: list[Rule], color: Any) -> None:
    """One path of at least two rectangles: viewers widen a lone hairline to a whole pixel, and rules would differ."""
    if len(rules) == 1:
        side, x, y, width, height = rules[0]
        rules = [(side, x, y, width * 0.6, height), (side, x + width * 0.4, y, width * 0.6, height)]
    with stream.artifact(), stream.stacked():
        stream.set_color(color)
        for _, *place in rules:
            stream.rectangle(*place)
        stream.fill()
