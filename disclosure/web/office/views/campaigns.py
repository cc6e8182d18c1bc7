"""Campaigns: planned, opened (as often as agencies come), grouped into windows; how far everybody is."""

from collections import Counter

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import AgencyYear
from agencies.people.access import found, held, within
from agencies.people.models import Person
from agencies.people.roles import ROLES, Permission
from disclosure.filings.campaigning import NotPlanned, Plan, add_window, filers_of, open_campaign, plan
from disclosure.filings.models import Campaign, Filing
from disclosure.filings.states import State
from disclosure.web.office.doors import READ_AND_WRITE, WRITE, OfficeRequest, door
from disclosure.web.office.forms_campaigns import CampaignForm, WindowForm
from disclosure.web.office.pages import Above, form_page

KEEP = Permission.KEEP_CAMPAIGNS
ABOVE: Above = {"up": "campaigns", "words": gettext_lazy("填报任务")}


@door(KEEP)
def campaigns(request: OfficeRequest) -> HttpResponse:
    rows = within(Campaign.objects.all(), by=request.user, permission=KEEP)
    return render(request, "office/campaigns/list.html", {"rows": [(each, progress(each)) for each in rows]})


@door(KEEP)
def campaign(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Campaign.objects.select_related("bureau"), by=request.user, permission=KEEP, pk=number)
    missing = filers_of(one).exclude(pk__in=Filing.objects.filter(campaign=one).values("agency_year")).count()
    context = {
        "campaign": one,
        "progress": progress(one),
        "windows": one.windows.prefetch_related("departments"),
        "extensions": one.extensions.select_related("agency_year", "by"),
        "missing": missing,
    }
    return render(request, "office/campaigns/campaign.html", context)


def progress(one: Campaign) -> list[tuple[str, str, int]]:
    """Code, words and number of each state that there is, in the order of the way."""
    count = Counter(Filing.objects.filter(campaign=one).values_list("state", flat=True))
    return [(state.value, str(state.label), count[state.value]) for state in State if count[state.value]]


def kinds_of(person: Person) -> set[str]:
    """Budgets or final accounts, as the person's appointments say."""
    return {each.remit for each in held(person) if ROLES[each.role].allows(KEEP)}


@door(KEEP, methods=READ_AND_WRITE)
def campaign_new(request: OfficeRequest) -> HttpResponse:
    today = localdate()
    form = CampaignForm(request.POST or None, initial={"year": today.year, "pack": "jiangxi", "opens_on": today})
    if form.is_valid():
        said = dict(form.cleaned_data)
        dates = {name: said.pop(name) for name in ("opens_on", "closes_on")}
        if said["kind"] not in kinds_of(request.user):
            form.add_error("kind", _("您的职责不管这种文件。预算由预算股布置，决算由国库股布置。"))
        else:
            try:
                made = plan(bureau=request.user.bureau, said=Plan(**said), **dates, by=request.user)
                messages.success(request, _("已建立。核对以后点“布置”，填报就开始。"))
                return redirect("campaign", made.pk)
            except NotPlanned as error:
                form.add_error(None, str(error))
    return form_page(request, form, title=_("新的填报任务"), **ABOVE)


@door(KEEP, methods=WRITE)
def campaign_open(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Campaign.objects.all(), by=request.user, permission=KEEP, pk=number)
    if one.kind not in kinds_of(request.user):
        messages.error(request, _("您的职责不管这种文件。"))
    else:
        made = open_campaign(campaign=one, by=request.user)
        messages.success(request, _("已布置，新增%(made)s份要填报的文件。") % {"made": made})
    return redirect("campaign", one.pk)


@door(KEEP, methods=READ_AND_WRITE)
def window_new(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Campaign.objects.all(), by=request.user, permission=KEEP, pk=number)
    form = WindowForm(request.POST or None)
    form.fields["departments"].queryset = departments_of(one)  # type: ignore[attr-defined]
    if form.is_valid():
        try:
            add_window(campaign=one, **form.cleaned_data, by=request.user)
            return redirect("campaign", one.pk)
        except NotPlanned as error:
            form.add_error("departments", str(error))
    return form_page(request, form, title=_("给一些部门另定填报时间"), **ABOVE, back=reverse("campaign", args=[one.pk]))


def departments_of(one: Campaign) -> QuerySet[AgencyYear]:
    return AgencyYear.objects.filter(region=one.bureau_id, year=one.year, parent=None, until=None).order_by("code")
