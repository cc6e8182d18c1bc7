"""The audit trail as a table, and what it can be searched by."""

import django_filters as filters
import django_tables2 as tables
from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from disclosure.audit.models import Entry
from disclosure.web.office.tables import OfficeTable, css
from disclosure.web.office.trail import ACTIONS, action_words, table_words

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class EntryFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Who, what, when, why, from where."""

    actor = filters.CharFilter(label=_("操作人"), lookup_expr="icontains")
    action = filters.ChoiceFilter(label=_("动作"), choices=list(ACTIONS.items()))
    table = filters.ChoiceFilter(label=_("对象"), choices=[])
    object_id = filters.CharFilter(label=_("对象编号"))
    since = filters.DateFilter(label=_("从"), field_name="at", lookup_expr="date__gte", widget=DAY)
    until = filters.DateFilter(label=_("到"), field_name="at", lookup_expr="date__lte", widget=DAY)
    why = filters.CharFilter(label=_("理由含"), lookup_expr="icontains")
    address = filters.CharFilter(label=_("网络地址"), lookup_expr="startswith")

    class Meta:
        model = Entry
        fields: tuple[str, ...] = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        told = self.queryset.order_by("table").values_list("table", flat=True).distinct()
        self.filters["table"].extra["choices"] = [(table, table_words(table)) for table in told if table]


class EntryTable(OfficeTable):
    """One row an entry."""

    caption = _("审计记录，新的在前")
    row_head = "at"
    at = tables.Column(_("时间"), attrs=css("nowrap"))
    actor = tables.Column(_("操作人"))
    action = tables.Column(_("动作"), attrs=css("nowrap"))
    table = tables.Column(_("对象"), orderable=False)
    object_id = tables.Column(_("编号"), orderable=False, attrs=css("code"))
    why = tables.Column(_("理由"), orderable=False)
    address = tables.Column(_("网络地址"), orderable=False, attrs=css("code"))

    class Meta(OfficeTable.Meta):
        model = Entry
        fields: tuple[str, ...] = ()
        sequence = ("at", "actor", "action", "table", "object_id", "why", "address")
        order_by = "-at"
        empty_text = _("没有符合条件的记录。")

    def render_at(self, record: Entry) -> SafeString:
        moment = localtime(record.at)
        return format_html('<a href="{}/">{}</a>', record.pk, f"{moment:%Y-%m-%d %H:%M:%S}")

    def render_action(self, value: str) -> str:
        return str(action_words(value))

    def render_table(self, value: str) -> str:
        return table_words(value)

    def render_actor(self, value: str) -> str:
        return value

    def value_missing(self) -> str:
        return ""
