"""The bar beside an amount in a table, drawn on the server; the amount itself stands in the cell before it."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
CELL = (
    '<td class="bar-cell"><svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    '<rect class="b" x="0" y="2" height="8" width="{}" />{}</svg></td>'
)
MIDDLE = '<line class="m" x1="{0}" x2="{0}" y1="0" y2="12" />'


@register.simple_tag
def bar_cell(length: float, middle: float = 0) -> SafeString:
    """`length` in percent of the longest, `middle` where the median stands; 0 is nowhere."""
    return format_html(CELL, f"{length:.1f}", format_html(MIDDLE, f"{middle:.1f}") if middle else "")
