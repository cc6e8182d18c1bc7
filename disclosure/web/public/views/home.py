"""The home page: what this is, and what is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.exports.page import KINDS, SCOPES
from disclosure.web.headers import public
from disclosure.web.public.reading import counts, newest
from disclosure.web.public.tables import Ledger, ledger_row

SHOWN, GROUPS = 20, 4


@dataclass(frozen=True)
class Published:
    """How much is published, of which years and kinds."""

    total: int
    shown: int
    parts: list[tuple[str, int]]

    @property
    def is_cut(self) -> bool:
        return self.total > self.shown


@public
def home(request: HttpRequest) -> HttpResponse:
    rows = [ledger_row(each) for each in newest(SHOWN)]
    context = {"table": Ledger(rows), "published": published_of(counts(), len(rows)) if rows else None}
    return render(request, "public/home.html", context)


def published_of(groups: Sequence[Mapping[str, Any]], shown: int) -> Published:
    """`groups`: number of releases for each year, kind and scope, newest first."""
    parts = [(f"{each['year']}年{SCOPES[each['scope']]}{KINDS[each['kind']]}", each["number"]) for each in groups[:GROUPS]]
    return Published(sum(each["number"] for each in groups), shown, parts)
