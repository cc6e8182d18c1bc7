"""What the database itself refuses of codes, tried with raw SQL past every model, form and action."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connection

from disclosure.codes.composite import composite_foreign_key
from disclosure.codes.models import Code, CodeMapping, CodeName, EditionLoad

pytestmark = pytest.mark.django_db

INSERT = (
    'INSERT INTO codes_code (year, chart, code, name, budget, "group", confidence, definition)'
    " VALUES (%s, %s, %s, %s, '', '', 'seen', '')"
)


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def insert(year: int, chart: str, code: str, name: str = "某科目") -> None:
    sql(INSERT, year, chart, code, name)


@pytest.fixture(autouse=True)
def medical_insurance() -> None:
    """210 > 21015 > 2101504 of 2034."""
    for code in ("210", "21015", "2101504"):
        insert(2034, "functional", code)


def test_the_parent_follows_from_the_digits() -> None:
    assert list(Code.objects.filter(year=2034).values_list("code", "parent")) == [("210", None), ("21015", "210"), ("2101504", "21015")]


@pytest.mark.parametrize(
    ("code", "constraint"),
    [
        ((2034, "functional", "2101504"), "codes_code_pkey"),
        ((2034, "functional", "2101601"), "code_parent_of_same_year_and_chart"),
        ((2034, "functional", "30101"), "code_parent_of_same_year_and_chart"),
        ((2035, "functional", "2101504"), "code_parent_of_same_year_and_chart"),  # its parent is of 2034
        ((2034, "revenue", "2101504"), "code_parent_of_same_year_and_chart"),  # its parent is of another chart
        ((2034, "functional", "2101"), "code_digits_by_chart"),
        ((2034, "functional", "21"), "code_digits_by_chart"),
        ((2034, "functional", ""), "code_digits_by_chart"),
        ((2034, "functional", "21O"), "code_digits_by_chart"),
        ((2034, "functional", "２１１"), "code_digits_by_chart"),
        ((2034, "functional", "211\n"), "code_digits_by_chart"),
        ((2034, "economic", "3010101"), "code_digits_by_chart"),
        ((2034, "government", "5010101"), "code_digits_by_chart"),
        ((2034, "fund", "201"), "code_digits_by_chart"),
        ((2034, "functional", "211", ""), "code_has_a_name"),
        ((2034, "functional", "211", " \t"), "code_has_a_name"),
        ((2006, "functional", "211"), "code_year_is_of_this_classification"),
    ],
)
def test_a_code_that_the_law_refuses(code: tuple[int, str, str], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        insert(*code)


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO codes_code (year, chart, code, parent, name, budget, "group", confidence, definition) '
        "VALUES (2034, 'functional', '2101505', '210', 'x', '', '', 'seen', '')",
        "UPDATE codes_code SET parent = '210' WHERE code = '2101504' AND year = 2034",
        'INSERT INTO codes_code (year, chart, code, name, budget, "group", confidence, definition) '
        "VALUES (2034, 'functional', '21015040', 'x', '', '', 'seen', '')",  # eight digits do not fit
        "UPDATE codes_code SET confidence = 'certain'",
        "UPDATE codes_code SET budget = 'lottery'",
        "UPDATE codes_code SET \"group\" = 'both'",
        "UPDATE codes_code SET code = NULL WHERE code = '2101504' AND year = 2034",
        "UPDATE codes_code SET chart = NULL WHERE code = '2101504' AND year = 2034",
    ],
)
def test_a_statement_that_the_law_refuses(statement: str) -> None:
    with pytest.raises(DatabaseError):
        sql(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM codes_code WHERE code = '21015' AND year = 2034",
        "UPDATE codes_code SET code = '21016' WHERE code = '21015' AND year = 2034",
        "UPDATE codes_code SET year = 2035 WHERE code = '210' AND year = 2034",
        "UPDATE codes_code SET chart = 'revenue' WHERE code = '21015' AND year = 2034",
    ],
)
def test_a_parent_cannot_leave_its_children(statement: str) -> None:
    with pytest.raises(IntegrityError, match='"code_parent_of_same_year_and_chart"'):
        sql(statement)


def test_children_may_come_before_their_parent_within_one_statement() -> None:
    rows = [Code(year=2034, chart="economic", code=code, name="x", confidence="seen") for code in ("30101", "301")]
    assert len(Code.objects.bulk_create(rows)) == 2


@pytest.mark.parametrize(
    "create",
    [
        lambda: CodeName.objects.create(chart="functional", code="2101", name="x", kind="former", confidence="seen"),
        lambda: CodeName.objects.create(chart="functional", code="210", name=" ", kind="former", confidence="seen"),
        lambda: CodeName.objects.create(chart="functional", code="210", name="x", kind="nick", confidence="seen"),
        lambda: CodeName.objects.create(
            chart="functional", code="210", name="x", kind="former", confidence="seen", first_year=2020, last_year=2019
        ),
        lambda: CodeMapping.objects.create(economic="301", kind_of_unit="any", government="501", confidence="seen"),
        lambda: CodeMapping.objects.create(economic="30101", kind_of_unit="army", government="50101", confidence="seen"),
        lambda: CodeMapping.objects.bulk_create(
            [CodeMapping(economic="30101", kind_of_unit="any", government=code, confidence="seen") for code in ("50101", "50102")]
        ),
        lambda: EditionLoad.objects.create(year=2034, by=" ", file="2034.csv", digest="0" * 64, added=1, changed=0, removed=0),
        lambda: EditionLoad.objects.create(year=2034, by="bob", file="2034.csv", digest="", added=1, changed=0, removed=0),
    ],
)
def test_names_mappings_and_events_are_held_too(create: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError):
        create()


def composite_keys(prefix: str) -> list[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
               WHERE contype = 'f' AND array_length(conkey, 1) > 1 AND starts_with(conrelid::regclass::text, %s) ORDER BY 1, 2""",
            [prefix],
        )
        return list(cursor.fetchall())


def test_the_composite_keys_of_this_room() -> None:
    definition = "FOREIGN KEY (year, chart, parent) REFERENCES codes_code(year, chart, code)"
    assert composite_keys("codes_") == [("codes_code", "code_parent_of_same_year_and_chart", definition)]


def test_a_key_and_its_target_have_as_many_columns() -> None:
    with pytest.raises(ValueError, match="probe: 1 columns cannot refer to 2"):
        composite_foreign_key("a", ("x",), "b", ("x", "y"), name="probe")
    key = composite_foreign_key("a", ("x",), "b", ("y",), name="probe", deferrable=True)
    assert key.sql == 'ALTER TABLE "a" ADD CONSTRAINT "probe" FOREIGN KEY ("x") REFERENCES "b" ("y") DEFERRABLE INITIALLY DEFERRED'
