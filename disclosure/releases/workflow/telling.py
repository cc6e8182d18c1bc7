"""Who is told when a filing has moved: those whose turn it is, and the authors when it comes back or is published. Knows no page but addresses."""

from django.db.models import QuerySet

from agencies.people.appointing import tell
from agencies.people.models import Appointment, Person
from agencies.people.roles import ROLES, Permission
from disclosure.filings.campaign_models import Stage
from disclosure.filings.models import Author, Filing
from disclosure.filings.states import State
from disclosure.releases.models import StepTaken
from disclosure.releases.workflow.steps import STEPS, next_stage

REVIEWER = {
    Stage.DEPARTMENT: Permission.REVIEW_AS_DEPARTMENT,
    Stage.DIVISION: Permission.REVIEW_AS_DIVISION,
    Stage.LEAD: Permission.REVIEW_AS_LEAD,
}


def address(filing: Filing) -> str:
    """Where the filing is worked on."""
    return f"/office/filings/{filing.pk}/"


def tell_next(*, filing: Filing, taken: StepTaken, stages: tuple[Stage, ...]) -> None:
    """Messages to those who go on with the filing; nobody is told of his own step."""
    step = STEPS[taken.step]
    if taken.before == taken.after:
        return
    if taken.after in (State.PREPARING, State.CORRECTING) and taken.step not in ("start", "take_back", "start_correction"):
        people, words = authors(filing), f"{step.name}：{filing}——{taken.why}"
    elif taken.step in ("release", "cancel"):
        people, words = authors(filing), f"{step.name}：{filing}"
    else:
        stage = next_stage(filing.state, stages)
        permission = REVIEWER[stage] if stage else Permission.PUBLISH
        people, words = holders(permission, filing), f"等您办理：{filing}（{State(filing.state).label}）"
        if taken.after not in (*(State.SUBMITTED, State.DEPARTMENT_REVIEWED, State.DIVISION_REVIEWED), State.FINANCE_REVIEWED, State.READY):
            return
    for person in people.exclude(pk=taken.by_id):
        tell(person=person, subject=words[:200], href=address(filing))


def authors(filing: Filing) -> QuerySet[Person]:
    """Whoever wrote to the filing."""
    wrote = Author.objects.filter(filing=filing).values("person")
    submitted = StepTaken.objects.filter(filing=filing, step__in=("start", "submit")).values("by")
    return Person.objects.filter(pk__in=wrote.union(submitted))


def holders(permission: Permission, filing: Filing) -> QuerySet[Person]:
    """Whoever holds the permission on the filing's agency, its department, or the whole bureau; lead reviewers by their field."""
    roles = [role.code for role in ROLES.values() if role.allows(permission)]
    entry = filing.agency_year
    places = {entry.agency_id} | ({entry.parent.agency_id} if entry.parent else set())
    held = Appointment.objects.in_force().filter(role__in=roles, bureau=entry.region_id)
    if permission == Permission.REVIEW_AS_LEAD:
        held = held.filter(remit=filing.kind)
    here = held.filter(agency__in=places) | held.filter(agency=None)
    return Person.objects.filter(is_active=True, pk__in=here.values("person"))
