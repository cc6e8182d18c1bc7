"""The ledger of releases: one row each, declared once; what a row says is computed from the document's own figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from disclosure.exports.dates import spoken_date
from disclosure.exports.levels import Words
from disclosure.exports.page import Change, change_of
from disclosure.web.public.reading import TOTAL


@dataclass(frozen=True)
class LedgerRow:
    time: datetime
    name: str
    href: str
    doc: str
    amount: str
    change: Change
    status: tuple[str, Words]


def ledger_row(release: Mapping[str, Any]) -> LedgerRow:
    """`release`: the values that `reading.newest` asks for."""
    total = release[TOTAL]
    corrected = release["version"] > 1
    return LedgerRow(
        time=release["publish_at"],
        name=release["agency_name"],
        href=reverse("release", args=(release["region"], release["agency_code"], release["year"], release["kind"])),
        doc=release["title"].removeprefix(release["agency_name"]) + ("（更正）" if corrected else ""),
        amount=total["text"],
        change=change_of(total),
        status=("corrected", _("已更正")) if corrected else ("published", _("已公开")),
    )


def cells(css: str, head: str = "") -> dict[str, dict[str, str]]:
    return {"td": {"class": css}, "th": {"class": head}}


class Ledger(tables.Table):  # type: ignore[misc]  # django-tables2 has no types
    """最新公开: columns as on paper; on a phone the style sheet lays each row out in lines of two."""

    time = tables.Column(_("公开时间"), attrs=cells("sub c-time"))
    name = tables.Column(_("部门、单位"), attrs=cells("c-name"))
    doc = tables.Column(_("文件"), attrs=cells("sub c-doc"))
    amount = tables.Column(_("支出总计（万元）"), attrs=cells("n c-amount", "n"), default="")
    change = tables.Column(_("较上年"), attrs=cells("n c-change", "n"), default="")
    status = tables.Column(_("状态"), attrs=cells("c-status"))

    class Meta:
        orderable = False
        template_name = "_parts/ledger.html"

    def render_time(self, value: datetime) -> SafeString:
        moment = localtime(value)
        return format_html('<time datetime="{}">{} {}</time>', moment.isoformat(), spoken_date(moment), f"{moment:%H:%M}")

    def render_name(self, record: LedgerRow) -> SafeString:
        return format_html('<a href="{}">{}</a>', record.href, record.name)

    def render_change(self, value: Change) -> str:
        return render_to_string("_parts/rate.html", {"change": value})

    def render_status(self, value: tuple[str, Words]) -> str:
        return render_to_string("_parts/status.html", {"status": value[0], "word": value[1]})
