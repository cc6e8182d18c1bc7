"""The office in a real browser: accessible, never wider than the screen, no complaint on the console, usable without scripts."""

import os
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.people.models import Notice
from disclosure.core.facts import Address
from disclosure.filings.loading.tests.places import export, loaded, place, row
from disclosure.filings.states import State
from disclosure.jobs.models import Job
from disclosure.releases.events import withdraw
from disclosure.releases.workflow.remarks import comment, place_of
from disclosure.releases.workflow.standing import standing_of
from disclosure.releases.workflow.tests.flow import REASON, begin, write
from disclosure.web.office.tests.clerk import SAMPLES, saved
from disclosure.web.office.tests.policy import ROWS, address
from disclosure.web.office.tests.test_entry_upload import wrong_book
from disclosure.web.office.tests.test_entry_workbook import read_now
from disclosure.web.office.tests.world import someone, walker
from disclosure.web.public.tests.test_browser import violations

PICTURES = os.environ.get("PICTURES")  # a folder: every page is kept there as a picture
OWN = ("desk", "help", "help/entry", "notices", "account", "jobs")
# Every address that is a page, with the role that opens it.
NO_PAGES = (
    "agencies_export", "agencies_template", "approvals_template", "paper", "entry_workbook", "entry_preview_page", "entry_preview_pdf",
    "entry_marked",
)  # fmt: skip
PAGES: dict[str, list[str]] = {}
for name, row_of in ROWS.items():
    if "GET" in row_of.methods and name not in NO_PAGES:
        PAGES.setdefault((row_of.bureau + row_of.agency)[0], []).append(name)
WIDTHS = (390, 1440)


@pytest.fixture
def world(world):
    Notice.objects.create(person=world.people["preparer"], subject="任职已生效：填报人", href="/office/account/")
    return world


@pytest.fixture
def open_page(browser, server):
    contexts = []

    def opened(where, person=None, width=1440, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options))
        if person:
            key = walker(person).cookies["sid"].value
            contexts[-1].add_cookies([{"name": "sid", "value": key, "url": server}])
        page = contexts[-1].new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.goto(server + where)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{where.strip('/').replace('/', '-')}-{width}.png", full_page=True)
        return page

    opened.pages = {}
    yield opened
    for context in contexts:
        context.close()


def judged(page, width):
    assert violations(page) == [], page.url
    assert page.complaints == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    assert page.evaluate("(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(e => e.id))") == 0, page.url


def judged_at_both(open_page, where, person):
    """One page of the browser for every address of a person: a new window costs more than what is looked at in it."""
    kept = open_page.pages
    page = kept.get(person.pk) or kept.setdefault(person.pk, open_page("/office/help/", person))
    page.complaints.clear()
    page.goto(page.evaluate("location.origin") + where)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{where.strip('/').replace('/', '-')}-{width}.png", full_page=True)
        judged(page, width)
    page.goto(page.evaluate("location.origin") + "/office/help/")  # a page that asks again and again would go on


@pytest.mark.parametrize("role", PAGES)
def test_every_page_of_a_role(world, open_page, role):
    for name in PAGES[role]:
        judged_at_both(open_page, address(ROWS[name], world.own), world.people[role])


@pytest.mark.parametrize("role", ["preparer", "nobody"])
def test_every_page_of_ones_own(world, open_page, role):
    for name in OWN:
        judged_at_both(open_page, f"/office/{name}/", world.people[role])


ENTERED = (
    "",
    "upload/",
    "preview/",
    "preview/",
    "overview/",
    "ledger/",
    "projects/",
    "goals/",
    "last-year/",
    "reasons/",
    "ledger/lines/new/",
    "goals/indicators/new/",
)


def test_the_pages_of_the_entry(db, open_page):
    filing, person = saved(SAMPLES / "shangrao-2024-unit.json")
    for where in ENTERED:
        judged_at_both(open_page, f"/office/filings/{filing.pk}/entry/{where}", person)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("where", ["/office/login/", "/office/activate/"])
def test_the_entrance(world, open_page, where, width):
    page = open_page(where, None, width)
    judged(page, width)
    page.get_by_role("button", name="登录" if "login" in where else "设置密码").click()
    page.get_by_role("alert").wait_for()
    judged(page, width)


