"""Searches everything public for what a reader typed: agencies, codes, measures, amounts, projects and text, as one list, the likeliest first. Knows no page.

At most two questions to the database.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from disclosure.exports.anchors import cell_id
from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_KEY, LEAGUES, Measure
from disclosure.exports.page import KINDS
from disclosure.exports.spelling import plain
from disclosure.pub.models import Figure
from disclosure.web.public.asked import Asked
from disclosure.web.public.codes import FUNCTIONAL, codes
from disclosure.web.public.codes import Named as Code
from disclosure.web.public.names import Match, names

MOST = 60
SHORTEST_IN_TEXT = 2
KINDS_OF_HIT: Mapping[str, Words] = {
    "agency": gettext_lazy("部门、单位"),
    "code": gettext_lazy("科目"),
    "measure": gettext_lazy("经费"),
    "amount": gettext_lazy("金额"),
    "project": gettext_lazy("项目"),
    "text": gettext_lazy("文字"),
}
OF_AN_AMOUNT = (
    *("release_id", "region", "agency_code", "agency_name", "year", "kind"),
    *("statement", "row", "column", "level", "name", "text"),
)


@dataclass(frozen=True)
class Within:
    """What a search is narrowed to; blank is everything."""

    kind: str = ""
    region: str = ""
    year: int = 0


@dataclass(frozen=True)
class Hit:
    """Something found. `where`: whose and of which year it is; `text`: around the words; `amount` in 万元."""

    rank: float
    kind: str
    title: str
    leads: Callable[[], str]  # many are found and few are shown: addresses and places are put into words when they are
    lies: Callable[[], str] = str
    text: str = ""
    amount: str = ""

    @property
    def href(self) -> str:
        return self.leads()

    @property
    def where(self) -> str:
        return self.lies()

    @property
    def kind_words(self) -> Words:
        return KINDS_OF_HIT[self.kind]


def search(said: Asked, within: Within) -> list[Hit]:
    """Everything found, the likeliest first; of each kind at most MOST."""
    found: list[Hit] = []
    for kinds, look in LOOKS.items():
        if within.kind in ("", *kinds):
            found += sorted(look(said, within), key=lambda hit: hit.rank)[: MOST * len(kinds)]
    return sorted(found, key=lambda hit: hit.rank)


def agencies(said: Asked, within: Within) -> Iterator[Hit]:
    if said.is_only_an_amount:
        return
    for match in names.find(said.words, within.region)[:MOST]:
        former = _("曾用名：%s") % match.by if match.by else ""
        yield Hit(match.rank, "agency", match.agency.name, partial(agency_href, match), partial(_where, match), former)


def agency_href(match: Match) -> str:
    return reverse("agency_page", args=(match.agency.region, match.agency.code))


def _where(match: Match) -> str:
    agency = match.agency
    above = _("主管部门：%s") % agency.parent_name if agency.parent_name else ""
    return "，".join(part for part in (f"{agency.region_name} {agency.code}", above) if part)


def classified(said: Asked, within: Within) -> Iterator[Hit]:
    if said.is_only_an_amount:
        return
    for rank, named in codes.find(said.words, said.code):
        yield Hit(rank, "code", f"{named.code} {named.name}", partial(code_href, named.chart, named.code), partial(_chart_of, named))


def _chart_of(named: Code) -> str:
    chart = _("功能分类") if named.chart == FUNCTIONAL else _("经济分类")
    above = codes.name_of(named.chart, named.parent) if named.parent else ""
    return "，".join(filter(None, (str(chart), above)))


def code_href(chart: str, code: str) -> str:
    return reverse("tree_code", args=(chart, code))


def measured(said: Asked, within: Within) -> Iterator[Hit]:
    """Amounts that have a name and a comparison of their own: 公务接待费, 三公经费."""
    wanted = plain(said.words)
    for measure in (BY_KEY[key] for key in LEAGUES):
        for title in titles_of(measure):
            if len(wanted) < 2 or not (wanted in title or title in wanted):
                continue
            rank = 0.3 if wanted == title else 1.3 + abs(len(title) - len(wanted)) / 100
            leads = partial(reverse, "league", args=(measure.key,))
            yield Hit(rank, "measure", str(measure.title), leads, lambda: _("各部门、单位的数字并排看"))


def titles_of(measure: Measure) -> set[str]:
    """What it is called in the documents, and in the language of the page."""
    with override(settings.LANGUAGE_CODE):
        chinese = plain(str(measure.title))
    return {chinese, plain(str(measure.title))}


def amounts(said: Asked, within: Within) -> Iterator[Hit]:
    if said.amount is None:
        return
    found = Figure.objects.filter(Q(fen__in=said.amount.fen) | Q(text__in=said.amount.printed), measure="money", **_narrowed(within))
    named: dict[tuple[int, str], dict[str, Any]] = {}
    for row in found.order_by("-year", "agency_code", "place").values(*OF_AN_AMOUNT)[: MOST * 3]:
        named.setdefault((row["release_id"], row["name"]), row)  # the same sum stands in many tables
    for number, row in enumerate(named.values()):
        rank = (2.5 if said.amount.is_plain else 0.1) + number / 1000 + (0 if row["level"] == "total" else 0.0005)
        row["place"] = cell_id((row["statement"], row["row"], row["column"]))
        yield Hit(rank, "amount", row["name"], partial(_href, row), partial(document_words, row), "", row["text"])


def _narrowed(within: Within) -> dict[str, Any]:
    return {key: value for key, value in (("region", within.region), ("year", within.year)) if value}


def written(said: Asked, within: Within) -> Iterator[Hit]:
    """Projects and texts, of each at most MOST."""
    wanted = plain(said.words)
    for number, row in enumerate(_texts(said, within)):
        title, of = plain(row["title"]), (partial(_href, row), partial(document_words, row))
        if row["sort"] == "project":
            rank = (0.6 if wanted == title else 2.2 if wanted in title else 3.5) + number / 1000
            yield Hit(rank, "project", row["title"], *of, "", row["printed"])
        else:
            yield Hit(4 + number / 1000, "text", row["title"], *of, around(row["text"], said.words))


def _texts(said: Asked, within: Within) -> list[dict[str, Any]]:
    if said.is_only_an_amount or len(plain(said.words)) < SHORTEST_IN_TEXT:
        return []
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT * FROM pub.find_texts(%s, %s, %s, %s, %s)", (said.words, within.kind, within.region, within.year, MOST))
        columns = [column.name for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _href(row: Mapping[str, Any]) -> str:
    href = reverse("release", args=(row["region"], row["agency_code"], row["year"], row["kind"]))
    return f"{href}#{row['place']}" if row["place"] else href


def document_words(row: Mapping[str, Any]) -> str:
    """安澜市档案馆，2024年预算."""
    return _("%(agency)s，%(year)s年%(kind)s") % {"agency": row["agency_name"], "year": row["year"], "kind": KINDS[row["kind"]]}


def around(text: str, words: str, before: int = 24, after: int = 60) -> str:
    """The text around the words, or its beginning where they do not stand together."""
    at = max(text.find(words), 0)
    start = max(at - before, 0)
    end = at + len(words) + after
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


LOOKS: Mapping[tuple[str, ...], Callable[[Asked, Within], Iterator[Hit]]] = {
    ("agency",): agencies,
    ("code",): classified,
    ("measure",): measured,
    ("amount",): amounts,
    ("project", "text"): written,
}
