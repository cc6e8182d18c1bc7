"""Five things that people come for, in a real browser, without scripts: each takes at most five pointer actions."""

import hashlib
import re

import pytest

from disclosure.releases.bulk.storing import refresh
from disclosure.web.public.tests.documents import document, summary
from disclosure.web.public.tests.places import received, show, three
from disclosure.web.public.tests.releases import publish
from disclosure.web.public.tests.test_browser import open_page  # noqa: F401  a fixture

MOST = 5


class Hand:
    """Clicks and counts; what is typed is typed on the keyboard."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def click(self, role, name, *, exact=False):
        self.page.get_by_role(role, name=name, exact=exact).first.click()
        self.actions += 1

    def look_up(self, words):
        self.click("searchbox", "查找部门、单位、项目或科目")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def text(self, selector="main"):
        return re.sub(r"\s+", "", self.page.locator(selector).inner_text())


@pytest.fixture
def hand(open_page):  # noqa: F811
    hands = []

    def opened():
        hands.append(Hand(open_page("/", java_script_enabled=False)))
        return hands[-1]

    yield opened
    assert 0 < hands[0].actions <= MOST


def test_a_department_is_found_by_pinyin(db, hand):
    three()
    one = hand()
    one.look_up("alsylbzj")
    one.click("link", "安澜市医疗保障局", exact=True)
    one.click("link", "安澜市医疗保障局2024年单位预算")
    assert "安澜市医疗保障局2024年单位预算" in one.text("h1")


def test_its_three_public_expenses_against_last_year(db, hand):
    figures = [
        {**each, "direction": "decrease", "change": "0.06", "rate": "0.7%"} if "三公" in each["title"] else each
        for each in summary()["figures"]
    ]
    publish(document(summary={**summary(), "figures": figures}))
    one = hand()
    one.look_up("档案馆")
    one.click("link", "安澜市档案馆", exact=True)
    one.click("link", "安澜市档案馆2024年单位预算")
    assert "“三公”经费8.30万元↓减少0.06，下降0.7%" in one.text(".figures")


def test_the_three_that_spend_most_on_receptions(db, hand):
    for number, yuan in enumerate((20000, 50000, 10000, 40000), start=1):
        publish(received(f"30700{number}", f"安澜市{'甲乙丙丁'[number - 1]}局", yuan))
    show(ranks=True)
    one = hand()
    one.click("link", "公务接待费", exact=True)
    one.click("link", "公务接待费", exact=True)
    rows = one.page.locator(".league tbody tr").all_inner_texts()[:3]
    assert [re.findall(r"安澜市.局|\d\.\d\d", row)[:2] for row in rows] == [
        ["安澜市乙局", "5.00"],
        ["安澜市丁局", "4.00"],
        ["安澜市甲局", "2.00"],
    ]


def test_what_a_correction_changed(db, hand):
    publish(document())
    changed = document()
    changed["parts"][0]["sections"][0]["paragraphs"][0] = "改过的一句话。"
    publish(changed, version=2)
    one = hand()
    one.click("link", "安澜市档案馆", exact=True)
    one.click("link", "这次更正了什么")
    assert "第2版更正了什么" in one.text("h1") and "改过的一句话" in one.text()


def test_a_file_is_downloaded_and_verified(db, hand):
    publish(document())
    refresh()
    one = hand()
    one.click("link", "数据与接口", exact=True)
    with one.page.expect_download() as download:
        one.click("link", "CSV", exact=True)
    body = download.value.path().read_bytes()
    one.click("link", "index.json", exact=True)
    assert hashlib.sha256(body).hexdigest() in one.page.content()
