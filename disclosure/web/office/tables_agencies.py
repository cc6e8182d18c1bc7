"""The register as a table, and what it can be filtered by."""

import django_filters as filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from agencies.models import UNIT_KINDS, AgencyYear
from disclosure.web.office.tables import OfficeTable, css


class AgencyFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Year, code or name, kind, department, exemption."""

    year = filters.NumberFilter(label=_("年度"))
    text = filters.CharFilter(label=_("编码或名称"), method="by_text")
    department = filters.CharFilter(label=_("主管部门编码"), method="by_department")
    kind = filters.ChoiceFilter(label=_("性质"), choices=UNIT_KINDS)
    exempt = filters.BooleanFilter(label=_("免予公开"), method="by_exemption")

    class Meta:
        model = AgencyYear
        fields: tuple[str, ...] = ()

    def by_text(self, rows: QuerySet[AgencyYear], name: str, value: str) -> QuerySet[AgencyYear]:
        return rows.filter(Q(code__startswith=value) | Q(name__icontains=value))

    def by_department(self, rows: QuerySet[AgencyYear], name: str, value: str) -> QuerySet[AgencyYear]:
        return rows.filter(Q(code=value) | Q(department=value))

    def by_exemption(self, rows: QuerySet[AgencyYear], name: str, value: bool) -> QuerySet[AgencyYear]:
        return rows.exclude(exemption="") if value else rows.filter(exemption="")


class AgencyTable(OfficeTable):
    """One row an agency and year."""

    caption = _("单位名录")
    row_head = "name"
    year = tables.Column(_("年度"))
    code = tables.Column(_("编码"), attrs=css("code"))
    name = tables.Column(_("名称"))
    parent = tables.Column(_("主管部门"), accessor="parent__name", default="", orderable=False)
    kind = tables.Column(_("性质"), accessor="get_kind_display", order_by="kind")
    exemption = tables.Column(_("公开"), orderable=False, default=_("公开"))

    class Meta(OfficeTable.Meta):
        model = AgencyYear
        fields: tuple[str, ...] = ()
        sequence = ("code", "name", "parent", "kind", "exemption", "year")
        empty_text = _("没有符合条件的单位。")

    def render_name(self, record: AgencyYear) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("agency", args=[record.pk]), record.name)

    def render_exemption(self, value: str) -> str:
        return str(_("免予公开"))
