"""The forms of people. Choices are only what the one who chooses reaches."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, AgencyYear
from agencies.people.access import reach, within
from agencies.people.models import UNIT_ROLES, Person
from agencies.people.roles import DUTIES, REMITS, ROLES, Duty, Permission

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
USERNAME = RegexValidator(r"^[a-z0-9][a-z0-9._-]{2,29}\Z", _("3到30个小写字母、数字、点、横线，以字母或数字开头。"))
WHY = _("写进审计记录，至少4个字。")


def agencies_for(person: Person, permission: Permission) -> list[tuple[str, str]]:
    """The agencies of the newest register that the person reaches, code first."""
    rows = within(AgencyYear.objects.filter(year__lte=localdate().year), by=person, permission=permission)
    newest = rows.order_by("-year").values_list("year", flat=True).first()
    return [(str(entry.agency_id), f"{entry.code} {entry.name}") for entry in rows.filter(year=newest or 0).order_by("code")]


class ForPerson(forms.Form):
    """A form whose choices depend on who fills it in."""

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.limit()

    def limit(self) -> None:
        """Put in the choices."""

    def chosen_agency(self) -> Agency | None:
        chosen = self.cleaned_data.get("agency")
        return Agency.objects.get(pk=chosen) if chosen else None


class AccountChangeForm(ForPerson):
    """Name and place of work."""

    name = forms.CharField(label=_("姓名或岗位名"), max_length=30)
    agency = forms.ChoiceField(label=_("所在部门或单位"), required=False)

    def limit(self) -> None:
        is_whole = reach(self.by, Permission.KEEP_PEOPLE).whole
        blank = [("", str(_("财政部门")))] if is_whole else []
        field = self.fields["agency"]
        field.choices = [*blank, *agencies_for(self.by, Permission.KEEP_PEOPLE)]  # type: ignore[attr-defined]
        field.required = not is_whole


class AccountForm(AccountChangeForm):
    """A new account."""

    username = forms.CharField(
        label=_("用户名"), max_length=30, validators=[USERNAME], help_text=_("以后不能改。一人一个，不共用。"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )  # fmt: skip
    duty = forms.ChoiceField(label=_("用途"), choices=[(str(duty), name) for duty, name in DUTIES.items()], initial=str(Duty.BUSINESS))
    field_order = ("username", "name", "agency", "duty")

    def limit(self) -> None:
        super().limit()
        if not reach(self.by, Permission.KEEP_PEOPLE).whole:
            self.fields["duty"].choices = [(str(Duty.BUSINESS), DUTIES[Duty.BUSINESS])]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("agency") and cleaned.get("duty") != Duty.BUSINESS:
            self.add_error("agency", _("三员属于财政部门，不属于单位。"))
        return cleaned


class AppointmentForm(ForPerson):
    """A role, where, from when until when."""

    role = forms.ChoiceField(label=_("角色"))
    remit = forms.ChoiceField(
        label=_("职责"), required=False, help_text=_("只有综合股审核和会审要选。"), choices=[("", "—"), *REMITS.items()]
    )
    agency = forms.ChoiceField(label=_("在哪里任职"), required=False, help_text=_("在部门任职的，管到它的所有单位。"))
    since = forms.DateField(label=_("从哪天起"), initial=localdate, widget=DAY)
    until = forms.DateField(label=_("到哪天止"), required=False, widget=DAY, help_text=_("长期任职留空。"))

    def limit(self) -> None:
        grants = reach(self.by, Permission.GRANT_ROLES).whole
        roles = [(role.code, role.name) for role in ROLES.values() if grants or role.code in UNIT_ROLES]
        blank = [("", str(_("整个财政部门")))] if grants else []
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["agency"].choices = [*blank, *agencies_for(self.by, Permission.APPOINT)]  # type: ignore[attr-defined]
        self.fields["agency"].required = not grants

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("until") and cleaned.get("since") and cleaned["until"] < cleaned["since"]:
            self.add_error("until", _("止日早于起日。"))
        return cleaned


class WhyForm(forms.Form):
    """Why something is done to an account."""

    why = forms.CharField(label=_("原因"), min_length=4, max_length=200, help_text=WHY)


class OtherPersonForm(ForPerson):
    """Who takes over, and why."""

    to = forms.ModelChoiceField(label=_("接手的人"), queryset=Person.objects.none(), help_text=_("已开户、已启用的人。"))
    why = forms.CharField(label=_("原因"), min_length=4, max_length=200, help_text=WHY)

    def limit(self) -> None:
        people = within(Person.objects.filter(is_active=True), by=self.by, permission=Permission.APPOINT)
        self.fields["to"].queryset = people.exclude(pk=self.by.pk)  # type: ignore[attr-defined]


class StandInForm(OtherPersonForm):
    """Who stands in, from when until when."""

    since = forms.DateField(label=_("从哪天起"), initial=localdate, widget=DAY)
    until = forms.DateField(label=_("到哪天止"), widget=DAY)
    field_order = ("to", "since", "until", "why")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("until") and cleaned.get("since") and cleaned["until"] < cleaned["since"]:
            self.add_error("until", _("止日早于起日。"))
        return cleaned
