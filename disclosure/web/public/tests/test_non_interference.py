"""Whatever happens to drafts, no public byte and no header changes. Random histories of everything that people do before publishing."""

import contextlib
import os
from datetime import timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agencies.models import Agency, AgencyYear
from disclosure.core.facts import Address
from disclosure.filings.approving import Figure
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.releases import events
from disclosure.releases.publishing import ask_to_release
from disclosure.releases.releasing import database_now
from disclosure.releases.sealing import seal
from disclosure.releases.workflow.obstacles import last_release
from disclosure.releases.workflow.remarks import WHOLE, comment
from disclosure.releases.workflow.standing import standing_of
from disclosure.releases.workflow.taking import NotTaken
from disclosure.releases.workflow.tests.flow import REASON, approve, begin, write
from disclosure.web.public.catalogue import Counted
from disclosure.web.public.tests.crawling import crawl
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import publish

HISTORIES = 100 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 4
DOCUMENTS = (("369900", "399001", 2024, "budget"), ("361100", "307001", 2024, "budget"), ("369900", "399002", 2024, "budget"))
WORDS = "机密词语七三九一"
STEPS = (
    ("start", "preparer"), ("submit", "preparer"), ("take_back", "preparer"), ("review_as_department", "department_reviewer"),
    ("review_as_division", "division_reviewer"), ("review_as_lead", "lead_reviewer"), ("review_secrecy", "secrecy_reviewer"),
    ("sign", "signatory"), ("clear", "publisher"), ("send_back_as_lead", "lead_reviewer"), ("send_back_as_publisher", "publisher2"),
)  # fmt: skip


def do(flow, action):
    """One thing that somebody does to a draft; what is refused is tried all the same."""
    with contextlib.suppress(NotTaken, ValueError):
        OTHERS[action](flow) if action in OTHERS else flow.step(*action, why=WORDS)


def edit(flow):
    if flow.fresh().state in (State.NOT_STARTED, State.PREPARING):
        write(reasons=REASON | {Address("YX08", "total", "reception"): WORDS})


def remark(flow):
    comment(standing=standing_of(flow.fresh()), place=WHOLE, text=WORDS, by=flow.people["lead_reviewer"])


def to_ready(flow):
    if flow.fresh().state != State.RELEASED:
        flow.to(State.READY)


def schedule(flow):
    to_ready(flow)
    flow.release(at=database_now() + timedelta(hours=1))


def cancel(flow):
    if release := last_release(flow.fresh()):
        events.cancel(release=release, by=flow.people["publisher2"], seen=flow.seen(), why=WORDS)


def ask(flow):
    ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=None)


def register(flow):
    unit = AgencyYear.objects.get(code="399001", region="369900")
    if not AgencyYear.objects.filter(code="399002").exists():
        AgencyYear.objects.create(agency=Agency.objects.create(region=unit.region), region=unit.region, year=2024, code="399002",
                                  name=WORDS, parent=unit.parent, kind="administrative")  # fmt: skip


OTHERS = {
    "edit": edit, "remark": remark, "schedule": schedule, "cancel": cancel, "ask": ask, "register": register, "to_ready": to_ready,
    "seal": lambda flow: seal(),
}  # fmt: skip
ACTIONS = st.lists(st.sampled_from([*STEPS, *OTHERS]), min_size=4, max_size=14)


@pytest.fixture
def stub_files(monkeypatch):
    """Rendering is not what is asked here."""
    bodies = {name: WORDS.encode() for name in ("disclosure.json", "disclosure.pdf", "findings.json", "disclosure.html", "disclosure.xlsx")}
    monkeypatch.setattr("disclosure.releases.releasing.write_files", lambda document: (bodies, 1))


@settings(max_examples=HISTORIES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=ACTIONS)
def check_history(base, actions):
    flow, before = base
    point = transaction.savepoint()
    for action in actions:
        do(flow, action)
    after = crawl(DOCUMENTS)
    transaction.savepoint_rollback(point)
    assert [address for address in before if before[address] != after[address]] == []


def test_no_history_of_drafts_changes_a_public_byte(db, stub_files):
    publish(document())
    seal()
    flow = begin()
    check_history((flow, crawl(DOCUMENTS)))


def test_an_approval_starts_the_clock_in_public_and_says_nothing_else(db):
    """批复 is a fact, not a draft: it is counted where publishing is counted, and nowhere else."""
    publish(document())
    flow = begin()
    before = crawl(DOCUMENTS)
    approve(flow.filing, (Figure(Decimal(30000), function="2012604"),), number=WORDS)
    after = crawl(DOCUMENTS)
    changed = {address for address in before if before[address] != after[address]}
    assert {address.partition("?")[0] for address in changed} <= {"/", "/en/", "/published/", "/large/published/"}
    assert not [address for address in changed if WORDS in after[address][2].decode()]


def test_the_alarm_a_released_filing_is_noticed(db, stub_files):
    flow = begin()
    before = crawl(DOCUMENTS)
    flow.to(State.READY).release()
    after = crawl(DOCUMENTS)
    changed = {address for address in before if before[address] != after[address]}
    assert "/" in changed and "/369900/399001/2024/budget/" in changed
    assert not [address for address in changed if "/307001/" in address]


FORGETFUL = """CREATE OR REPLACE VIEW pub.release WITH (security_barrier) AS
SELECT id, region, agency_code, agency_name, year, kind, scope, version, title, document, document_sha256, publish_at, figures_checked,
       true AS in_force, NULL::timestamptz AS withdrawn_at, NULL::varchar(18) AS withdrawal, NULL::varchar(400) AS withdrawn_why
FROM releases_release"""


BULK = import_module("disclosure.pub.migrations.0008_open_data_in_bulk")
FORGETFUL_CURRENT = BULK.IN_FORCE.replace("period.begins <= statement_timestamp() AND ", "")


@pytest.mark.parametrize(("sabotage", "address"), [(FORGETFUL, "/369900/399001/2024/budget/"), (FORGETFUL_CURRENT, "/")])
def test_the_alarm_a_view_that_forgets_the_second_is_noticed(as_owner, stub_files, sabotage, address):
    flow = begin()
    assert sabotage != BULK.IN_FORCE
    with connections["owner"].cursor() as cursor:
        cursor.execute(sabotage)
    before = crawl(DOCUMENTS)
    schedule(flow)
    after = crawl(DOCUMENTS)
    assert address in {address for address in before if before[address] != after[address]}


def test_the_alarm_a_page_that_counts_drafts_is_noticed(db, monkeypatch):
    publish(document())
    flow = begin()
    drafts = Filing.objects.filter(state=State.PREPARING)
    monkeypatch.setattr("disclosure.web.public.catalogue.by_year", lambda rows: [Counted("2024年预算", drafts.count(), "/")])
    before = crawl(DOCUMENTS)
    flow.step("start", "preparer")
    after = crawl(DOCUMENTS)
    assert "/" in {address for address in before if before[address] != after[address]}
