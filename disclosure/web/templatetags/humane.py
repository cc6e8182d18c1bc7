"""Amounts and changes in templates, as everywhere: 万元 with two decimals, a word beside every arrow."""

from datetime import date
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from disclosure.exports.dates import spoken_date
from disclosure.web.public.amounts import in_wan

register = template.Library()


@register.filter
def change_in_wan(yuan: Decimal | None) -> str:
    """↑ 增加 0.50; 持平; blank where nothing is known."""
    if yuan is None:
        return ""
    if not yuan:
        return _("持平")
    arrow, word = ("↑", _("增加")) if yuan > 0 else ("↓", _("减少"))
    return format_html('<span aria-hidden="true">{}</span> {} {}', arrow, word, in_wan(abs(yuan)))


@register.filter
def day(moment: date | None) -> str:
    """2024年2月8日, in English 2024-02-08; blank where there is none."""
    return spoken_date(moment) if moment else ""


@register.filter
def whole(yuan: Decimal | None) -> str:
    """6,385; blank where there is none."""
    return "" if yuan is None else f"{yuan:,.0f}"
