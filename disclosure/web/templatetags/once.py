"""A part of a page that depends on nothing, put together once a process: `{% once "_parts/styles.html" %}`."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def once(name: str) -> SafeString:
    """The template of that name, which is given nothing."""
    return _written(name)


@cache
def _written(name: str) -> SafeString:
    return mark_safe(render_to_string(name))  # noqa: S308  our own template, which escapes
