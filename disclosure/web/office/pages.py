"""The page that is nothing but one form: its title, its form, the way back. Knows no form."""

from typing import TypedDict

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise


class Above(TypedDict):
    """The name of the address above a page, and what it is called."""

    up: str
    words: str | Promise


def form_page(request: HttpRequest, form: BaseForm, *, title: str, up: str, words: str | Promise, back: str = "") -> HttpResponse:
    """`up` and `words`: the name of the address above and what it is called; `back`: where leaving leads, when not there."""
    above = reverse(up)
    return render(request, "office/form_page.html", {"form": form, "title": title, "up": above, "words": words, "back": back or above})
