"""Figures approved in 万元 are printed as they were approved; where the lines cannot become them, one hint says so."""

from decimal import Decimal

import pytest

from disclosure.core.tests.ledgers import line
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approving import Figure
from disclosure.filings.reading import read_facts
from disclosure.releases.around import around
from disclosure.releases.assemble import assemble
from disclosure.releases.opening import open_template
from disclosure.releases.workflow.standing import standing_of
from disclosure.releases.workflow.tests.flow import approve, begin, write

LINES = (line("10049"), line("10049", "2012602"))  # 1.0049万元 twice: balanced 1.01 and 1.00, approved 1.00 and 1.00
APPROVED = (Figure(Decimal(10000), function="2012604"), Figure(Decimal(10000), function="2012602"))


@pytest.fixture
def filing(db):
    flow = begin(approved=False)
    write(LINES)
    return flow.fresh()


def printed(document):
    """The totals of the statement of expenditure, as printed."""
    table = next(each for each in document["statements"] if each["code"] == "YS03")
    rows = (row for panel in table["panels"] for row in panel["rows"])
    return {row["key"]: row["cells"]["total"] for row in rows}


def hints(document):
    return [each["message"] for each in document["findings"] if each["rule"] == "B34"]


def test_figures_approved_in_wan_are_printed_as_approved(filing):
    assert printed(standing_of(filing).document)["total"] == "2.01"
    approve(filing, APPROVED, unit=AmountUnit.WAN)
    document = standing_of(filing).document
    found = printed(document)
    assert [found[key] for key in ("2012604", "2012602", "total")] == ["1.00", "1.00", "2.00"]
    assert hints(document) == [] and {each["rule"] for each in document["findings"]} & {"B33"} == set()


def test_figures_approved_in_yuan_leave_the_rounding_free(filing):
    approve(filing, tuple(each._replace(amount=Decimal(10049)) for each in APPROVED))
    assert printed(standing_of(filing).document)["total"] == "2.01"


def test_what_cannot_be_reached_is_said_once_and_rounded_independently(filing):
    approve(filing, (APPROVED[0], APPROVED[1]._replace(amount=Decimal(10500))), unit=AmountUnit.WAN)
    document = standing_of(filing).document
    assert hints(document) == [
        "功能科目2012602批复1.05万元，明细舍位后只能在1.00与1.01万元之间；本文件改为各数分别四舍五入，各项相加可能有尾差，请核对批复数和填报数"
    ]
    found = printed(document)
    assert [found[key] for key in ("2012604", "2012602", "total")] == ["1.00", "1.00", "2.01"]


def test_an_approval_of_the_whole_fixes_the_whole(filing):
    approve(filing, (Figure(Decimal(20100)),), unit=AmountUnit.WAN)
    facts = read_facts(filing.pk)
    document = assemble(facts, open_template(facts), around=around(filing, facts))
    assert printed(document)["total"] == "2.01" and hints(document) == []
