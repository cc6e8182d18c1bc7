"""The workbook: numbers are numbers, texts are texts, the same bytes for the same document."""

import io
import re
import zipfile

import pytest

from disclosure.exports.reading import read_xlsx
from disclosure.exports.tests.documents import department_document, document
from disclosure.exports.xlsx import number_of, render_xlsx, sheet_name


def parts(made):
    with zipfile.ZipFile(io.BytesIO(render_xlsx(made))) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}


def test_sheets_are_named_by_number_and_title_and_the_unprinted_come_last():
    names = list(read_xlsx(render_xlsx(document())))
    assert names[:3] == ["说明", "01 收支预算总表", "02 单位收入总表"]
    assert names[-1] == "YX01 支出按性质分"


def test_amounts_are_numbers_codes_are_texts_and_blank_stays_empty():
    rows = read_xlsx(render_xlsx(document()))["03 单位支出总表"]
    assert rows[0][0] == "表3　单位支出总表" and rows[1][-1] == "单位：万元"
    assert rows[2][:3] == ["支出功能分类科目", "", "合计"] and rows[4] == ["**", "**", "1", "2", "3"]
    assert rows[8] == ["2012601", "行政运行", 5971.9, 4778.9, 1193.0]
    assert rows[9][3] == ""


def test_what_looks_like_a_formula_or_a_link_is_text():
    made = document()
    for row, text in zip(made["statements"][2]["panels"][0]["rows"], ["=1+1", "{=A1}", "http://x.example", "@x", "+1"], strict=True):
        row["name"] = text
    made["statements"][2]["title"] = "=支出"
    written = "".join(parts(made).values())
    assert "<f>" not in written and "<hyperlink" not in written
    assert read_xlsx(render_xlsx(made))["03 =支出"][5][1] == "=1+1"


def test_the_same_document_gives_the_same_bytes():
    assert render_xlsx(document()) == render_xlsx(document())
    assert "2024-02-08T01:00:00Z" in parts(document())["docProps/core.xml"]


def test_pages_and_panes_are_set():
    sheet = parts(document())["xl/worksheets/sheet3.xml"]
    assert 'orientation="landscape"' in sheet and 'paperSize="9"' in sheet and "<pane " in sheet
    assert "Print_Titles" in parts(document())["xl/workbook.xml"]


def test_heads_are_merged_as_on_paper():
    sheet = parts(document())["xl/worksheets/sheet4.xml"]
    assert set(re.findall(r'mergeCell ref="([A-Z0-9:]+)"', sheet)) == {"A1:E1", "A3:B3", "C3:C4", "D3:D4", "E3:E4"}


def test_forms_are_drawn():
    rows = read_xlsx(render_xlsx(department_document()))["11 项目绩效目标表"]
    assert ["项目名称", "档案数字化"] in [row[:2] for row in rows]
    assert any("≥114%" in row for row in rows)


def test_names_stay_short_and_apart():
    taken = set()
    made = [{**document()["statements"][0], "title": "长[名]称" * 20} for _ in range(2)]
    names = [sheet_name(statement, taken) for statement in made]
    assert len(set(names)) == 2 and all(len(name) <= 31 and "[" not in name for name in names)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("12,345,678.90", "money", ("12345678.90", "#,##0.00")),
        ("-0.06", "money", ("-0.06", "#,##0.00")),
        ("15", "count", ("15", "#,##0")),
        ("15.5%", "percent", ("15.5", '#,##0.0"%"')),
        ("30.937", "money", ("30.937", "#,##0.000")),
        ("0", "money", ("0", "#,##0")),
        ("nan", "money", None),
        ("1e5", "money", None),
        ("—", "money", None),
        ("", "money", None),
        ("2101501", "text", None),
    ],
)
def test_numbers_keep_their_decimals(text, kind, expected):
    found = number_of(text, kind)
    assert found == expected if expected is None else (str(found[0]), found[1]) == expected
