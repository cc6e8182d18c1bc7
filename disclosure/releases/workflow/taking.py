"""Taking a step: the one function through which a filing moves. It locks, looks, asks, records and tells, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.people.access import held, reach, within
from agencies.people.models import Person
from agencies.people.roles import ROLES, Permission
from disclosure.audit.acting import acting
from disclosure.filings.approving import approval_of
from disclosure.filings.campaign_models import Stage
from disclosure.filings.models import Author, Filing
from disclosure.filings.problems import PackageRefused
from disclosure.filings.states import State
from disclosure.releases.models import PaperForm, Release, StepTaken, Submission, Transition
from disclosure.releases.workflow.obstacles import OF_STEP, errors, represented
from disclosure.releases.workflow.standing import Standing, standing_of
from disclosure.releases.workflow.steps import STEPS, Duty, Step, stages_of, steps_from
from disclosure.releases.workflow.telling import tell_next


class NotTaken(ValueError):
    """A step is refused; `problems` in words for the person who asked, each with what mends it."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("；".join(self.problems))


@dataclass(frozen=True)
class Given:
    """What a step may carry besides its reason."""

    remit: str = ""
    paper: PaperForm | None = None
    release: Release | None = None
    details: Mapping[str, Any] | None = None


NOTHING = Given()


def take(*, step: str, filing: Filing, by: Person, seen: str, why: str = "", given: Given = NOTHING) -> StepTaken:
    """Take a step. `seen`: the check value of what the person saw. Raises NotTaken, and then nothing has changed."""
    wanted = STEPS[step]
    try:
        with acting(by, why=why or str(wanted.name)), transaction.atomic():
            locked = Filing.objects.select_for_update(of=("self",)).select_related("agency_year", "campaign", "window").get(pk=filing.pk)
            standing = stand(locked)
            refuse(problems(wanted, standing, by, seen=seen, why=why, remit=given.remit))
            taken = StepTaken.objects.create(**told(wanted, standing, by, why, given))
            locked.refresh_from_db(fields=["state", "round"])
            if step == "submit":
                Submission.objects.create(filing=locked, content_sha256=standing.seen, document=standing.document)
            tell_next(filing=locked, taken=taken, stages=stages(locked))
    except IntegrityError as error:  # two at once, or the database knows something that we overlooked
        raise NotTaken([_("没有办成：%(said)s。请刷新页面看最新状态。") % {"said": str(error).partition("\n")[0]}]) from error
    return taken


def stand(filing: Filing) -> Standing:
    """The filing as it stands; raises NotTaken where no document can be made."""
    try:
        return standing_of(filing)
    except PackageRefused as refused:
        raise NotTaken(str(problem) for problem in refused.problems) from refused


def refuse(found: Iterable[str]) -> None:
    """Raise NotTaken with everything that was found."""
    if problems := list(found):
        raise NotTaken(problems)


def problems(step: Step, standing: Standing, by: Person, *, seen: str, why: str, remit: str) -> Iterable[str]:
    """Everything against the step; who may not take it is told only that."""
    if against := list(who_and_when(step, standing.filing, by, remit)):
        return against
    if seen != standing.seen and (step.code != "release" or seen != standing.substance):  # a batch releases what was cleared
        return [_("内容在您打开页面之后有变化。请刷新页面，看过变化再办理。")]
    if step.asks_why and not why.strip():
        return [_("请写明原因。")]
    stopped = list(errors(standing)) if step.stops_on_errors else []
    return [*stopped, *(each for obstacle in OF_STEP.get(step.code, ()) for each in obstacle(standing))]


def who_and_when(step: Step, filing: Filing, by: Person, remit: str = "") -> Iterable[str]:
    """Whether it is the step's turn, and this person's to take."""
    if step not in steps_from(filing.state, stages(filing)):
        yield _("现在是“%(state)s”，不能办“%(step)s”。可能别人已经办过了，请刷新页面。") % {
            "state": State(filing.state).label,
            "step": step.name,
        }
        return
    if not any(may_on(by, permission, filing, remit) for permission in step.permissions):
        yield _("您没有办理“%(step)s”的权限。") % {"step": step.name}
        return
    if step.duty != Duty.AUTHOR and step.code not in ("cancel", "record_paper") and is_author(filing, by):
        yield _("您填报过这份文件，不能再审核、签发或发布。请另一位同事办理，或请财政部门办理。")
    if step.code in ("clear", "release") and has_reviewed(filing, by):
        yield _("您审核过这份文件，不能再发布。请另一位发布人办理。")


def may_on(by: Person, permission: Permission, filing: Filing, remit: str = "") -> bool:
    """Whether the person has the permission here, in the field that the filing or the co-review belongs to."""
    if not within(Filing.objects.filter(pk=filing.pk), by=by, permission=permission).exists():
        return False
    if permission == Permission.REVIEW_AS_LEAD:
        return any(each.remit == filing.kind for each in held(by) if ROLES[each.role].allows(permission))
    if permission == Permission.CO_REVIEW and remit:
        return any(each.remit == remit for each in held(by) if ROLES[each.role].allows(permission))
    return not reach(by, permission).is_nowhere


def remits_of(by: Person) -> list[str]:
    """The co-reviews that the person may take."""
    return [each.remit for each in held(by) if ROLES[each.role].allows(Permission.CO_REVIEW)]


def stages(filing: Filing) -> tuple[Stage, ...]:
    """The reviews that the filing goes through; without a campaign all of them."""
    asked = filing.campaign.stages if filing.campaign else Stage.values
    return stages_of(asked, is_department=filing.agency_year.is_department)


def is_author(filing: Filing, by: Person) -> bool:
    """Whether the person ever wrote to the filing, or took a step that only its authors take."""
    authored = Transition.objects.filter(duty=Duty.AUTHOR.value).values("step")
    return (
        Author.objects.filter(filing=filing, person=by).exists()
        or StepTaken.objects.filter(filing=filing, by=by, step__in=authored).exists()
    )


def has_reviewed(filing: Filing, by: Person) -> bool:
    """Whether the person reviewed what is submitted now."""
    submitted = StepTaken.objects.filter(filing=filing, step="submit").order_by("-pk").values("pk")[:1]
    return StepTaken.objects.filter(filing=filing, by=by, step__startswith="review_as_", pk__gt=submitted).exists()


def told(step: Step, standing: Standing, by: Person, why: str, given: Given) -> dict[str, Any]:
    """The row of the step."""
    filing = standing.filing
    bound = step.code in ("clear", "release")
    stands_for = [{"unit": unit.code, "by": by_what} for unit, by_what in represented(filing)] if step.code == "submit" else []
    return {
        "filing": filing,
        "step": step.code,
        "before": filing.state,
        "after": step.leads_to(filing.state, filing.round),
        "round": filing.round,
        "remit": given.remit,
        "by": by,
        "why": why.strip(),
        "content_sha256": standing.seen,
        "substance_sha256": standing.substance,
        "approval": approval_of(filing) if bound else None,
        "paper": given.paper,
        "release": given.release,
        "details": given.details or ({"units": stands_for} if stands_for else None),
    }
