"""Addresses on pages that both halves serve: the half that serves the page need not serve the address."""

from django import template
from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode

register = template.Library()


@register.simple_tag
def at_public(name: str) -> str:
    """The address of the public page of this name."""
    return reverse(name, urlconf="disclosure.web.public.urls")


@register.simple_tag
def at_report(about: str = "") -> str:
    """Where a mistake of the page `about` is reported, in the manner of the page."""
    prefix = get_script_prefix()
    asked = "?" + urlencode({"at": "/" + about.removeprefix(prefix)}) if about else ""
    return f"{prefix}report/{asked}"
