"""A filing begins from the bureau's load, from last year's words, or blank; its preview is a draft, and says what changed since the last."""

import io

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import AgencyYear
from disclosure.core.tests.ledgers import line
from disclosure.filings.load_models import Load, LoadedLedger
from disclosure.filings.models import Filing, Indicator, Line, Project, Text
from disclosure.filings.states import State
from disclosure.releases.models import Justification
from disclosure.releases.workflow.remarks import last_years_words
from disclosure.releases.workflow.standing import finding_key, standing_of
from disclosure.releases.workflow.tests.flow import LINES, REASON, begin, write
from disclosure.web.office.tests.clerk import SAMPLES, saved
from disclosure.web.office.tests.test_filings import client, text
from disclosure.web.office.tests.world import walker

ROW = {
    "flow": "spending", "function": "2012604", "economic": "30201", "nature": "basic", "project": "", "source": "general",
    "vintage": "this_year", "amount": "123.45",
}  # fmt: skip


@pytest.fixture
def flow(db):
    return begin()


def page(flow, name, *more):
    return reverse(name, args=[flow.filing.pk, *more])


@pytest.fixture
def loaded(flow):
    """What the bureau loaded; the clerk's ledger says something else."""
    unit = flow.filing.units.get()
    said = {"year": 2024, "kind": "budget", "unit": "yuan", "name": "明细.xlsx", "body": b"", "by": flow.people["lead_reviewer"]}
    load = Load.objects.create(bureau=flow.people["lead_reviewer"].bureau, **said)
    lines = [ROW | {"unit": unit.code}]
    return LoadedLedger.objects.create(filing=flow.filing, load=load, lines=lines, total="123.45", written_at=timezone.now())


def start(flow, way, who="preparer"):
    return client(flow, who).post(page(flow, "entry_start"), {"way": way}, follow=True)


def test_the_clerk_takes_the_loaded_ledger_and_confirms_it(flow, loaded):
    assert "现在的明细和导入的不一样" in text(client(flow, "preparer").get(page(flow, "entry_section", "ledger")))
    assert "不一样了" in text(start(flow, "confirm"))
    assert "已改回财政部门导入的1行明细" in text(start(flow, "load"))
    assert [str(each.amount) for each in Line.objects.filter(filing=flow.filing)] == ["123.45"]
    assert "核对无误" in text(start(flow, "confirm"))
    loaded.refresh_from_db()
    assert loaded.confirmed_by == flow.people["preparer"] and "preparer" in text(client(flow, "preparer").get(page(flow, "entry")))


def test_nothing_is_taken_once_it_is_submitted(flow, loaded):
    flow.to(State.SUBMITTED)
    assert "不能修改" in text(start(flow, "load")) and Line.objects.filter(filing=flow.filing).count() == 2


@pytest.fixture
def last_year(flow):
    """The same unit's filing of the year before, with words, a project and its indicator."""
    now = flow.filing.agency_year
    entry = AgencyYear.objects.create(agency=now.agency, region=now.region, year=2023, code=now.code, name=now.name, kind=now.kind)
    last = Filing.objects.create(agency_year=entry, year=2023, kind="budget", scope="unit", pack="jiangxi")
    Text.objects.create(filing=last, section="duties", position=0, text="承担城区道路养护。")
    project = Project.objects.create(filing=last, key="p1", name="道路养护", overview="养护道路。", position=0)
    Indicator.objects.create(filing=last, project=project, position=0, level1="产出指标", level2="数量指标", level3="里程", target="≥9公里")
    return last


def test_last_years_words_come_along_but_no_amount(flow, last_year):
    lines = Line.objects.filter(filing=flow.filing)
    lines.delete()
    Text.objects.filter(filing=flow.filing).delete()
    assert "带来上年的职责" in text(start(flow, "last-year"))
    assert [each.text for each in Text.objects.filter(filing=flow.filing, section="duties")] == ["承担城区道路养护。"]
    assert [each.target for each in Indicator.objects.filter(filing=flow.filing)] == ["≥9公里"] and not lines.exists()


def test_what_is_written_already_stays(flow, last_year):
    there = list(Text.objects.filter(filing=flow.filing, section="duties").values_list("text", flat=True))
    start(flow, "last-year")
    assert there and [each.text for each in Text.objects.filter(filing=flow.filing, section="duties")] == there
    assert not Project.objects.filter(filing=flow.filing).exists()  # the ledger names no such project


def test_last_years_reason_of_the_same_warning_is_offered(flow, last_year):
    write(LINES, {next(iter(REASON)): "新增业务"})
    standing = standing_of(flow.fresh())
    found = standing.unjustified[0]
    said = {"finding": "0" * 64, "rule": found["rule"], "message": found["message"].replace("2", "3"), "by": flow.people["preparer"]}
    Justification.objects.create(filing=last_year, text="去年也是合同约定的支付进度。", **said)
    key = finding_key(found)
    assert last_years_words(standing=standing, finding=key) == "去年也是合同约定的支付进度。"
    shown = client(flow, "preparer").get(page(flow, "justify_finding") + f"?finding={key}")
    assert "去年也是合同约定的支付进度。" in shown.content.decode() and "上年对同一条预警的说明" in text(shown)
    Justification.objects.update(message="另一条")
    assert last_years_words(standing=standing, finding=key) == ""


def test_the_preview_says_what_changed_since_the_last_look(flow):
    clerk = client(flow, "preparer")
    assert "上次预览以后" not in text(clerk.get(page(flow, "entry_preview")))
    write((line("10000"), line("50000", economic="30217")))
    assert "上次预览以后改了0处" not in text(again := clerk.get(page(flow, "entry_preview"))) and "上次预览以后改了" in text(again)
    assert "上次预览以后改了0处" in text(clerk.get(page(flow, "entry_preview")))
    assert "上次预览以后" not in text(client(flow, "preparer2").get(page(flow, "entry_preview")))


def test_the_draft_is_a_page_and_a_pdf_marked_as_such(flow):
    clerk = client(flow, "preparer")
    shown = clerk.get(page(flow, "entry_preview_page"))
    assert "草稿" in text(shown) and "未经审核，不得公开" in text(shown) and "sha256-" in shown["Content-Security-Policy"]
    pdf = clerk.get(page(flow, "entry_preview_pdf"))
    assert pdf["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(pdf.content)) as opened:
        assert len(opened.pages) > 5 and "草稿" in str(opened.docinfo["/Title"])


def test_what_cannot_be_made_says_so(flow):
    Line.objects.filter(filing=flow.filing).delete()
    answer = client(flow, "preparer").get(page(flow, "entry_preview_pdf"), follow=True)
    assert answer.status_code == 200


def test_a_document_that_did_not_change_has_no_changes(db):
    filing, person = saved(SAMPLES / "shangrao-2024-unit.json")
    where = reverse("entry_preview", args=[filing.pk])
    walker(person).get(where)
    assert "上次预览以后改了0处" in text(walker(person).get(where))


def test_another_filing_of_the_same_person_is_one_link_away(flow):
    beside = flow.filing.agency_year
    other = Filing.objects.create(agency_year=beside, year=2024, kind="final", scope="unit", pack="jiangxi")
    shown = client(flow, "preparer").get(page(flow, "entry")).content.decode()
    assert "换一份填报" in shown and f"/office/filings/{other.pk}/entry/" in shown
    Filing.objects.filter(pk=other.pk).delete()
    assert "换一份填报" not in text(client(flow, "preparer").get(page(flow, "entry")))
