"""The clerk's story in a real browser: from the login to the submission without typing an amount, by few pointer actions or the keyboard alone."""

import os
import re
from pathlib import Path

import pytest

from disclosure.filings.models import Indicator, Line
from disclosure.filings.states import State
from disclosure.releases.workflow.standing import standing_of
from disclosure.web.office.guide import GUIDE
from disclosure.web.office.tests.clerks_hands import Hands
from disclosure.web.office.tests.story import PASSWORD, PROJECTS, set_out
from disclosure.web.office.tests.test_browser import open_page as open_page

MOST_POINTED = 60
PICTURES = os.environ.get("GUIDE")  # a folder: the pictures of the guide are made there
INDICATORS = (
    ("产出指标 / 数量指标", "数字化案卷", ">=", "5000", "卷"),
    ("产出指标 / 质量指标", "一次验收合格率", ">=", "98", "%"),
    ("产出指标 / 时效指标", "按期完成率", "=", "100", "%"),
    ("满意度指标 / 服务对象满意度指标", "查档人满意度", ">=", "90", "%"),
)
ABOUT = {
    "项目概述": "对馆藏纸质档案扫描、著录、挂接，建成可检索的数字副本。",
    "立项依据": "《中华人民共和国档案法》和本市档案事业规划。",
    "实施主体": "安澜市档案馆",
    "实施方案": "按全宗分批整理、扫描、质检、验收。",
    "实施周期": "一年",
    "年度绩效目标": "全年完成一批馆藏档案的数字化，方便群众查档。",
}


@pytest.fixture
def flow(db):
    return set_out()


@pytest.fixture(params=[(1440 if PICTURES else 390, False), (720, True)], ids=["pointer", "keyboard at 200 %"])
def hands(request, open_page, flow):
    width, keyboard = request.param
    page = open_page("/office/login/", None, width)
    return Hands(page, keyboard, width, Path(PICTURES) if PICTURES and not keyboard else None)


def test_a_clerk_submits_without_typing_an_amount(flow, hands):
    before = list(Line.objects.values_list("amount", flat=True))
    log_in(hands, flow)
    confirm(hands)
    for name in PROJECTS:
        tell_of(hands, name)
    for owner in ("p1", "p2"):
        aim(hands, owner)
    mend(hands)
    explain(hands)
    hand_on(hands)
    assert flow.fresh().state == State.SUBMITTED and not standing_of(flow.fresh()).document["draft"]
    assert list(Line.objects.values_list("amount", flat=True)) == before and Indicator.objects.count() == 8
    assert "amount" not in hands.typed and hands.pointed <= MOST_POINTED
    assert hands.shown == [each.picture for each in GUIDE]
    print(f"pointer actions: {hands.pointed} of {MOST_POINTED}")  # noqa: T201


def log_in(hands, flow):
    hands.fill("用户名", flow.people["preparer"].username)
    hands.fill("密码", PASSWORD)
    with hands.page.expect_navigation():
        hands.page.keyboard.press("Enter")
    hands.judge()


def confirm(hands):
    """What is due stands on the desk; the loaded ledger is looked at and confirmed."""
    hands.picture("desk")
    hands.press("去填报")
    hands.picture("confirm")
    hands.button("核对无误")


def tell_of(hands, name):
    """What a project is for: its words, no amount."""
    section(hands, "项目")
    hands.press(re.compile("^改"), place=PROJECTS.index(name))
    for label, words in ABOUT.items():
        hands.fill(label, words)
    hands.picture("project")
    hands.button("保存")


def aim(hands, owner):
    """The indicators of a project, one form after the other."""
    section(hands, "绩效目标")
    hands.press("增加一个指标")
    for number, (place, name, operator, value, unit) in enumerate(INDICATORS):
        hands.choose("项目代号", owner)
        hands.choose("指标类别", place)
        hands.fill("三级指标", name)
        hands.choose("符号", operator)
        hands.fill("数", value)
        hands.fill("单位", unit)
        hands.picture("indicator")
        hands.button("保存，再加一条" if number < len(INDICATORS) - 1 else "保存")


def mend(hands):
    """The findings lead to where they are mended."""
    for title, label, text in (("国有资产", "一般公务用车", "0"), ("概况", "主要职责", "负责档案的收集、保管和利用。")):
        hands.press("检查")
        hands.picture("checks")
        hands.press(f"去“{title}”改", place=0)
        hands.fill(label, text)
        hands.button("保存")


def explain(hands):
    """All reasons stand in one list, each with its figures."""
    section(hands, "增减原因")
    for field in hands.page.locator("form[data-keep] textarea").all():
        hands.write(field, "接待来访查档的单位增多，新增档案数字化业务")
    hands.picture("reasons")
    hands.button("保存")


def hand_on(hands):
    """A look at the draft, then the submission."""
    hands.press("预览", place=0)
    hands.picture("preview")
    hands.press("去上报")
    hands.picture("submit")
    hands.button(re.compile("^上报"))


def section(hands, title):
    hands.press(re.compile(f"^{title}"), within=hands.page.get_by_role("navigation", name="填报内容"))
