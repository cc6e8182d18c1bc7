"""A department hands its document in when each of its units is represented: by a filing that it has reviewed, or by the unit's approval."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from agencies.models import AgencyYear, Region
from agencies.tests.places import bureau
from disclosure.filings.campaigning import Plan, open_campaign, plan
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.releases.workflow.obstacles import represented, units
from disclosure.releases.workflow.tests.flow import Flow, approve, people_of, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def flow():
    """The unit's filing in a campaign of departments and units."""
    Region.objects.get_or_create(code="369900", defaults={"name": "安澜市"})
    ours, filing = bureau(), write()
    people = people_of(ours, filing.agency_year)
    said, lead = Plan(2024, "budget", "jiangxi", "both"), people["lead_reviewer"]
    closes_on = timezone.localdate() + timedelta(days=9)
    open_campaign(campaign=plan(bureau=ours, said=said, opens_on=date(2024, 1, 1), closes_on=closes_on, by=lead), by=lead)
    return Flow(filing, people)


def department(flow):
    return Filing.objects.select_related("campaign").get(agency_year=flow.filing.agency_year.parent)


def missing(flow):
    return list(units(SimpleNamespace(filing=department(flow))))


def test_a_unit_that_nothing_stands_for_is_named(flow):
    (said,) = missing(flow)
    assert flow.filing.agency_year.name in said and "没有录入它的批复数" in said


def test_a_filing_stands_for_its_unit_once_the_department_has_reviewed_it(flow):
    flow.to(State.SUBMITTED)
    assert len(missing(flow)) == 1
    flow.to(State.DEPARTMENT_REVIEWED)
    assert missing(flow) == [] and [by for _unit, by in represented(department(flow))] == ["已审填报"]


def test_an_approval_stands_for_a_unit_that_files_nothing(flow):
    approve(flow.filing, by=flow.people["lead_reviewer"])
    assert missing(flow) == [] and [by for _unit, by in represented(department(flow))] == ["取自批复"]


def test_the_exempt_need_not_be_represented(flow):
    AgencyYear.objects.filter(pk=flow.filing.agency_year_id).update(exemption="按规定免予公开")
    assert missing(flow) == []
