"""The form, its errors, the receipt and the answers in a real browser: by keyboard alone, without scripts, accessible in every state."""

import pytest

from agencies.tests.places import bureau
from disclosure.reports.models import Report
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import HOME, publish
from disclosure.web.public.tests.test_browser import violations
from disclosure.web.public.tests.test_kept import answered
from disclosure.web.report import tokens

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    bureau("361100", "安澜市")
    return publish(document())


@pytest.mark.parametrize("width", [390, 1440])
def test_a_report_by_keyboard_alone(place, open_page, monkeypatch, width):
    monkeypatch.setattr(tokens, "SHORTEST", 0)
    page = open_page(f"/report/?at={HOME}", width)
    page.get_by_role("button", name="提交").press("Enter")
    page.wait_for_selector(".summary")
    assert violations(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_label("数字有误").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("表3，第5行")
    page.keyboard.press("Tab")
    page.keyboard.type("表3的合计比表1少了五十万元，应当相等。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".receipt")
    one = Report.objects.get()
    assert (one.place, page.inner_text(".receipt")) == ("表3，第5行", one.receipt) and violations(page) == []


@pytest.mark.parametrize("address", ["/answers/", HOME, "/en/answers/", "/large/answers/"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_answers_are_accessible(place, open_page, address, width):
    answered(place)
    page = open_page(address, width, java_script_enabled=True)
    assert "已核对" in page.inner_text("main")
    assert violations(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= width
