"""A table that refers to codes as the ledger does: only the owner may make one, so these tests run as the owner, in a database of their own."""

from pathlib import Path

import pytest
from django.db import IntegrityError

from disclosure.codes.composite import composite_foreign_key
from disclosure.codes.loading import CodesInUse
from disclosure.codes.models import Code
from disclosure.codes.tests.test_loading import BOOK, codes, load, write
from disclosure.codes.tests.test_models import insert, sql

pytestmark = pytest.mark.usefixtures("ledger_probe")


@pytest.fixture
def ledger_probe(as_owner: None) -> None:
    """210 > 21015 > 2101504 of 2034, and a table whose chart is generated."""
    for code in ("210", "21015", "2101504"):
        insert(2034, "functional", code)
    sql(
        "CREATE TABLE ledger_probe (year smallint NOT NULL, function varchar(7),"
        " function_chart varchar(10) GENERATED ALWAYS AS ('functional') STORED)"
    )
    columns, target = ("year", "function_chart", "function"), ("year", "chart", "code")
    sql(str(composite_foreign_key("ledger_probe", columns, "codes_code", target, name="probe_function").sql))


@pytest.mark.parametrize(("year", "code"), [(2034, "2101505"), (2035, "2101504"), (2034, "30101")])
def test_a_ledger_may_use_only_codes_of_its_year(year: int, code: str) -> None:
    sql("INSERT INTO ledger_probe VALUES (2034, '2101504'), (2034, NULL)")
    with pytest.raises(IntegrityError, match='"probe_function"'):
        sql("INSERT INTO ledger_probe VALUES (%s, %s)", year, code)


def test_a_code_that_the_ledger_uses_cannot_go() -> None:
    sql("INSERT INTO ledger_probe VALUES (2034, '2101504')")
    with pytest.raises(IntegrityError, match='"probe_function"'):
        Code.objects.filter(year=2034, code="2101504").delete()


def test_a_code_that_the_ledger_uses_stays_and_so_does_everything(tmp_path: Path) -> None:
    book = write(tmp_path / "2027.csv", *BOOK)
    load(book)
    sql("INSERT INTO ledger_probe VALUES (2027, '2101504')")
    with pytest.raises(CodesInUse, match="2027年的科目2101504已被填报数据使用，不能删除；本册未作任何改动"):
        load(write(book, "functional,210,改名,general,,seen,", *BOOK[2:]))
    assert len(codes()) == 4 and ("210", "卫生健康支出") in codes()
