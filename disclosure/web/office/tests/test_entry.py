"""The pages of the entry: what is refused keeps what was typed, a conflict shows both values, a deletion is undone, findings stand in their section."""

import re

import pytest
from django.urls import reverse

from disclosure.core.tests.ledgers import line
from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.entry.rows import rows_of, values_of
from disclosure.filings.models import Line
from disclosure.filings.states import State
from disclosure.releases.models import StepTaken
from disclosure.releases.workflow.tests.flow import begin, write
from disclosure.web.office.tests.test_filings import client, text

LINES = ROW_KINDS["lines"]


@pytest.fixture
def flow(db):
    made = begin()
    write((line("10000"),))
    return made


def page(flow, name, *more):
    return reverse(name, args=[flow.filing.pk, *more])


@pytest.fixture
def edited(flow):
    """A row opened in the browser: its address, and what its form holds."""
    row = rows_of(flow.filing, LINES).get()
    was = values_of(LINES, row, "budget")
    said = was | {f"was:{key}": value for key, value in was.items()} | {"version": row.version}
    return page(flow, "entry_row", "ledger", "lines", row.pk), said


def test_a_conflict_shows_both_values_and_saving_again_keeps_ones_own(flow, edited):
    where, said = edited
    assert client(flow, "preparer").post(where, said | {"amount": "2000"}).status_code == 302
    late = client(flow, "preparer2")
    answer = late.post(where, said | {"amount": "3000"})
    assert answer.status_code == 409 and "没有保存您的" in text(answer) and "金额30002,000.00" in text(answer)
    form = answer.context["form"]
    again = {key: form[key].value() for key in form.fields}
    assert again["amount"] == "3000" and late.post(where, again).status_code == 302
    assert Line.objects.get().amount == 3000


def test_a_change_without_a_version_is_refused(flow, edited):
    where, said = edited
    answer = client(flow, "preparer").post(where, {key: value for key, value in said.items() if key != "version"} | {"amount": "2000"})
    assert answer.status_code == 422 and Line.objects.get().amount == 10000


def test_what_is_refused_stays_in_its_field(flow):
    answer = client(flow, "preparer").post(page(flow, "entry_row_new", "ledger", "lines"), {"function": "2012604", "amount": "一百万"})
    assert answer.status_code == 422 and 'value="一百万"' in answer.content.decode() and Line.objects.count() == 1


def test_two_who_save_a_section(flow):
    where = page(flow, "entry_section", "procurement")
    form = client(flow, "preparer").get(where).context["form"]
    said = {key: form[key].value() for key in form.fields}
    assert client(flow, "preparer").post(where, said | {"procurement.goods": "100"}).status_code == 302
    answer = client(flow, "preparer2").post(where, said | {"procurement.goods": "200", "procurement.works": "5"})
    assert answer.status_code == 409 and "货物200100.00" in text(answer)
    now = client(flow, "preparer").get(where).context["form"]
    assert now["procurement.works"].value() == said["procurement.works"]  # nothing half written


def test_a_deleted_row_comes_back_by_one_button(flow):
    one, row = client(flow, "preparer"), Line.objects.get()
    answer = one.post(page(flow, "entry_row_delete", "ledger", "lines", row.pk), {"version": row.version}, follow=True)
    assert Line.objects.count() == 0 and "撤销删除" in text(answer)
    kept = re.search(r'name="kept" value="([^"]+)"', answer.content.decode())[1]
    assert "已撤销删除" in text(one.post(page(flow, "entry_undo", "ledger", "lines"), {"kept": kept}, follow=True))
    assert Line.objects.get().amount == 10000


def test_after_half_a_minute_it_does_not(flow, monkeypatch):
    one, row = client(flow, "preparer"), Line.objects.get()
    answer = one.post(page(flow, "entry_row_delete", "ledger", "lines", row.pk), {"version": row.version}, follow=True)
    kept = re.search(r'name="kept" value="([^"]+)"', answer.content.decode())[1]
    monkeypatch.setattr("disclosure.web.office.views.entry_rows.UNDO_SECONDS", -1)
    assert "过了30秒" in text(one.post(page(flow, "entry_undo", "ledger", "lines"), {"kept": kept}, follow=True))
    assert Line.objects.count() == 0


def test_every_finding_says_how_it_is_mended(flow):
    write(reasons={})
    answer = client(flow, "preparer").get(page(flow, "entry"))
    told = answer.context["page"].told
    assert told and all(each.mending in text(answer) for each in told)
    assert text(answer).count("怎么改：") == len(told)


def test_what_is_entered_first_begins_the_filing(flow):
    one, where = client(flow, "preparer"), page(flow, "entry_section", "assets")
    one.get(where)
    assert flow.fresh().state == State.NOT_STARTED
    one.post(where, {"assets.vehicles.general": "0", "was:assets.vehicles.general": "0"})
    assert flow.fresh().state == State.PREPARING and StepTaken.objects.get(filing=flow.filing).step == "start"


def test_a_filing_that_came_in_whole_is_submitted_at_once(flow):
    write()
    one, where = client(flow, "preparer"), page(flow, "filing_step", "submit")
    seen = one.get(where).context["form"]["seen"].value()
    assert one.post(where, {"seen": seen}).status_code == 302
    assert flow.fresh().state == State.SUBMITTED
    assert [each.step for each in StepTaken.objects.filter(filing=flow.filing).order_by("pk")] == ["start", "submit"]


def test_findings_stand_in_their_section_and_on_the_page_of_checks(flow):
    write(reasons={})
    one = client(flow, "preparer")
    assert "公务接待费" in text(one.get(page(flow, "entry_section", "reasons")))
    checks = text(one.get(page(flow, "entry")))
    assert "没有写增减原因" in checks and "去“增减原因”改" in checks and "依据：" in checks


def test_under_review_it_is_only_looked_at(flow):
    write()
    flow.to(State.SUBMITTED)
    one = client(flow, "preparer")
    assert "只能看" in text(one.get(page(flow, "entry_section", "procurement")))
    answer = one.post(page(flow, "entry_section", "procurement"), {"procurement.goods": "1"})
    assert answer.status_code == 422 and "不能修改" in text(answer)


def test_there_is_no_such_section_or_list(flow):
    one = client(flow, "preparer")
    for where in ("entry/nowhere/", "entry/ledger/terms/new/", "entry/evaluation/"):
        assert one.get(f"/office/filings/{flow.filing.pk}/{where}").status_code == 404
