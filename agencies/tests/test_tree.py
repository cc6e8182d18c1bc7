"""The register, a workbook, and what the import makes of them: all or nothing, identities going on."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext

from agencies.keeping import NotKept, carry_register
from agencies.models import Agency, AgencyYear
from agencies.tests.places import YEAR, agency, bureau, person
from agencies.tree import apply_tree, draft_tree, plan_of
from agencies.tree_rows import TreeRow
from disclosure.audit.models import Entry

TODAY = date(2026, 6, 1)


@pytest.fixture
def keeper(db):
    return person("keeper", "lead_reviewer")


def register(year=YEAR):
    return [
        (each.code, each.name, each.parent.code if each.parent else "") for each in AgencyYear.objects.filter(year=year).order_by("code")
    ]


def imported(keeper, *rows, year=YEAR, end_missing=False):
    draft = draft_tree(bureau=keeper.bureau, year=year, rows=list(rows), by=keeper)
    return apply_tree(draft=draft, end_missing=end_missing, on=TODAY, by=keeper)


def test_a_tree_grows_where_there_was_none(keeper):
    imported(keeper, TreeRow(2, "101", "甲局"), TreeRow(3, "101001", "甲中心", "institution"))
    assert register() == [("101", "甲局", ""), ("101001", "甲中心", "101")]
    assert Entry.objects.filter(table="agencies_agencyyear", actor="keeper", why=f"导入{YEAR}年单位名录").count() >= 2


def test_what_the_workbook_does_not_say_stays(keeper):
    agency("101", "甲局", kind="institution", exemption="国家安全")
    plan = imported(keeper, TreeRow(2, "101", "甲局"))
    assert plan.is_empty and AgencyYear.objects.get(code="101").exemption == "国家安全"


def test_names_kinds_and_codes_change_and_the_agency_remains(keeper):
    agency("101", "甲局")
    unit = agency("101001", "甲中心")
    rows = [TreeRow(2, "101", "甲局"), TreeRow(3, "102", "乙局"), TreeRow(4, "102001", "乙中心", None, None, "101001")]
    (change,) = plan_of(bureau=keeper.bureau, year=YEAR, rows=rows).changed
    assert change.words == ["编码：101001 → 102001", "名称：甲中心 → 乙中心"]
    imported(keeper, *rows)
    assert register() == [("101", "甲局", ""), ("102", "乙局", ""), ("102001", "乙中心", "102")]
    assert AgencyYear.objects.get(code="102001").agency_id == unit.agency_id


def test_the_next_year_goes_on_with_the_same_agencies(keeper):
    old, gone = agency("101", "甲局", year=YEAR - 1), agency("102", "乙局", year=YEAR - 1)
    plan = imported(keeper, TreeRow(2, "101", "甲局（新名）"), TreeRow(3, "105", "丙局", None, None, "102"), TreeRow(4, "109", "丁局"))
    assert (len(plan.new), len(plan.known)) == (1, 2)
    went_on = dict(AgencyYear.objects.filter(year=YEAR).values_list("code", "agency"))
    assert (went_on["101"], went_on["105"]) == (old.agency_id, gone.agency_id)
    assert went_on["109"] not in (old.agency_id, gone.agency_id)


def test_what_is_missing_stays_unless_it_is_ended(keeper):
    agency("101", "甲局")
    agency("102", "乙局")
    plan = imported(keeper, TreeRow(2, "101", "甲局"))
    assert [entry.code for entry in plan.missing] == ["102"] and AgencyYear.objects.get(code="102").until is None
    imported(keeper, TreeRow(2, "101", "甲局"), end_missing=True)
    assert AgencyYear.objects.get(code="102").until == TODAY


def test_a_preview_of_another_register_is_not_applied(keeper):
    draft = draft_tree(bureau=keeper.bureau, year=YEAR, rows=[TreeRow(2, "101", "甲局")], by=keeper)
    agency("103", "插进来的局")
    with pytest.raises(NotKept, match="预览以后名录又改过，没有写入任何内容"):
        apply_tree(draft=draft, end_missing=False, on=TODAY, by=keeper)
    assert [code for code, *_ in register()] == ["103"]


def test_a_conflict_in_the_middle_leaves_nothing(keeper):
    agency("101", "甲局")
    agency("102", "乙局")
    before = register(), Agency.objects.count()
    with pytest.raises(NotKept, match="没有写入任何内容"):
        imported(
            keeper, TreeRow(2, "102", "甲局", None, None, "101"), TreeRow(3, "101", "乙局", None, None, "102"), TreeRow(4, "109", "丁局")
        )
    assert (register(), Agency.objects.count()) == before


def test_a_hundred_departments_and_five_hundred_units_in_few_statements(keeper):
    rows = [TreeRow(n, f"{n:03d}", f"部门{n}") for n in range(100, 200)]
    rows += [TreeRow(n, f"{100 + n // 5:03d}{n % 5 + 1:03d}", f"单位{n}") for n in range(500)]
    draft = draft_tree(bureau=keeper.bureau, year=YEAR, rows=rows, by=keeper)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        apply_tree(draft=draft, end_missing=False, on=TODAY, by=keeper)
    assert len(register()) == 600 and len(asked) <= 40


def test_a_foreign_bureau_is_not_touched(keeper):
    theirs = bureau("369800", "邻水市")
    agency("101", "邻水甲局", of=theirs)
    assert len(plan_of(bureau=keeper.bureau, year=YEAR, rows=[TreeRow(2, "101", "甲局")]).new) == 1


def test_the_register_is_carried_to_the_next_year_once(keeper):
    agency("101", "甲局")
    agency("101001", "甲中心", exemption="国家安全")
    agency("102", "已撤局", until=TODAY)
    assert carry_register(bureau=keeper.bureau, year=YEAR, by=keeper) == 2
    assert register(YEAR + 1) == [("101", "甲局", ""), ("101001", "甲中心", "101")]
    assert AgencyYear.objects.get(year=YEAR + 1, code="101001").is_exempt
    with pytest.raises(NotKept, match="已经有单位名录"):
        carry_register(bureau=keeper.bureau, year=YEAR, by=keeper)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("UPDATE agencies_agencyyear SET code = '102001' WHERE code = '101001'", "unit_below_its_department"),
        ("UPDATE agencies_agencyyear SET code = '105' WHERE code = '101'", "unit_below_its_department"),
        ("UPDATE agencies_agencyyear SET year = 2027 WHERE code = '101001'", "unit_below_its_department"),
        ("UPDATE agencies_agencyyear SET region_id = '369800' WHERE code = '101001'", "unit_below_its_department|agency_of_its_region"),
        ("UPDATE agencies_agencyyear SET code = '1010' WHERE code = '101001'", "agency_code_has_three_or_six_digits"),
    ],
)
def test_the_database_holds_a_unit_below_its_department(db, change, constraint):
    bureau("369800", "邻水市")
    agency("101", "甲局")
    agency("101001", "甲中心")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(change)