def test_what_is_not_there_and_what_is_not_allowed(world, open_page):
    for where, words in (("/office/nowhere/", "没有这一页"), ("/office/audit/", "您的角色不能做这件事")):
        page = open_page(where, world.people["preparer"])
        assert words in page.locator("h1").inner_text() and violations(page) == []


def test_without_scripts_by_keyboard_from_the_login_to_the_desk(world, open_page, db):
    made = someone("walker", world.people["nobody"].bureau, "preparer", on=world.own.objects["department_entry"])
    made.set_password("Lantern-Harbour-72")
    made.password_changed_at = made.created_at
    made.save()
    made.authenticator_set.all().delete()
    page = open_page("/office/desk/", java_script_enabled=False)
    page.get_by_label("用户名").fill("walker")
    page.get_by_label("密码").fill("Lantern-Harbour-72")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="有 1 件事等您办").wait_for()  # the address would match before: the login's own ends with it
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#main"


@pytest.fixture
def flow(db):
    """A filing with content, sent back once and submitted again, with a comment at a cell and a job."""
    made = begin().to(State.SUBMITTED)
    walker(made.people["department_reviewer"]).get(f"/office/filings/{made.filing.pk}/")
    standing = standing_of(made.fresh())
    place = place_of(standing, "cell", "YS03/2012604/total")
    comment(standing=standing, place=place, text="请核对这个数和批复是否一致", by=made.people["department_reviewer"])
    made.step("send_back_as_department", "department_reviewer", why="公务接待费的原因没有写清")
    write(reasons=REASON | {Address("YX08", "total", "reception"): "来访的单位比上年多"})
    Job.objects.create(
        kind="release",
        person=made.people["department_reviewer"],
        subject="公开：安澜市档案馆",
        arguments={},
        status="running",
        stage="排版并逐字核对",
        percent=30,
    )
    return made.to(State.SUBMITTED)


WITH_CONTENT = (
    "filings/{}/",
    "filings/{}/document/",
    "filings/{}/steps/review_as_department/",
    "filings/{}/approval-form/",
    "filings/",
    "filings/review/",
    "desk/",
    "jobs/",
)


def test_pages_of_a_filing_with_content(flow, open_page):
    for where in WITH_CONTENT:
        judged_at_both(open_page, "/office/" + where.format(flow.filing.pk), flow.people["department_reviewer"])


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_public_pages_of_a_correction_and_a_withdrawal(flow, open_page, is_withdrawn):
    flow.to(State.READY).release()
    second = flow.correct(why="公务接待费的原因写漏了一半").release()
    if is_withdrawn:
        said = {"withdrawal": "published_in_error", "why": "附表页码错乱，已重新核对", "urgent": True}
        withdraw(releases=[second], **said, by=flow.people["publisher"])
    for where in ["v2/"] if is_withdrawn else ["", "v1/", "v2/changes/"]:
        for width in (390, 1440):
            page = open_page("/369900/399001/2024/budget/" + where, None, width)
            assert violations(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= width, where


def test_the_pages_of_a_load(db, open_page):
    by = someone("loads", place(units=3).bureau, "lead_reviewer")
    odd = loaded(by, export([row(source="财政补助")]))
    wrong = loaded(by, export([row("309001")]))
    right = loaded(by, export([row(), row("301002", "2101502", "30201", "设备更新", amount="2,000"), ("合计", *[None] * 5, 9)]))
    for load in (odd, wrong, right):
        judged_at_both(open_page, f"/office/loads/{load.pk}/", by)


def test_the_pages_of_an_upload(db, open_page):
    """While it is read, refused, and what it changes without the rows that are wrong."""
    filing, person = saved(SAMPLES / "shangrao-2024-unit.json")
    browser, where = walker(person), f"/office/filings/{filing.pk}/entry/"
    body = wrong_book(browser.get(f"{where}workbook/").content)
    browser.post(f"{where}upload/", {"workbook": SimpleUploadedFile("填报.xlsx", body)})
    judged_at_both(open_page, f"{where}import/", person)
    read_now(browser, where)
    judged_at_both(open_page, f"{where}import/?", person)
    browser.post(f"{where}import/", {"good": "1"})
    read_now(browser, where)
    judged_at_both(open_page, f"{where}import/?good", person)
