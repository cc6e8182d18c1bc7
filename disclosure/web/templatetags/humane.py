"""Days, times and sizes in templates, as readers of the language write them."""

from datetime import date, datetime

from django import template
from django.utils.timezone import localtime

from disclosure.exports.dates import spoken_date, spoken_time
from disclosure.web.public.edition import spoken_size

register = template.Library()


@register.filter
def day(moment: date | None) -> str:
    """2024年2月8日, in English 2024-02-08; blank where there is none."""
    return spoken_date(moment) if moment else ""


@register.filter
def format_of(name: str) -> str:
    """CSV of figures-all.csv."""
    return name.rpartition(".")[2].upper()


@register.filter
def spoken(size: int) -> str:
    """46 KB."""
    return spoken_size(size)


@register.filter
def moment(when: datetime) -> str:
    """2026年11月28日09:10, by the clock of the place."""
    return spoken_time(localtime(when))
