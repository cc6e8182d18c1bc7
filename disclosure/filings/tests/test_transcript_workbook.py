"""The workbook form of a transcribed package: the same package as the JSON form, its numbers as printed."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from disclosure.filings.package_file import package_of_workbook
from disclosure.filings.problems import PackageRefused
from disclosure.filings.tests.books import book, rows_of_sample
from disclosure.filings.tests.packages import sample
from disclosure.filings.tests.transcripts import printing, transcribed, transcribed_packages
from disclosure.filings.workbook import read_workbook
from disclosure.filings.workbook_kinds import CODES
from disclosure.filings.workbook_sheets import TRANSCRIPT, sheets_of
from disclosure.filings.workbook_writing import write_workbook

CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def refusal(data: bytes) -> str:
    with pytest.raises(PackageRefused) as refused:
        package_of_workbook(data)
    return str(refused.value).splitlines()[0]


def with_rows(**sheets: list[list[Any]]) -> bytes:
    """The workbook of everything, with the rows below the headings of some sheets replaced."""
    written = rows_of_sample(transcribed())
    return book({**written, **{name: [written[name][0], *rows] for name, rows in sheets.items()}})


def test_everything_survives_the_workbook() -> None:
    data = write_workbook(transcribed())
    assert read_workbook(data)[0] == transcribed() == package_of_workbook(data)


@settings(max_examples=8, **CALM)
@given(transcribed_packages())
def test_a_random_package_survives_the_workbook(package: Any) -> None:
    assert package_of_workbook(write_workbook(package)) == package


@pytest.mark.deep
@settings(max_examples=80, **CALM)
@given(transcribed_packages())
def test_a_random_package_survives_the_workbook_at_length(package: Any) -> None:
    assert package_of_workbook(write_workbook(package)) == package


def test_the_order_of_tables_rows_and_cells_survives_too() -> None:
    package = printing({"row": "z", "cells": {"b": "1", "a": "2"}}, {"row": "b", "cells": {}}, {"row": "a", "cells": {"a": ""}})
    rows = package_of_workbook(write_workbook(package))["tables"][0]["rows"]
    assert [(row["row"], list(row["cells"].items())) for row in rows] == [("z", [("b", "1"), ("a", "2")]), ("b", []), ("a", [("a", "")])]


def test_nothing_but_an_original_survives_the_workbook() -> None:
    package = transcribed(tables=[], quotations=[], stated=None, complete=None, pictures=None, glossary=None)
    assert package_of_workbook(write_workbook(package)) == package


def test_a_workbook_has_the_sheets_of_its_origin() -> None:
    assert list(rows_of_sample(transcribed()))[1:] == [sheet.name for sheet in sheets_of(transcribed())]
    assert list(rows_of_sample(sample()))[1:] == [*(sheet.name for sheet in sheets_of(sample())), CODES]


@pytest.mark.parametrize("cell", ["418.00", "30.937", "0", "1,709.37", "－0.5", "57.08%", "０"])
def test_a_number_is_read_as_it_is_printed(cell: str) -> None:
    package = package_of_workbook(with_rows(照录数=[["YS03", "total", None, "total", cell]]))
    assert package["tables"][0]["rows"] == [{"row": "total", "cells": {"total": cell}}]


@pytest.mark.parametrize(("cell", "text"), [(418, "418"), (30.937, "30.937"), (-0.5, "-0.5"), (0, "0"), (0.1 + 0.2, "0.3"), (None, "")])
def test_a_number_of_excel_is_read_where_it_loses_nothing(cell: Any, text: str) -> None:
    package = package_of_workbook(with_rows(照录数=[["YS03", "total", None, "total", cell]], 文中数=[["YX08", "total", "total", 0.5]]))
    assert package["tables"][0]["rows"] == [{"row": "total", "cells": {"total": text}}]
    assert package["stated"][0]["text"] == "0.5"


def test_a_name_may_stand_in_every_row_or_later_and_cells_apart() -> None:
    cells = [
        ["YS03", "a", None, "total", "1"],
        ["YS09", "a", None, "total", "3"],
        ["YS03", "a", "甲", None, None],
        ["YS03", "a", "甲", "basic", "2"],
    ]
    tables = package_of_workbook(with_rows(照录数=cells))["tables"]
    assert tables[0]["rows"] == [{"row": "a", "name": "甲", "cells": {"total": "1", "basic": "2"}}]
    assert tables[2]["rows"] == [{"row": "a", "cells": {"total": "3"}}]


TABLES = [["YS03", None, None]]
REFUSED = {
    "no statement": ({"照录表": [[None, "甲", None]]}, "工作表“照录表”第2行“表”（A2）：没有填写；必须填写表的代码"),
    "statement a flag": ({"照录表": [[True, "甲", None]]}, "工作表“照录表”第2行“表”（A2）：是逻辑值，不是文字；"),
    "table twice": ({"照录表": [*TABLES, *TABLES]}, "工作表“照录表”第3行“表”（A3）：表YS03写了两次；一张表写一次；表注多于一条时，下面的行只写表和表注"),
    "title twice": ({"照录表": [*TABLES, ["YS03", "甲", "注"]]}, "工作表“照录表”第3行“表”（A3）：表YS03写了两次；"),
    "no such table": (
        {"照录数": [["YS04", "total", None, "total", "1"]]},
        "工作表“照录数”第2行“表”（A2）：“照录表”里没有YS04；先在“照录表”里写上这张表，印出来是空的也要写",
    ),
    "no table": ({"照录数": [[None, "total", None, "total", "1"]]}, "工作表“照录数”第2行“表”（A2）：没有填写；必须填写表的代码"),
    "no row": ({"照录数": [["YS03", None, None, "total", "1"]]}, "工作表“照录数”第2行“行”（B2）：没有填写；必须填写行的代码"),
    "no column": ({"照录数": [["YS03", "total", None, None, "1"]]}, "工作表“照录数”第2行“栏”（D2）：没有填写；必须填写栏的代码"),
    "cell twice": (
        {"照录数": [["YS03", "total", None, "total", "1"], ["YS03", "total", None, "total", "1"]]},
        "工作表“照录数”第3行“栏”（D3）：栏total在这一行写了两次；一个数写一次",
    ),
    "two names": (
        {"照录数": [["YS03", "a", "甲", "total", "1"], ["YS03", "a", "乙", "basic", "1"]]},
        "工作表“照录数”第3行“名称”（C3）：是“乙”，前面是“甲”；同一行只有一个名称，写一次就够",
    ),
    "words": ({"照录数": [["YS03", "total", None, "total", "四百"]]}, "工作表“照录数”第2行“数”（E2）：“四百”不是数；应为印出的数"),
    "too fine": ({"照录数": [["YS03", "total", None, "total", 1 / 3]]}, "工作表“照录数”第2行“数”（E2）：是0.333333333333333，小数超过6位；"),
    "column in capitals": ({"照录数": [["YS03", "total", None, "Total", "1"]]}, "工作表“照录数”第2行“数”（E2）：是“Total”；格式不对（栏的代码，如 basic）"),
    "no section": ({"照录文字": [[None, "甲"]]}, "工作表“照录文字”第2行“部分”（A2）：没有填写；必须填写（部分，如 3/一/（一））"),
    "no mark": ({"照录文字": [["3/一", "支出[1](YS03)万元"]]}, "工作表“照录文字”第2行“文字”（B2）：“[1](YS03)”不是标出的数；"),
    "no term": ({"照录名词": [["支出科目", None, "甲"]]}, "工作表“照录名词”第2行“名词”（B2）：没有填写；必须填写（名词）"),
    "stated twice": ({"文中数": [["YX08", "total", "total", "1"]] * 2}, "工作表“文中数”第2行：“YX08/total/total”出现2次；同一个地址只能写一次"),
}  # fmt: skip


@pytest.mark.parametrize(("sheets", "message"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_cell_is_named_with_sheet_and_address(sheets: Any, message: str) -> None:
    sheets = {"照录数": [], **sheets} if "照录表" in sheets else sheets
    assert refusal(with_rows(**sheets)).startswith(message)


def test_lines_beside_an_original_and_an_original_beside_lines_are_refused_at_their_sheets() -> None:
    lines = rows_of_sample(sample())["收支明细"]
    assert (
        refusal(book({**rows_of_sample(transcribed()), "收支明细": lines}))
        == "工作表“收支明细”：不能填写；照录的填报包没有收支明细，数取自原件"
    )
    tables = rows_of_sample(transcribed())["照录表"]
    assert (
        refusal(book({**rows_of_sample(sample()), "照录表": tables}))
        == "工作表“照录表”：不能填写；照录的表只在照录的填报包（transcribed）里写"
    )


def test_every_sheet_of_a_transcript_is_written_in_words_only() -> None:
    written = rows_of_sample(transcribed())
    assert all(isinstance(cell, str | None) for sheet in TRANSCRIPT for row in written[sheet.name] for cell in row)
