"""The audit trail as its administrator searches it: in words, of his own bureau alone."""

import pytest

from agencies.people.models import Person
from disclosure.audit.acting import acting, record
from disclosure.audit.models import Entry
from disclosure.web.office.tests.world import walker

PAGE = "/office/audit/"


@pytest.fixture
def administrator(world):
    return walker(world.people["audit_administrator"])


def test_it_tells_who_changed_what_from_what_to_what_and_why(world, administrator):
    clerk = Person.objects.get(pk=world.own.objects["person"])
    with acting(world.people["system_administrator"], why="改名"):
        clerk.name = "新名字"
        clerk.save()
    entry = Entry.objects.filter(table="people_person", why="改名").latest("pk")
    page = administrator.get(f"{PAGE}{entry.pk}/").content.decode()
    assert "system-administrator 修改 人员" in page and "姓名或岗位名" in page and "新名字" in page and "改名" in page


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?actor=system", "system-administrator", "lead-reviewer"),
        ("?action=denied", "被拒绝", "登录"),
        ("?why=不会有的理由", "没有符合条件的记录", "被拒绝"),
        ("?since=2099-01-01", "没有符合条件的记录", "被拒绝"),
        ("?since=昨天", "没有符合条件的记录", "system-administrator"),
        ("?address=192.0.2", "192.0.2.7", "lead-reviewer"),
    ],
)
def test_it_is_searched(world, administrator, query, shown, hidden):
    record("denied", by=world.people["system_administrator"], on="audit")
    record("login", by=world.people["lead_reviewer"])
    walker(world.people["system_administrator"]).get("/office/audit/", REMOTE_ADDR="192.0.2.7")
    table = administrator.get(PAGE + query).content.decode().partition("<tbody>")[2]
    assert shown in table and hidden not in table


def test_what_nobody_of_a_bureau_did_belongs_to_the_bureau_above_all(world, administrator):
    record("login_failed", by="stranger")
    assert "stranger" in administrator.get(PAGE).content.decode()
    own = world.people["audit_administrator"].bureau
    own.upper_id = "369800"
    own.save()
    assert "stranger" not in administrator.get(PAGE).content.decode()


def test_line_breaks_forge_no_entry(world, administrator):
    before = Entry.objects.count()
    walker().post("/office/login/", {"login": "x\r\n2026-01-01 admin 登录\x1b[0m", "password": "x"})
    assert Entry.objects.count() == before + 1 and "\n" not in Entry.objects.latest("pk").actor
