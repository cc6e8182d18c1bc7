"""A release as an item of the catalogue of government information: index number, name, publisher, dates, how and for how long it is public.

政府信息公开条例 (2019) 第12条 names index, name, summary and date; 第20条(七) budgets and final accounts.
政府网站发展指引 names the tags of a page. It knows no query.
"""

from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from disclosure.exports.dates import spoken_date
from disclosure.exports.levels import Words
from disclosure.exports.page import KINDS
from disclosure.pub.models import Release

SUBJECT = _("财政预算、决算")


@dataclass(frozen=True)
class Record:
    """`facts` as they are read, `tags` as machines read them: name and content."""

    facts: list[tuple[Words, Words]]
    tags: list[tuple[str, Words]]


def record_of(release: Release, answer: str, address: str) -> Record:
    """`answer`: the document's own sentence that sums it up, blank where it has none; `address`: where the version stays."""
    summary = strip_tags(answer).strip() or _("%(agency)s%(year)s年%(kind)s：概况、表、说明和名词解释。") % {
        "agency": release.agency_name, "year": release.year, "kind": KINDS[release.kind],
    }  # fmt: skip
    published = localtime(release.publish_at)
    facts: list[tuple[Words, Words]] = [
        (_("索引号"), index_number(release)),
        (_("信息名称"), release.title),
        (_("发布机构"), release.agency_name),
        (_("主题分类"), SUBJECT),
        (_("发布日期"), spoken_date(published)),
        (_("公开方式"), _("主动公开")),
        (_("公开范围"), _("面向社会")),
        (_("公开时限"), _("长期公开")),
        (_("内容概述"), summary),
    ]
    tags: list[tuple[str, Words]] = [
        ("ArticleTitle", release.title),
        ("PubDate", f"{published:%Y-%m-%d %H:%M}"),
        ("ContentSource", release.agency_name),
        ("Keywords", f"{release.agency_name},{release.year},{KINDS[release.kind]}"),
        ("Url", address),
    ]
    return Record(facts, tags)


def index_number(release: Release) -> str:
    """361100-307001-2024-budget-1: said once, of one version, for ever."""
    return f"{release.region}-{release.agency_code}-{release.year}-{release.kind}-{release.version}"
