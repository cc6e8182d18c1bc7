"""What stands in the way of a step, each in words with what mends it. Asked before a button is drawn and again when the step is taken. Writes nothing."""

from collections.abc import Callable, Iterator

from django.db.models.functions import Now
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from agencies.models import AgencyYear
from disclosure.core.words import Origin, Scope
from disclosure.filings.approving import MOST_SHOWN, approval_of, differences
from disclosure.filings.campaigning import closing_of
from disclosure.filings.models import Approval, Filing
from disclosure.filings.states import REVIEWED
from disclosure.releases.models import Release, StepTaken
from disclosure.releases.workflow.standing import Standing

Obstacles = Iterator[str]


def errors(standing: Standing) -> Obstacles:
    """Findings of level error, and warnings without a word."""
    for finding in standing.errors:
        yield f"{finding['rule']} {finding['message']}"
    count = len(standing.unjustified)
    if count:
        yield _("有%(count)s条预警还没有说明原因。请在校验结果里逐条写明，或者改正。") % {"count": count}


def window(standing: Standing) -> Obstacles:
    """Submitting before the window opens or after it closes."""
    filing, today = standing.filing, localdate()
    closes_on = closing_of(filing)
    if filing.window is not None and closes_on is not None and filing.round == 1:
        if today < filing.window.opens_on:
            yield _("填报从%(day)s开始，请到时再上报。") % {"day": filing.window.opens_on}
        if today > closes_on:
            yield _("填报已于%(day)s截止。请向财政部门申请延期，写明原因。") % {"day": closes_on}


def units(standing: Standing) -> Obstacles:
    """A department submits when each unit is represented: by its reviewed filing, or by its approval."""
    for unit, by in represented(standing.filing):
        if by is None:
            yield _("所属单位%(unit)s的填报还没有通过主管部门审核，也没有录入它的批复数。") % {"unit": unit.name}


def represented(filing: Filing) -> list[tuple[AgencyYear, str | None]]:
    """The units of a department's document, each with what stands for it: 填报, 取自批复, or nothing. The department itself is no unit of its own."""
    if filing.scope != Scope.DEPARTMENT or filing.origin != Origin.ENTERED or filing.campaign is None or filing.campaign.filers != "both":
        return []
    members = [unit for unit in filing.units.order_by("code") if unit.pk != filing.agency_year_id and not unit.exemption]
    states = dict(Filing.objects.filter(agency_year__in=members, kind=filing.kind).values_list("agency_year", "state"))
    approved = set(
        Approval.objects.filter(agency__in=[unit.agency_id for unit in members], year=filing.year, kind=filing.kind).values_list(
            "agency", flat=True
        )
    )
    return [
        (unit, _("已审填报") if states.get(unit.pk) in REVIEWED else _("取自批复") if unit.agency_id in approved else None)
        for unit in members
    ]


def changed_at_all(standing: Standing) -> Obstacles:
    """A correction says something new, and other amounts only with a new approval."""
    last = last_release(standing.filing)
    if standing.filing.round == 1 or last is None:
        return
    if last.substance_sha256 == standing.substance:
        yield _("和第%(version)s版相比没有任何改动，不必更正。如不再更正，请点“放弃更正”。") % {"version": last.version}
    if standing.filing.origin == Origin.ENTERED and last.amounts_sha256 and last.amounts_sha256 != standing.amounts:
        approval = approval_of(standing.filing)
        if approval is None or approval.pk == last.approval_id:
            yield _("金额和第%(version)s版不同。已公开的金额只能按新的批复更正：请先录入新的批复，或把金额改回。") % {
                "version": last.version
            }


def unchanged(standing: Standing) -> Obstacles:
    """A correction is given up only when nothing was changed: what was published must be what the filing holds."""
    last = last_release(standing.filing)
    if last is not None and last.substance_sha256 != standing.substance:
        yield _("填报内容已经改动，和第%(version)s版不同。请改回原样再放弃，或者上报更正。") % {"version": last.version}


def approved(standing: Standing) -> Obstacles:
    """An approval whose figures are those of the filing."""
    if standing.filing.origin != Origin.ENTERED:
        return
    approval = approval_of(standing.filing)
    if approval is None:
        yield _("还没有录入批复。请财政部门（所属单位由主管部门）录入批复文号、日期和数字。")
        return
    found = differences(approval, standing.facts)
    for difference in found[:MOST_SHOWN]:
        yield _("和批复%(number)s不一致——%(said)s") % {"number": approval.number, "said": difference.in_unit(approval.unit)}
    if len(found) > MOST_SHOWN:
        yield _("和批复不一致的还有%(count)s处。") % {"count": len(found) - MOST_SHOWN}


def recorded(standing: Standing) -> Obstacles:
    """保密审查 and 负责人签发 of exactly this content."""
    if standing.filing.origin != Origin.ENTERED:
        return
    for fact, words in (("review_secrecy", _("保密审查")), ("sign", _("负责人签发"))):
        if not has_fact(standing, fact):
            yield _("缺%(fact)s（或者是对修改前的内容作的）。请办理，或登记签好的公开审批表。") % {"fact": words}


def has_fact(standing: Standing, fact: str) -> bool:
    """Whether the fact was recorded of what the filing says now."""
    return StepTaken.objects.filter(filing=standing.filing, step__in=(fact, "record_paper"), substance_sha256=standing.substance).exists()


def co_reviewed(standing: Standing) -> Obstacles:
    """The co-reviews that the campaign asks for, of exactly this content."""
    campaign = standing.filing.campaign
    wanted = campaign.co_reviews if campaign else []
    done = set(
        StepTaken.objects.filter(filing=standing.filing, step="co_review", substance_sha256=standing.substance).values_list(
            "remit", flat=True
        )
    )
    for remit in wanted:
        if remit not in done:
            words = StepTaken(remit=remit).remit_words
            yield _("缺%(remit)s会审。") % {"remit": words}


def cleared(standing: Standing) -> Obstacles:
    """What is released is what was cleared."""
    last = StepTaken.objects.filter(filing=standing.filing, step="clear").last()
    if last is None or last.substance_sha256 != standing.substance:
        yield _("内容和核准公开时不同（例如单位划转、改名）。请退回，重新上报审核。")


def published(standing: Standing) -> Obstacles:
    """Only what is public is corrected."""
    last = last_release(standing.filing)
    if last is None or not Release.objects.filter(pk=last.pk, publish_at__lte=Now()).exists():
        yield _("还没有公开，不能更正。定时公开的请先撤销定时。")


def last_release(filing: Filing) -> Release | None:
    """The last version that was not cancelled."""
    return Release.objects.standing().filter(filing=filing).defer("document").order_by("version").last()


OF_STEP: dict[str, tuple[Callable[[Standing], Obstacles], ...]] = {
    "submit": (window, units, changed_at_all),
    "review_as_lead": (co_reviewed,),
    "clear": (approved, recorded, changed_at_all),
    "release": (cleared, approved, recorded),
    "start_correction": (published,),
    "abandon_correction": (unchanged,),
}
