"""Long rows by Jinja inside a page of Django's: `{% rows "league" places=places %}` is templates/rows/league.jinja."""

from typing import Any

from django import template
from django.template import engines
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def rows(name: str, **shown: Any) -> SafeString:
    """The rows of that name, with exactly what they are given; everything in them was escaped by Jinja."""
    return mark_safe(engines["rows"].get_template(f"{name}.jinja").render(shown))  # noqa: S308
