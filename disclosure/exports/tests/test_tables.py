"""CSV: exact, readable by Excel and WPS, and never a formula."""

import copy
import csv
import io

import pytest

from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.tables import render_table, render_tables, safe, table_name
from disclosure.exports.tests.documents import department_document, document


def rows(statement):
    data = render_table(statement)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_each_amount_stands_in_wan_and_in_exact_yuan():
    found = rows(document()["statements"][2])
    assert found[0] == [
        "编码",
        "名称",
        "合计（万元）",
        "合计（元）",
        "基本支出（万元）",
        "基本支出（元）",
        "项目支出（万元）",
        "项目支出（元）",
    ]
    assert found[4] == ["2012601", "行政运行", "5971.90", "59719000.00", "4778.90", "47789000.00", "1193.00", "11930000.00"]
    assert found[5][4:6] == ["", ""]


def test_yuan_is_as_exact_as_the_document():
    made = document()["statements"][2]
    made["panels"][0]["rows"][3]["yuan"]["basic"] = "47789123.45"
    assert rows(made)[4][5] == "47789123.45"


def test_groups_and_sides_are_named():
    made = department_document()["statements"]
    assert "因公出国（境）费/小计（万元）" in rows(made[4])[0]
    assert rows(made[0])[0][0] == "栏" and rows(made[0])[1][0] == "收　　入"


def test_names_of_files():
    names = list(render_tables(document()))
    assert names[0] == "tables/01-balance.csv" and names[-1] == "tables/YX01-by_nature.csv"
    with pytest.raises(ValueError, match="文件名"):
        table_name({**document()["statements"][0], "key": "../x"})


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠x", "　=cmd|' /C calc'!A0"]
)
def test_texts_that_look_like_formulas_are_defused(text):
    made = document()["statements"][2]
    made["panels"][0]["rows"][3]["name"] = text
    assert rows(made)[4][1] == "'" + text


@pytest.mark.parametrize("text", ["-1,234.50", "+3.00", "-0.5%", "0.00"])
def test_numbers_are_never_escaped(text):
    made = document()["statements"][2]
    made["panels"][0]["rows"][3]["cells"]["basic"] = text
    assert rows(made)[4][4] == text.replace(",", "")


def test_a_text_in_a_column_of_figures_is_still_defused():
    made = document()["statements"][2]
    made["panels"][0]["rows"][3]["cells"]["basic"] = "-1+cmd"
    assert rows(made)[4][4] == "'-1+cmd"
    assert safe("—") == "—"


def test_a_figure_in_full_width_signs_is_a_number_and_a_code_no_formula() -> None:
    assert [plain_figure(text) for text in ("－0.5", "１,709.37", "57.08%", "nan", "1e5", "")] == ["-0.5", "1709.37", "57.08%", "", "", ""]
    statement = copy.deepcopy(document()["statements"][2])
    statement["panels"][0]["rows"][0]["code"] = "-A1"
    assert rows(statement)[1][0] == "'-A1"
