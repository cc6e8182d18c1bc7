"""The pages in a real browser: accessible, never wider than the screen, without scripts, without a complaint on the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from disclosure.web.public.tests.documents import department_document, document, final_document, transcribed_document
from disclosure.web.public.tests.releases import FINAL, HOME, publish

pytestmark = pytest.mark.django_db
LEVELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}, "resultTypes": ["violations"]}
STYLES = (settings.BASE_DIR / "templates/_parts/styles.html").read_text("utf-8").count("stylesheet")
DEPARTMENT = "/361100/308/2024/budget/"
TRANSCRIBED = "/361100/309001/2024/budget/"
FILLED = [
    "/", HOME, HOME + "v1/", DEPARTMENT, TRANSCRIBED, FINAL, FINAL + "execution/", FINAL + "v1/execution/", "/rules/", "/nowhere",
    "/361100/", "/361100/307001/", "/published/", "/search?q=档案馆", "/search?q=7138.30", "/search?q=找不到的词", "/compare/", "/compare/?add=档案馆",
    "/compare/?a=361100-307001&a=361100-308", "/compare/tree/", "/compare/tree/functional/201/", "/compare/league/reception/", "/data/",
    "/answers/", "/report/", "/report/?at=" + HOME,
    "/api/docs", "/large/", "/en/361100/",
]  # fmt: skip


@pytest.fixture
def open_page(browser, server):
    """Open an address of the site at a width; what the browser complains of is collected in `page.complaints`."""
    contexts = []

    def opened(address, width=1440, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.complaints = []
        page.on("request", lambda asked: asked.url.startswith((server, "data:")) or page.complaints.append(f"another host: {asked.url}"))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("requestfailed", lambda request: page.complaints.append(request.url))
        answer = page.goto(server + address)
        assert answer.status == (404 if address == "/nowhere" else 200)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def published(db):
    publish(document())
    publish(document(), version=2)
    made = department_document()
    publish({**made, "agency": {**made["agency"], "code": "308"}})
    made = transcribed_document()
    publish({**made, "agency": {**made["agency"], "code": "309001"}})
    publish(final_document())
    publish(final_document(), version=2)


def violations(page):
    found = Axe().run(page, options=LEVELS).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]


@pytest.mark.parametrize("width", [390, 1440])
def test_the_empty_home_page_is_accessible(open_page, width):
    assert violations(open_page("/", width)) == []


# Half the width is what 200 % zoom leaves; 320 is what WCAG 1.4.10 asks for.
JUDGED, FITTED = (390, 1440), (320, 384, 390, 720, 768, 1440)


@pytest.mark.parametrize("address", FILLED)
def test_every_page_is_accessible_and_never_wider_than_the_screen(published, open_page, address):
    page = open_page(address)
    for width in FITTED:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert width not in JUDGED or violations(page) == [], width


@pytest.mark.parametrize("address", FILLED)
def test_the_browser_has_nothing_to_complain_of(published, open_page, address):
    page = open_page(address)
    expected = 1 if address == "/nowhere" else 0  # the 404 itself
    assert len(page.complaints) == expected
    assert page.evaluate("document.styleSheets.length") == STYLES + ("/large/" in address)


def test_everything_is_there_without_scripts(published, open_page):
    page = open_page(HOME, java_script_enabled=False)
    assert page.locator("h1").inner_text() == "安澜市档案馆2024年单位预算"
    assert page.locator(".statement-table").count() == 7
    page.locator(".more-files summary").click()
    assert page.locator(".more-files a").first.is_visible()


def test_a_figure_of_the_prose_lands_on_its_cell(published, open_page):
    page = open_page(HOME, java_script_enabled=False)
    page.locator(".prose a.fig-link", has_text="6103.2万元").click()
    cell = page.locator("td:target")
    assert cell.inner_text() == "6,103.20"
    assert 0 <= cell.bounding_box()["y"] <= 900


@pytest.mark.parametrize("address", [HOME, DEPARTMENT, TRANSCRIBED, FINAL, FINAL + "execution/"])
def test_every_jump_of_the_page_lands_somewhere(published, open_page, address):
    script = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash)"
    assert open_page(address).evaluate(script) == []
    twice = "(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(e => e.id))"
    assert open_page(address).evaluate(twice) == 0


def test_the_keyboard_reaches_the_text_first_and_the_tables_later(published, open_page):
    page = open_page(HOME)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#main"
    assert (
        page.locator(".scroll").count() == page.locator(".scroll[tabindex='0'][aria-label], .scroll[tabindex='0'][aria-labelledby]").count()
    )


def test_a_mark_and_its_finding_lead_to_each_other(published, open_page):
    page = open_page(TRANSCRIBED, java_script_enabled=False)
    page.locator("td .mark", has_text="※2").click()
    found = page.locator("li:target")
    assert "收入总计应等于各项收入之和" in found.inner_text()
    assert 0 <= found.bounding_box()["y"] <= 900
    found.locator(".finding__where a").press("Enter")
    assert page.locator("td:target").inner_text().startswith("7,138.30")


def test_a_mark_leaves_the_decimals_under_each_other(published, open_page):
    page = open_page(TRANSCRIBED)
    script = "cells => cells.map(cell => { const text = document.createRange(); text.selectNode(cell.firstChild); return text.getBoundingClientRect().right })"
    flagged, above = page.locator("#YS01-in_all-income, #YS01-in_sum-income").evaluate_all(script)
    assert abs(flagged - above) < 0.5


def test_what_is_folded_away_opens_without_scripts(published, open_page):
    page = open_page(TRANSCRIBED, java_script_enabled=False)
    last = page.locator(".finding--not-checked").last
    assert not last.is_visible()
    page.locator(".findings__more summary").press("Enter")
    assert last.is_visible()


def test_a_wide_table_scrolls_inside_itself_and_keeps_its_codes(published, open_page):
    page = open_page(HOME, 390)
    box = page.locator("#YS02 .scroll")
    box.evaluate("box => box.scrollLeft = 300")
    assert box.evaluate("box => box.scrollLeft") == 300
    code = page.locator("#YS02 td.code", has_text="2012601")
    assert abs(code.bounding_box()["x"] - box.bounding_box()["x"]) < 1


def test_on_a_phone_a_comparison_says_what_each_figure_is_and_stays_a_table(published, open_page):
    page = open_page(FINAL + "execution/", 390, java_script_enabled=False)
    cell = page.locator(".c-amount", has_text="8,912.34")
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").startswith('"决算数"')
    assert page.get_by_role("row", name="一般公共服务支出").get_by_role("cell").count() == 4
    assert page.locator(".bar").first.bounding_box()["width"] > 60


# WCAG asks for 4.5; a figure is read digit by digit and gets 7.
RATIO = """selector => [...document.querySelectorAll(selector)].map(element => {
  const luminance = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const pair = [luminance(getComputedStyle(element).color), luminance(getComputedStyle(document.body).backgroundColor)].sort((a, b) => b - a);
  return (pair[0] + 0.05) / (pair[1] + 0.05);
})"""


def test_figures_are_read_with_seven_to_one(published, open_page):
    page = open_page(HOME)
    assert min(page.evaluate(RATIO, ".figure__value, tbody td.n, .fig-link, .answer__line")) >= 7
    assert min(open_page(TRANSCRIBED).evaluate(RATIO, ".level, .mark, .finding__no, .finding__law, .original a")) >= 4.5
    assert min(page.evaluate(RATIO, ".status, .minor, .hash, .table-foot, .breadcrumb *, .colno > *")) >= 4.5
