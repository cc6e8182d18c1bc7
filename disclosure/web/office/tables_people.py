"""People as a table, and what they can be filtered by."""

import django_filters as filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from agencies.models import AgencyYear
from agencies.people.models import Appointment, Person
from agencies.people.roles import ROLES
from disclosure.web.office.tables import OfficeTable, css


class PersonFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Name, role, whether the account is on."""

    text = filters.CharFilter(label=_("用户名或姓名"), method="by_text")
    role = filters.ChoiceFilter(label=_("角色"), choices=[(role.code, role.name) for role in ROLES.values()], method="by_role")
    is_active = filters.BooleanFilter(label=_("启用"))

    class Meta:
        model = Person
        fields: tuple[str, ...] = ()

    def by_text(self, rows: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        return rows.filter(Q(username__icontains=value) | Q(name__icontains=value))

    def by_role(self, rows: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        return rows.filter(pk__in=Appointment.objects.in_force().filter(role=value).values("person"))


class PersonTable(OfficeTable):
    """One row an account."""

    caption = _("人员")
    row_head = "name"
    name = tables.Column(_("姓名或岗位名"))
    username = tables.Column(_("用户名"), attrs=css("code"))
    agency = tables.Column(_("所在单位"), empty_values=(), orderable=False)
    roles = tables.Column(_("任职"), empty_values=(), orderable=False)
    last_login = tables.DateTimeColumn(verbose_name=_("上次登录"), format="Y-m-d H:i", default="—", attrs=css("nowrap"))
    is_active = tables.Column(_("状态"))

    class Meta(OfficeTable.Meta):
        model = Person
        fields: tuple[str, ...] = ()
        sequence = ("name", "username", "agency", "roles", "last_login", "is_active")
        empty_text = _("没有符合条件的人。")

    def before_render(self, request: object) -> None:
        """Names of agencies and roles of the people on this page, asked once."""
        people = [row.record for row in self.paginated_rows]
        named = AgencyYear.objects.filter(agency__in=[each.agency_id for each in people if each.agency_id]).order_by("year")
        self.agencies = dict(named.values_list("agency_id", "name"))
        self.held: dict[int, list[str]] = {}
        for each in Appointment.objects.in_force().filter(person__in=people):
            self.held.setdefault(each.person_id, []).append(each.get_role_display())

    def render_name(self, record: Person) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("person", args=[record.pk]), record.name)

    def render_agency(self, record: Person) -> str:
        return self.agencies.get(record.agency_id or 0) or str(_("财政部门"))

    def render_roles(self, record: Person) -> str:
        return "、".join(dict.fromkeys(self.held.get(record.pk, []))) or "—"

    def render_is_active(self, record: Person) -> str:
        return str(_("启用") if record.is_active else _("停用"))
