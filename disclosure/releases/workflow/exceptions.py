"""Review by exception: what waits for a reviewer, the unusual first, and the clean ones passed in one action that can be undone for half a minute."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import now
from django.utils.translation import gettext as _

from agencies.people.access import held, may, within
from agencies.people.models import Person
from agencies.people.roles import ROLES, Permission
from disclosure.audit.acting import acting
from disclosure.filings.campaign_models import Stage
from disclosure.filings.models import Filing
from disclosure.filings.states import UNDER_REVIEW
from disclosure.jobs.asking import ask
from disclosure.jobs.models import Job
from disclosure.jobs.work import Report, Result, work
from disclosure.releases.models import Comment, StepTaken, Submission
from disclosure.releases.workflow.steps import STEPS, Step, next_stage
from disclosure.releases.workflow.taking import NotTaken, stages, take, who_and_when
from disclosure.releases.workflow.telling import REVIEWER

REVIEW = "review"
UNDO = timedelta(seconds=30)
UNUSUAL = Decimal(30)  # per cent against last year
BEFORE_WARNINGS, BEFORE_CHANGE = 100, 1000


@dataclass(frozen=True)
class Turn:
    """A filing that waits for a person's review, as it was submitted: `seen` is its check value, `findings` and `total` what it said."""

    filing: Filing
    step: Step
    seen: str
    findings: list[Mapping[str, Any]]
    total: Mapping[str, Any]
    unanswered: int
    returned: int

    @cached_property
    def warnings(self) -> int:
        """All of them are justified: else it could not have been submitted."""
        return sum(each["level"] == "warning" for each in self.findings)

    @property
    def change(self) -> Decimal:
        """Per cent against last year, without its sign; nothing where last year is not known."""
        return Decimal(str(self.total.get("rate") or "0").rstrip("%"))

    @property
    def marks(self) -> Iterator[str]:
        """What is unusual about it, in words."""
        if self.unanswered:
            yield _("%s条意见没有答复") % self.unanswered
        if self.returned:
            yield _("退回过%s次") % self.returned
        if self.warnings:
            yield _("%s条预警，已说明") % self.warnings
        if self.change >= UNUSUAL:
            yield _("支出总计比上年%(way)s%(rate)s") % {
                "way": _("减") if self.total["direction"] == "decrease" else _("增"),
                "rate": self.total["rate"],
            }

    @property
    def is_clean(self) -> bool:
        return next(self.marks, None) is None

    @property
    def weight(self) -> Decimal:
        """How far up it stands."""
        return (
            BEFORE_CHANGE * (self.unanswered + self.returned) + BEFORE_WARNINGS * self.warnings + min(self.change, Decimal(BEFORE_WARNINGS))
        )


def kinds_of(person: Person, permission: Permission) -> set[str]:
    """The kinds of documents that are this person's field."""
    remits = {each.remit for each in held(person) if ROLES[each.role].allows(permission)}
    return remits if permission == Permission.REVIEW_AS_LEAD else {"budget", "final"}


def turns(person: Person) -> list[Turn]:
    """Everything that waits for the person's review, the unusual first. Three queries a stage of review."""
    found = [turn for stage, permission in REVIEWER.items() if may(person, permission) for turn in turns_at(person, stage, permission)]
    return sorted(found, key=lambda turn: (-turn.weight, turn.filing.agency_year.code))


def turns_at(person: Person, stage: Stage, permission: Permission) -> Iterator[Turn]:
    """What waits at one stage."""
    step = next(each for each in STEPS.values() if each.stage == stage and not each.asks_why)
    rows = within(with_submission(Filing.objects.filter(state__in=UNDER_REVIEW)), by=person, permission=permission)
    ours = [row for row in rows if next_stage(row.state, stages(row)) == stage and row.kind in kinds_of(person, permission)]
    mine = [row for row in ours if row.seen and not list(who_and_when(step, row, person))]  # type: ignore[attr-defined]
    numbers = [row.pk for row in mine]
    unanswered = Counter(Comment.objects.filter(filing__in=numbers, answer="").values_list("filing", flat=True))
    returned = Counter(StepTaken.objects.filter(filing__in=numbers, step__startswith="send_back_").values_list("filing", flat=True))
    for row in mine:
        yield Turn(row, step, row.seen, row.findings, row.total, unanswered[row.pk], returned[row.pk])  # type: ignore[attr-defined]


def with_submission(rows: QuerySet[Filing]) -> QuerySet[Filing]:
    """Filings with the check value, the findings and the total of what was submitted last."""
    last = Submission.objects.filter(filing=OuterRef("pk")).order_by("-pk")
    return rows.select_related("agency_year__parent", "campaign").annotate(
        seen=Subquery(last.values("content_sha256")[:1]),
        findings=Subquery(last.values("document__findings")[:1]),
        total=Subquery(last.values("document__summary__total")[:1]),
    )


def ask_to_review(*, chosen: Iterable[Turn], by: Person) -> Job | None:
    """A job that passes them half a minute from now, each as it was seen; None where nothing was chosen."""
    said = [[turn.filing.pk, turn.step.code, turn.seen] for turn in chosen]
    if not said:
        return None
    with acting(by, why=_("成批审核")):
        return ask(kind=REVIEW, subject=_("成批审核%s份") % len(said), by=by, at=now() + UNDO, filings=said)


@work(REVIEW)
def review(job: Job, report: Report) -> Result:
    """Pass each; what has changed or what stands in the way is told, and left to be looked at. Run again, it passes the rest."""
    assert job.person is not None
    wanted, problems = job.arguments["filings"], []
    for done, (number, step, seen) in enumerate(wanted):
        report(_("第%s份") % (done + 1), 100 * done // len(wanted))
        filing = Filing.objects.select_related("agency_year", "campaign").get(pk=number)
        try:
            if not StepTaken.objects.filter(filing=filing, step=step, by=job.person, content_sha256=seen, round=filing.round).exists():
                take(step=step, filing=filing, by=job.person, seen=seen)
        except NotTaken as refused:
            problems.append(f"{filing}：{refused}")
    return {
        "message": _("审核通过%(passed)s份，没有办的%(left)s份") % {"passed": len(wanted) - len(problems), "left": len(problems)},
        "problems": problems,
    }
