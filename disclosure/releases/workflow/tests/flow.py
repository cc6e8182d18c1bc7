"""A bureau with one unit, its document, and a person for every step: what tests of the way of a filing stand on."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from agencies.models import AgencyYear, Region
from agencies.people.models import Person
from agencies.tests.places import appoint, bureau
from disclosure.core.facts import Address
from disclosure.core.tests.ledgers import facts, line
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approving import Figure, Letter, enter_approval
from disclosure.filings.campaigning import Plan, open_campaign, plan
from disclosure.filings.models import Filing
from disclosure.filings.saving import save_facts
from disclosure.filings.states import State
from disclosure.jobs.work import run
from disclosure.releases.models import Release
from disclosure.releases.publishing import ask_to_release
from disclosure.releases.workflow.standing import standing_of
from disclosure.releases.workflow.taking import take

REASON = {Address("YX08", "total", "reception"): "新增业务", Address("YX03", "operating", "amount"): "新增业务"}
LINES = (line("10000"), line("20000", economic="30217"))
FIGURES = (Figure(Decimal("30000"), function="2012604"),)
CHAIN = (
    ("start", "preparer", State.PREPARING), ("submit", "preparer", State.SUBMITTED),
    ("review_as_department", "department_reviewer", State.DEPARTMENT_REVIEWED),
    ("review_as_division", "division_reviewer", State.DIVISION_REVIEWED), ("review_as_lead", "lead_reviewer", State.FINANCE_REVIEWED),
    ("review_secrecy", "secrecy_reviewer", None), ("sign", "signatory", None), ("clear", "publisher", State.READY),
)  # fmt: skip
ROLES = tuple(dict.fromkeys(role for _, role, _ in CHAIN)) + ("co_reviewer", "publisher2", "preparer2")


@dataclass
class Flow:
    """The filing and its people; `to(state)` walks there."""

    filing: Filing
    people: dict[str, Person]

    def fresh(self) -> Filing:
        return Filing.objects.select_related("agency_year", "campaign", "window").get(pk=self.filing.pk)

    def seen(self) -> str:
        return standing_of(self.fresh()).seen

    def step(self, code: str, role: str, **more: object):
        return take(step=code, filing=self.fresh(), by=self.people[role], seen=more.pop("seen", None) or self.seen(), **more)

    def to(self, state: State) -> "Flow":
        """Along the chain until the state is reached."""
        now = self.fresh().state
        done = next((place for place, (_, _, after) in enumerate(CHAIN, 1) if after == now), 0)
        for code, role, _ in CHAIN[done:]:
            if self.fresh().state == state:
                return self
            self.step(code, role)
        return self

    def release(self, at=None, role: str = "publisher") -> Release:
        """Published, or to be at a second."""
        job = ask_to_release(filing=self.fresh(), by=self.people[role], seen=self.seen(), publish_at=at)
        run(job.pk)
        job.refresh_from_db()
        assert job.status == "done", (job.status, job.result)
        return Release.objects.filter(filing=self.filing).order_by("pk").last()

    def correct(self, *lines, reasons=None, why="更正公务接待费的说明") -> "Flow":
        """A correction with other content, up to 待公开."""
        self.step("start_correction", "preparer", why=why)
        write(lines or LINES, reasons or REASON | {Address("YX08", "total", "reception"): "新增业务，来访增多"})
        for code, role, _ in CHAIN[1:]:
            self.step(code, role)
        return self


def write(lines=LINES, reasons=REASON) -> Filing:
    return save_facts(entered=facts(*lines, reasons=reasons))


def begin(*, figures=FIGURES, unit=AmountUnit.YUAN, approved=True) -> Flow:
    """Nothing has happened but that the campaign is open, the content is there, and the approval is entered."""
    Region.objects.get_or_create(code="369900", defaults={"name": "安澜市"})
    ours, filing = bureau(), write()
    people = people_of(ours, filing.agency_year)
    lead = people["lead_reviewer"]
    today = timezone.localdate()
    said = Plan(2024, "budget", "jiangxi", "units")
    campaign = plan(bureau=ours, said=said, opens_on=date(2024, 1, 1), closes_on=today + timedelta(days=9), by=lead)
    open_campaign(campaign=campaign, by=lead)
    if approved:
        approve(filing, figures, unit=unit, by=lead)
    return Flow(filing, people)


def ready() -> Flow:
    """Begun, and walked until it is ready to be released."""
    return begin().to(State.READY)


def approve(filing: Filing, figures=FIGURES, *, number="安财预〔2024〕1号", unit=AmountUnit.YUAN, by=None):
    letter = Letter(number, date(2024, 1, 20), "安澜市财政局", unit)
    return enter_approval(agency_year=filing.agency_year, kind="budget", letter=letter, figures=figures, by=by)


def people_of(ours, unit: AgencyYear) -> dict[str, Person]:
    people = {}
    for role in ROLES:
        code = role.rstrip("2")
        held = unit if code in ("preparer", "signatory") else unit.parent if code == "department_reviewer" else None
        person = Person(username=role.replace("_", "-") + "-flow", name=role, bureau=ours)
        person.set_unusable_password()
        person.save()
        appoint(person, code, on=held)
        people[role] = person
    return people
