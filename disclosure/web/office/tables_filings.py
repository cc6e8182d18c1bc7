"""Filings as a table, and what they can be filtered by; releases beside them."""

import django_filters as filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from disclosure.core.words import Kind
from disclosure.filings.filing_models import choices
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.releases.models import Release
from disclosure.releases.workflow.standing import shown_state
from disclosure.web.office.filing_page import chip
from disclosure.web.office.tables import OfficeTable, css


class FilingFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Year, kind, state, code or name, department."""

    year = filters.NumberFilter(label=_("年度"))
    kind = filters.ChoiceFilter(label=_("文件"), choices=choices(Kind))
    state = filters.ChoiceFilter(label=_("状态"), choices=State.choices)
    text = filters.CharFilter(label=_("编码或名称"), method="by_text")
    department = filters.CharFilter(label=_("主管部门编码"), method="by_department")

    class Meta:
        model = Filing
        fields: tuple[str, ...] = ()

    def by_text(self, rows: QuerySet[Filing], name: str, value: str) -> QuerySet[Filing]:
        return rows.filter(Q(agency_year__code__startswith=value) | Q(agency_year__name__icontains=value))

    def by_department(self, rows: QuerySet[Filing], name: str, value: str) -> QuerySet[Filing]:
        return rows.filter(Q(agency_year__code=value) | Q(agency_year__department=value))


class FilingTable(OfficeTable):
    """One row a document of an agency and year. `releases`: the last one of each filing that was not cancelled."""

    caption = _("填报的文件")
    row_head = "name"
    code = tables.Column(_("编码"), accessor="agency_year__code", attrs=css("code"))
    name = tables.Column(_("单位"), accessor="agency_year__name", order_by="agency_year__code")
    document = tables.Column(_("文件"), accessor="year", order_by=("year", "kind"))
    state = tables.Column(_("状态"))
    closes = tables.Column(_("填报截止"), accessor="window__closes_on", default="", orderable=False)

    class Meta(OfficeTable.Meta):
        model = Filing
        fields: tuple[str, ...] = ()
        sequence = ("code", "name", "document", "state", "closes")
        empty_text = _("没有符合条件的文件。填报任务布置以后，要填报的文件出现在这里。")

    def __init__(self, *args: object, releases: dict[int, Release], **kwargs: object) -> None:
        self.releases = releases
        super().__init__(*args, **kwargs)

    def render_name(self, record: Filing) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("filing", args=[record.pk]), record.agency_year.name)

    def render_document(self, record: Filing) -> str:
        return f"{record.year}年{record.get_kind_display()}"

    def render_state(self, record: Filing) -> SafeString:
        shown = shown_state(record, self.releases.get(record.pk))
        return format_html('<span class="chip chip--{}">{}</span>', chip(shown), shown.words)

    def render_closes(self, record: Filing) -> str:
        on = record.window.closes_on if record.window else None
        return f"{on.year}年{on.month}月{on.day}日" if on else ""
