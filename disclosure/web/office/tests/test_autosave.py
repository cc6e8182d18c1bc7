"""What is typed is saved after a pause and says when; a lost network and an expired session lose nothing; what the browser keeps is one person's, for a day."""

import re

import pytest

from disclosure.core.tests.ledgers import line
from disclosure.filings.models import EnteredFigure, Line
from disclosure.releases.workflow.tests.flow import begin, write
from disclosure.web.office.tests.test_browser import open_page as open_page
from disclosure.web.office.tests.world import walker

SAVED = re.compile("已保存 [0-9]{2}:[0-9]{2}")
SIDE = "assets"


@pytest.fixture
def flow(db):
    made = begin()
    write((line("10000"),))
    return made


@pytest.fixture
def page(flow, open_page):
    return open_page(f"/office/filings/{flow.filing.pk}/entry/{SIDE}/", flow.people["preparer"])


def first(page):
    return page.locator("form[data-keep] .figure").first


def status(page, words):
    page.locator("#saved").filter(has_text=words).wait_for()


def kept(page):
    return page.evaluate("Object.keys(localStorage).filter(each => each.startsWith('entry:'))")


def figure(flow, locator):
    return EnteredFigure.objects.filter(filing=flow.filing, key=locator.get_attribute("name")).values_list("count", flat=True).first()


def cookie(page, person):
    page.context.add_cookies([{"name": "sid", "value": walker(person).cookies["sid"].value, "url": page.evaluate("location.origin")}])


def test_after_a_pause_it_is_saved_and_says_when(flow, page):
    first(page).fill("7")
    assert len(kept(page)) == 1
    status(page, SAVED)
    assert figure(flow, first(page)) == 7 and kept(page) == [] and page.complaints == []
    first(page).fill("8")
    with page.expect_response(lambda answer: answer.status == 200 and answer.request.method == "POST"):
        status(page, SAVED)
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("没有改动").wait_for()  # what it saw is what it saved
    assert figure(flow, first(page)) == 8


def test_a_bad_value_is_told_and_does_not_keep_the_others_back(flow, page):
    second = page.locator("form[data-keep] .figure").nth(1)
    first(page).fill("七辆")
    second.fill("9")
    page.locator(".field__error").filter(has_text="七辆").wait_for()
    status(page, SAVED)
    assert figure(flow, first(page)) == 0 and figure(flow, second) == 9 and len(kept(page)) == 1


def test_what_somebody_else_changed_is_not_overwritten(flow, page):
    name = first(page).get_attribute("name")
    EnteredFigure.objects.update_or_create(filing=flow.filing, key=name, defaults={"count": 5, "amount": None})
    first(page).fill("7")
    status(page, "别人刚刚改过")
    assert figure(flow, first(page)) == 5
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("alert").get_by_text("没有保存您的").wait_for()


def test_a_lost_network_is_waited_for(flow, page):
    page.context.set_offline(True)
    first(page).fill("7")
    status(page, "没有连上网络")
    assert len(kept(page)) == 1
    page.context.set_offline(False)
    status(page, SAVED)
    assert figure(flow, first(page)) == 7


def test_an_expired_session_loses_nothing(flow, page):
    page.context.clear_cookies()
    first(page).fill("7")
    status(page, "登录已到期")
    assert "/office/login/?next=" in page.get_by_role("link", name="重新登录").get_attribute("href")
    page.get_by_role("link", name="重新登录").click()
    page.get_by_label("用户名").wait_for()
    cookie(page, flow.people["preparer"])
    page.go_back()
    page.reload()
    page.get_by_role("button", name="填回来").click()
    status(page, SAVED)
    assert figure(flow, first(page)) == 7


def unsaved(page, flow):
    """Something that stays in the browser, and a reload as this or another person."""
    page.context.clear_cookies()
    first(page).fill("7")
    status(page, "登录已到期")


def test_what_is_not_wanted_goes(flow, page):
    unsaved(page, flow)
    cookie(page, flow.people["preparer"])
    page.reload()
    page.get_by_role("button", name="不要了").click()
    assert kept(page) == []


def test_it_is_nobody_elses(flow, page):
    unsaved(page, flow)
    cookie(page, flow.people["preparer2"])
    page.reload()
    assert kept(page) == [] and not page.locator("#kept").is_visible()


def test_it_lasts_a_day(flow, page):
    unsaved(page, flow)
    cookie(page, flow.people["preparer"])
    for hours, number in ((23, 1), (25, 0)):
        page.evaluate(AGED, hours)
        page.reload()
        assert len(kept(page)) == number, hours


AGED = """hours => { for (const name of Object.keys(localStorage)) localStorage.setItem(name,
    JSON.stringify({...JSON.parse(localStorage.getItem(name)), at: Date.now() - hours * 3600e3})) }"""


def test_logging_out_wipes_it(flow, page):
    unsaved(page, flow)
    cookie(page, flow.people["preparer"])
    page.reload()
    page.get_by_role("button", name="退出").click()
    page.get_by_label("用户名").wait_for()
    assert kept(page) == []


def test_a_row_is_kept_until_it_is_added(flow, open_page):
    where = f"/office/filings/{flow.filing.pk}/entry/ledger/lines/new/"
    page = open_page(where, flow.people["preparer"])
    page.get_by_label("功能科目编码").fill("2012604")
    page.get_by_label("金额").fill("5000")
    page.reload()
    page.get_by_role("button", name="填回来").click()
    page.get_by_label("经济科目编码").select_option("30201")
    page.get_by_label("性质").select_option("basic")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("已增加").wait_for()
    page.wait_for_load_state()  # what was sent is forgotten by a script at the end of the page
    assert Line.objects.filter(amount=5000).count() == 1 and kept(page) == []
    page.goto(page.url.replace("ledger/", "ledger/lines/new/"))
    assert not page.locator("#kept").is_visible()
