"""Campaigns: making one, opening it (which creates the filings), windows and extensions. Knows no workflow and no page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agencies.models import AgencyYear, Bureau
from agencies.people.models import Person
from disclosure.audit.acting import acting, unsigned
from disclosure.core.words import Scope
from disclosure.filings.campaign_models import Campaign, Extension, Filers, Stage, Window
from disclosure.filings.models import Filing


class NotPlanned(ValueError):
    """A campaign is refused, in words for the person who asked."""


@dataclass(frozen=True)
class Plan:
    """What a campaign is to be."""

    year: int
    kind: str
    pack: str
    filers: str = Filers.BOTH
    stages: Sequence[str] = tuple(Stage.values)
    co_reviews: Sequence[str] = ()


def plan(*, bureau: Bureau, said: Plan, opens_on: date, closes_on: date, by: Person) -> Campaign:
    """A campaign that is not yet open, with one window for everybody. Raises NotPlanned."""
    if closes_on < opens_on:
        raise NotPlanned(_("截止日期早于开始日期。"))
    stages = [stage for stage in Stage.values if stage in said.stages or stage == Stage.LEAD]
    try:
        with acting(by, why=_("布置填报")), transaction.atomic():
            made = Campaign.objects.create(
                bureau=bureau, year=said.year, kind=said.kind, pack=said.pack, filers=said.filers, stages=stages, co_reviews=list(said.co_reviews)
            )  # fmt: skip
            Window.objects.create(campaign=made, name=_("全部"), opens_on=opens_on, closes_on=closes_on)
    except IntegrityError as error:
        raise NotPlanned(_("%(year)s年的这项任务已经有了，请打开它修改。") % {"year": said.year}) from error
    return made


def add_window(*, campaign: Campaign, name: str, opens_on: date, closes_on: date, departments: Iterable[AgencyYear], by: Person) -> Window:
    """A group of departments, with their units, that files at another time. Raises NotPlanned."""
    chosen = list(departments)
    taken = Window.objects.filter(campaign=campaign, departments__in=chosen).first()
    if closes_on < opens_on:
        raise NotPlanned(_("截止日期早于开始日期。"))
    if not chosen or taken is not None:
        raise NotPlanned(_("选的部门已在分组“%s”里。") % taken.name if taken else _("请至少选一个部门。"))
    try:
        with acting(by, why=_("分组填报")), transaction.atomic():
            made = Window.objects.create(campaign=campaign, name=name, opens_on=opens_on, closes_on=closes_on)
            made.departments.set(chosen)
            place(campaign)
    except IntegrityError as error:
        raise NotPlanned(_("已经有叫“%s”的分组，换一个名称。") % name) from error
    return made


def filers_of(campaign: Campaign) -> QuerySet[AgencyYear]:
    """The agencies of the year that file a document; the exempt and those that ended do not."""
    rows = AgencyYear.objects.filter(region=campaign.bureau_id, year=campaign.year, exemption="", until=None)
    if campaign.filers == Filers.DEPARTMENTS:
        return rows.filter(parent=None)
    return rows.exclude(parent=None) if campaign.filers == Filers.UNITS else rows


@transaction.atomic
def open_campaign(*, campaign: Campaign, by: Person) -> int:
    """The filings of everybody who files, those that are there already left as they are; how many were made. As often as one likes."""
    with acting(by, why=_("布置填报")):
        campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
        with acting(unsigned(by, "布置"), why=_("布置填报")):
            made = [make_filing(campaign, agency) for agency in filers_of(campaign).order_by("code")]
        place(campaign)
        Campaign.objects.filter(pk=campaign.pk, opened_at=None).update(opened_at=Now())
    return sum(made)


def make_filing(campaign: Campaign, agency: AgencyYear) -> bool:
    """The filing of one agency; one that was there before the campaign is taken into it."""
    scope = Scope.DEPARTMENT if agency.is_department else Scope.UNIT
    said = {"year": campaign.year, "scope": scope, "pack": campaign.pack, "campaign": campaign}
    filing, is_new = Filing.objects.get_or_create(agency_year=agency, kind=campaign.kind, defaults=said)
    if is_new:
        filing.units.set([*agency.units.filter(until=None)] or [agency])
    elif filing.campaign_id is None:
        Filing.objects.filter(pk=filing.pk).update(campaign=campaign)
    return is_new


def place(campaign: Campaign) -> None:
    """Every filing of the campaign in its window: that of its department, or the one that names none."""
    filings = Filing.objects.filter(campaign=campaign)
    windows = list(campaign.windows.prefetch_related("departments"))
    everybody = next((window for window in windows if not window.departments.all()), None)
    filings.update(window=everybody)
    for window in windows:
        chosen = [each.pk for each in window.departments.all()]
        if chosen:
            filings.filter(Q(agency_year__in=chosen) | Q(agency_year__parent__in=chosen)).update(window=window)


def extend(*, filing: Filing, until: date, why: str, by: Person) -> Extension:
    """More time for one filing. Raises NotPlanned."""
    closes_on = closing_of(filing)
    if filing.campaign is None or closes_on is None:
        raise NotPlanned(_("这份文件不在填报任务里，没有期限。"))
    if until <= closes_on:
        raise NotPlanned(_("延期的日期要晚于现在的截止日期%s。") % closes_on)
    with acting(by, why=why):
        return Extension.objects.create(campaign=filing.campaign, agency_year=filing.agency_year, until=until, why=why, by=by)


def closing_of(filing: Filing) -> date | None:
    """The last day on which the filing may be submitted; None where no campaign says so."""
    if filing.window is None:
        return None
    more = Extension.objects.filter(campaign=filing.campaign_id, agency_year=filing.agency_year_id).order_by("-until").first()
    return max(filing.window.closes_on, more.until) if more else filing.window.closes_on
