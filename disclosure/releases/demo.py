"""The examples of the demo on their way: campaign, approval, every step by its own person, release. Run again, it changes nothing. Never in production."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from agencies.models import Bureau
from agencies.people.models import Person
from disclosure.core.words import Origin
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approving import Figure, Letter, approval_of, compared, enter_approval
from disclosure.filings.campaign_models import Campaign, Filers, Stage
from disclosure.filings.campaigning import Plan, open_campaign, plan
from disclosure.filings.models import Filing
from disclosure.filings.reading import read_facts
from disclosure.filings.states import State
from disclosure.jobs.work import run
from disclosure.releases.models import Release
from disclosure.releases.publishing import ask_to_release
from disclosure.releases.workflow.obstacles import last_release
from disclosure.releases.workflow.remarks import justify
from disclosure.releases.workflow.standing import finding_key, standing_of
from disclosure.releases.workflow.taking import take

People = Mapping[str, Person]
JUSTIFIED = "示例：数字已同预算管理一体化系统核对，原因待单位补充。"
CHAIN = (
    ("start", "preparer"), ("submit", "preparer"), ("review_as_department", "department_reviewer"), ("review_as_division", "division_reviewer"),
    ("review_as_lead", "lead_reviewer"), ("review_secrecy", "secrecy_reviewer"), ("sign", "signatory"), ("clear", "publisher"),
)  # fmt: skip


def campaign_for(filing: Filing, people: People) -> Campaign:
    """The campaign that the example belongs to, open."""
    bureau = Bureau.objects.get(pk=filing.agency_year.region_id)
    found = Campaign.objects.filter(bureau=bureau, year=filing.year, kind=filing.kind).first()
    if found is None:
        is_department = filing.agency_year.is_department
        said = Plan(filing.year, filing.kind, filing.pack, Filers.DEPARTMENTS if is_department else Filers.UNITS, list(Stage.values))
        today = timezone.localdate()
        found = plan(
            bureau=bureau, said=said, opens_on=date(filing.year, 1, 1), closes_on=today + timedelta(days=30), by=people["lead_reviewer"]
        )
        open_campaign(campaign=found, by=people["lead_reviewer"])
    return found


def approve(filing: Filing, people: People) -> None:
    """An approval with exactly the figures of the example, by 项 and nature; a transcribed document has none."""
    if filing.origin != Origin.ENTERED or approval_of(filing) is not None:
        return
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in compared(read_facts(filing.pk)):
        sums[line.function, line.nature] += line.amount
    figures = [Figure(amount, function=function, nature=nature) for (function, nature), amount in sums.items()]
    letter = Letter(f"示例批复〔{filing.year}〕{filing.agency_year.code}号", timezone.localdate(), "示例批复机关", AmountUnit.YUAN)
    enter_approval(agency_year=filing.agency_year, kind=filing.kind, letter=letter, figures=figures, by=people["lead_reviewer"])


def carry_through(filing: Filing, people: People) -> Release:
    """The example through every step, each by its own person, and published; what is published already stays."""
    campaign_for(filing, people)
    approve(filing, people)
    filing = Filing.objects.select_related("agency_year", "campaign", "window").get(pk=filing.pk)
    if filing.state == State.NOT_STARTED:
        walk(filing, people)
    if filing.state == State.READY:
        job = ask_to_release(filing=filing, by=people["publisher"], seen=standing_of(filing).seen, publish_at=None)
        run(job.pk)
        job.refresh_from_db()
        if job.status != "done":
            raise RuntimeError(f"{job}: {job.result}")
    found = last_release(filing)
    assert found is not None
    return found


def walk(filing: Filing, people: People) -> None:
    """Every step up to 待公开."""
    for step, role in CHAIN:
        if step == "review_as_department" and filing.agency_year.is_department:
            continue
        if step == "submit":
            for finding in standing_of(filing).unjustified:
                justify(standing=standing_of(filing), finding=finding_key(finding), text=JUSTIFIED, by=people["preparer"])
        take(step=step, filing=filing, by=people[role], seen=standing_of(filing).seen)
        filing.refresh_from_db()
