"""What the page of a filing shows: its way, what may be done, what stands in the way, what changed, what is on record. Knows no request."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.checks.mending import MENDING
from disclosure.exports.differing import Changes, changes
from disclosure.exports.shape import Finding
from disclosure.filings.approving import approval_of
from disclosure.filings.campaigning import closing_of
from disclosure.filings.clocks import Clock, handing_down_clock, publishing_clock
from disclosure.filings.models import Approval, Filing
from disclosure.filings.states import State
from disclosure.releases.models import Justification, Look, Release, StepTaken, Submission
from disclosure.releases.workflow.obstacles import OF_STEP, errors, has_fact, represented
from disclosure.releases.workflow.standing import Shown, Standing, finding_key, last_releases, shown_state, standing_or_none
from disclosure.releases.workflow.steps import STEPS, Step, steps_from
from disclosure.releases.workflow.taking import stages, who_and_when

# Steps with pages of their own, by the name of the address.
OWN_PAGES = {"release": "filing_release", "record_paper": "filing_paper", "cancel": ""}
CHIPS = {
    "not_started": "none", "preparing": "draft", "correcting": "draft", "submitted": "wait", "department_reviewed": "wait",
    "division_reviewed": "wait", "finance_reviewed": "wait", "ready": "ok", "released": "out", "withdrawn": "back",
}  # fmt: skip


@dataclass(frozen=True)
class Possible:
    """A step that this person may take now, and what stands in its way."""

    step: Step
    page: str
    obstacles: list[str]


@dataclass(frozen=True)
class Warned:
    """A finding, the key it is known by, and why it is right, if somebody said so."""

    finding: Finding
    key: str
    justification: Justification | None

    @property
    def mending(self) -> str:
        """怎么改."""
        return MENDING.get(self.finding["rule"], "")


@dataclass(frozen=True)
class Mark:
    """A stop on the way: its words, whether it is passed, whether it is now."""

    words: str
    is_done: bool
    is_now: bool


@dataclass(frozen=True)
class Fact:
    """Something that must be on record before 待公开."""

    words: str
    said: str
    is_there: bool


def chip(shown: Shown) -> str:
    """The class of a state's chip."""
    return CHIPS.get(shown.code, "none")


def possible(filing: Filing, standing: Standing | None, person: Person) -> list[Possible]:
    """The buttons of this person, drawn from the table of steps."""
    found = []
    for step in steps_from(filing.state, stages(filing)):
        if list(who_and_when(step, filing, person)):
            continue
        against = list(against_step(step, standing)) if standing else [_("还没有内容，做不成文件。请先填报。")]
        found.append(Possible(step, OWN_PAGES.get(step.code, "filing_step"), against))
    return [each for each in found if each.page]


def against_step(step: Step, standing: Standing) -> Iterator[str]:
    """What stands in the way of a step, whoever takes it."""
    if step.stops_on_errors:
        yield from errors(standing)
    for obstacle in OF_STEP.get(step.code, ()):
        yield from obstacle(standing)


def way(filing: Filing) -> list[Mark]:
    """The stops from 填报 to 公开, as the campaign asks for them."""
    order = [State.PREPARING, State.SUBMITTED]
    order += [
        {"department": State.DEPARTMENT_REVIEWED, "division": State.DIVISION_REVIEWED, "lead": State.FINANCE_REVIEWED}[stage]
        for stage in stages(filing)
    ]
    order += [State.READY, State.RELEASED]
    state = State.PREPARING if filing.state in (State.NOT_STARTED, State.CORRECTING) else State(filing.state)
    place = order.index(state) if state in order else 0
    words = {State.PREPARING: State(filing.state).label if filing.state == State.CORRECTING else _("填报")}
    return [Mark(str(words.get(each, each.label)), index < place, index == place) for index, each in enumerate(order)]


