"""The questions that stand in addresses: years, kinds, pages. What is not understood is refused in words, never guessed. Knows no database."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

T = TypeVar("T")
MOST_PAGES = 500
# What an address may ask; anything else is somebody's own mark (WeChat appends some) and changes nothing.
KNOWN = frozenset({"q", "in", "region", "year", "kind", "scope", "word", "page", "a", "add", "sort", "chart", "format"})


def year_of(request: HttpRequest, years: Sequence[int]) -> int:
    """The year asked for, else the first of those there are; 0 where there are none. Raises BadRequest."""
    typed = request.GET.get("year", "")
    if not typed:
        return years[0] if years else 0
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise BadRequest(_("年度要写成四位数字，如2024。"))
    return int(typed)


def one_of(request: HttpRequest, name: str, known: Collection[str], otherwise: str = "") -> str:
    """What the address says under this name, if it is known; blank is `otherwise`. Raises BadRequest."""
    typed = request.GET.get(name, "")
    if not typed:
        return otherwise
    if typed not in known:
        raise BadRequest(_("地址里的%(name)s不是平台认识的值。") % {"name": name})
    return typed


def page_of(request: HttpRequest, rows: Sequence[T] | QuerySet[Any, T], size: int) -> Page[T]:
    """The page asked for, the first where nothing is asked, the last where there are fewer. Raises BadRequest."""
    typed = request.GET.get("page", "1") or "1"
    if not (typed.isascii() and typed.isdigit() and 0 < len(typed) < 8):
        raise BadRequest(_("页码要写成数字，如2。"))
    return Paginator(rows, size).get_page(min(int(typed), MOST_PAGES))


def without(request: HttpRequest, *names: str) -> str:
    """The rest of the address's question, to be carried on: year=2024&kind=budget."""
    kept = request.GET.copy()
    for name in (*names, *(set(kept) - KNOWN)):
        kept.pop(name, None)
    return kept.urlencode()


def asked_of(question: str) -> str:
    """The same of a bare question."""
    kept = QueryDict(question, mutable=True)
    for name in set(kept) - KNOWN:
        kept.pop(name)
    return kept.urlencode()


def region_of(request: HttpRequest) -> str:
    """The six digits of the region asked for; blank is everywhere. Raises BadRequest."""
    typed = request.GET.get("region", "")
    if typed and not (typed.isascii() and typed.isdigit() and len(typed) == 6):
        raise BadRequest(_("地区要写成六位行政区划代码，如361100。"))
    return typed
