"""Tables of who published when, and of what is due: declared once. They know no query."""

from datetime import date, datetime

import django_tables2 as tables
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from disclosure.exports.dates import spoken_date
from disclosure.exports.page import KINDS
from disclosure.pub.models import Due
from disclosure.web.public.catalogue import left_words
from disclosure.web.public.tables import cells

# The three public words about a document, and the colour beside each.
WORDS = {"published": ("published", _("已公开")), "within": ("due", _("期限内")), "overdue": ("late", _("逾期未公开"))}


class DueTable(tables.Table):  # type: ignore[misc]  # django-tables2 has no types
    """Who published when; one that is not public has its days instead of a time."""

    agency_name = tables.Column(_("部门、单位"), attrs=cells("c-name"))
    document = tables.Column(_("文件"), attrs=cells("sub c-doc"), empty_values=())
    issued_on = tables.Column(_("批复日期"), attrs=cells("sub c-time"), default="")
    publish_by = tables.Column(_("法定期限"), attrs=cells("sub c-until"), default="")
    published_at = tables.Column(_("公开时间"), attrs=cells("sub c-left"), empty_values=())
    word = tables.Column(_("进度"), attrs=cells("c-status"))

    class Meta:
        orderable = False
        template_name = "_parts/ledger.html"

    def render_agency_name(self, record: Due) -> SafeString:
        href = reverse("agency_page", args=(record.region, record.agency_code))
        return format_html('<a href="{}">{}</a> <span class="minor">{}</span>', href, record.agency_name, record.region_name)

    def render_document(self, record: Due) -> str:
        words = _("%(year)s年%(kind)s") % {"year": record.year, "kind": KINDS[record.kind]}
        if record.word != "published":
            return words
        return format_html(
            '<a href="{}">{}</a>', reverse("release", args=(record.region, record.agency_code, record.year, record.kind)), words
        )

    def render_issued_on(self, value: date) -> str:
        return spoken_date(value)

    def render_publish_by(self, value: date) -> SafeString:
        return format_html('<span class="phone-only">{} </span>{}', _("期限"), spoken_date(value))

    def render_published_at(self, value: datetime | None, record: Due) -> str:
        if value is None:
            return left_words(record.publish_by, localdate()) if record.publish_by else ""
        return format_html(
            '<time datetime="{}">{}</time>{}', localtime(value).isoformat(), f"{localtime(value):%Y-%m-%d %H:%M}", late(record)
        )

    def render_word(self, value: str) -> str:
        css, word = WORDS[value]
        return render_to_string("_parts/status.html", {"status": css, "word": word})


def late(record: Due) -> str:
    """Whether it came after its last day; nothing is said where no 批复 is known."""
    return str(_("（逾期）")) if record.in_time is False else ""
