"""Orders of reorganisation, and what becomes of the register, the links and the people; refused orders change nothing."""

from datetime import date

import pytest

from agencies.keeping import NotKept
from agencies.models import AgencyYear, Succession
from agencies.people.access import held
from agencies.people.models import Notice, Person
from agencies.reorganising import Newcomer, Order, effects, reorganise
from agencies.tests.places import YEAR, agency, bureau, person

ON = date(YEAR, 6, 30)


@pytest.fixture
def keeper(db):
    agency("101", "甲局")
    agency("102", "乙局")
    agency("102001", "乙中心")
    return person("keeper", "lead_reviewer")


def entry(code):
    return AgencyYear.objects.get(code=code, year=YEAR)


def order(kind, leaving, *newcomers, on=ON, year=YEAR):
    return Order(kind, year, on, "安编〔2026〕8号", tuple(entry(code).pk for code in leaving), tuple(Newcomer(*each) for each in newcomers))


def register():
    rows = AgencyYear.objects.order_by("code")
    return [(each.code, each.name, each.since, each.until) for each in rows]


def links():
    return [(each.from_agency_id, each.to_agency_id, each.kind) for each in Succession.objects.order_by("pk")]


def test_two_become_one(keeper):
    clerk = person("clerk", "preparer", on=entry("101"))
    done = reorganise(order=order("merge", ["101", "102001"], ("103", "丙局")), bureau=keeper.bureau, by=keeper)
    assert [each.code for each in done.ending] == ["101", "102001"]
    assert register() == [("101", "甲局", None, ON), ("102", "乙局", None, None), ("102001", "乙中心", None, ON), ("103", "丙局", ON, None)]
    new = entry("103").agency_id
    assert links() == [(entry("101").agency_id, new, "merge"), (entry("102001").agency_id, new, "merge")]
    assert Notice.objects.filter(person=clerk).count() == 1 and clerk.appointments.get().until == ON


def test_one_becomes_two(keeper):
    reorganise(order=order("split", ["101"], ("103", "丙局"), ("104", "丁局")), bureau=keeper.bureau, by=keeper)
    assert [(code, until) for code, _name, _since, until in register()] == [
        ("101", ON),
        ("102", None),
        ("102001", None),
        ("103", None),
        ("104", None),
    ]
    assert len(links()) == 2


def test_a_unit_moves_and_stays_who_it_is(keeper):
    before = entry("102001").agency_id
    clerk = person("clerk", "preparer", on=entry("102001"))
    reorganise(order=order("move", ["102001"], ("101001", "")), bureau=keeper.bureau, by=keeper)
    moved = entry("101001")
    assert (moved.agency_id, moved.name, moved.parent.code) == (before, "乙中心", "101")
    assert [each.role for each in held(Person.objects.get(pk=clerk.pk))] == ["preparer"]


def test_one_is_abolished(keeper):
    reorganise(order=order("abolish", ["102001"]), bureau=keeper.bureau, by=keeper)
    assert links() == [(entry("102001").agency_id, None, "abolish")] and entry("102001").until == ON


def test_a_preview_writes_nothing(keeper):
    before = register()
    told = effects(order("merge", ["101", "102001"], ("103", "丙局")), keeper.bureau)
    assert [each.name for each in told.beginning] == ["丙局"] and register() == before and not links()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("merge", ["101"], ("103", "丙局")), "合并至少选两个单位"),
        (("merge", ["101", "102001"]), "合并和划转写一个新编码"),
        (("split", ["101"], ("103", "丙局")), "分立至少写两个"),
        (("split", ["101"], ("103", "丙局"), ("103", "丁局")), "编码103已经有单位用"),
        (("merge", ["101", "102001"], ("102", "丙局")), "编码102已经有单位用"),
        (("move", ["102"], ("101001", "")), "乙局还有所属单位"),
        (("move", ["102001"], ("999001", "")), "没有编码为999的主管部门"),
        (("abolish", ["102"]), "乙局还有所属单位"),
        (("abolish", ["102001"], ("103", "丙局")), "撤销不写"),
    ],
)
def test_a_wrong_order_is_refused_as_a_whole(keeper, said, words):
    before = register()
    with pytest.raises(NotKept, match=words):
        reorganise(order=order(*said), bureau=keeper.bureau, by=keeper)
    assert register() == before and not links()


def test_an_order_of_another_year_or_bureau_is_refused(keeper):
    with pytest.raises(NotKept, match="不在2026年"):
        reorganise(order=order("abolish", ["102001"], on=date(2025, 1, 1)), bureau=keeper.bureau, by=keeper)
    with pytest.raises(NotKept, match="不在2026年的名录里"):
        reorganise(order=order("abolish", ["102001"]), bureau=bureau("369800", "邻水市"), by=keeper)