def facts_of(filing: Filing, standing: Standing | None) -> list[Fact]:
    """批复, 保密审查, 签发 and the co-reviews of what the filing says now."""
    approval = approval_of(filing)
    told = [Fact(_("批复"), str(approval) if approval else _("未录入"), approval is not None)]
    for fact, words in (("review_secrecy", _("保密审查")), ("sign", _("负责人签发"))):
        is_there = standing is not None and has_fact(standing, fact)
        told.append(Fact(words, _("已记录") if is_there else _("未办"), is_there))
    return told


def clocks_of(filing: Filing, release: Release | None) -> list[Clock]:
    """The clocks that the approval started."""
    approval, today = approval_of(filing), localdate()
    if approval is None:
        return []
    first = Release.objects.standing().filter(filing=filing).order_by("version").values_list("publish_at", flat=True).first()
    published = localtime(first).date() if first and localtime(first).date() <= today else None
    units = Filing.objects.filter(agency_year__parent=filing.agency_year_id, kind=filing.kind).select_related("agency_year")
    theirs = Approval.objects.filter(agency__in=units.values("agency_year__agency"), year=filing.year, kind=filing.kind)
    handing = handing_down_clock(approval, units, theirs, today)
    return [publishing_clock(approval, published, today), *([handing] if handing else [])]


def warned(filing: Filing, standing: Standing | None) -> list[Warned]:
    """Errors and warnings, the gravest first, each with what was said of it."""
    if standing is None:
        return []
    said = {each.finding: each for each in Justification.objects.filter(filing=filing).select_related("by")}
    shown = [each for each in standing.document["findings"] if each["level"] in ("error", "warning")]
    return [Warned(each, key, said.get(key)) for each in sorted(shown, key=lambda each: each["level"]) for key in (finding_key(each),)]


def changed_since(filing: Filing, standing: Standing | None, person: Person) -> tuple[Submission | None, Changes | None]:
    """What changed since this person's last look, or since the version published; nothing at a first look."""
    look = Look.objects.filter(filing=filing, person=person).select_related("submission").first()
    if standing is None or look is None or not look.submission.document:
        return None, None
    return look.submission, changes(look.submission.document, standing.document)


def note_look(filing: Filing, person: Person) -> None:
    """The person has seen the newest submission; asked for after the page is drawn from the look before."""
    newest = Submission.objects.filter(filing=filing).last()
    if newest is not None:
        Look.objects.update_or_create(filing=filing, person=person, defaults={"submission": newest})


def record_of(filing: Filing) -> list[tuple[StepTaken, Step]]:
    """Every step, newest first."""
    rows = StepTaken.objects.filter(filing=filing).select_related("by", "approval", "paper").order_by(F("pk").desc())
    return [(each, STEPS[each.step]) for each in rows]


def due_of(filing: Filing) -> date | None:
    return closing_of(filing)


@dataclass(frozen=True)
class Page:
    """Everything on the page of a filing for one person."""

    filing: Filing
    standing: Standing | None
    release: Release | None
    person: Person

    @property
    def shown(self) -> Shown:
        return shown_state(self.filing, self.release)

    @property
    def chip(self) -> str:
        return chip(self.shown)

    @property
    def way(self) -> list[Mark]:
        return way(self.filing)

    @property
    def possible(self) -> list[Possible]:
        return possible(self.filing, self.standing, self.person)

    @property
    def facts(self) -> list[Fact]:
        return facts_of(self.filing, self.standing)

    @property
    def clocks(self) -> list[Clock]:
        return clocks_of(self.filing, self.release)

    @property
    def warned(self) -> list[Warned]:
        return warned(self.filing, self.standing)

    @property
    def record(self) -> list[tuple[StepTaken, Step]]:
        return record_of(self.filing)

    @property
    def closes_on(self) -> date | None:
        return due_of(self.filing)

    @property
    def units(self) -> list[tuple[object, str | None]]:
        return list(represented(self.filing))


def page_of(filing: Filing, person: Person) -> Page:
    """The page of a filing for one person."""
    return Page(filing, standing_or_none(filing), last_releases([filing.pk]).get(filing.pk), person)
