"""Reading back: silent where the file is right, loud at the place where it is wrong."""

import re
import time

import pytest

from disclosure.exports.figures import check_pdf, check_xlsx
from disclosure.exports.paper import document_html
from disclosure.exports.pdf import renderer
from disclosure.exports.tests.documents import department_document, document, form
from disclosure.exports.tests.oddities import odd_document
from disclosure.exports.tests.press import DOCUMENTS, html_of, pdf_of
from disclosure.exports.tests.transcribed import transcribed_document
from disclosure.exports.xlsx import render_xlsx


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_the_finished_pdf_says_what_the_document_says(name):
    made, data = DOCUMENTS[name](), pdf_of(name)
    start, result = time.process_time(), check_pdf(made, data)
    assert result.differences == []
    assert result.count > 40
    assert time.process_time() - start < 3


def mutated(change, name="unit"):
    html = html_of(name)
    changed = change(html)
    assert changed != html
    result = check_pdf(DOCUMENTS[name](), renderer.render(changed))
    return "；".join(map(str, result.differences))


def test_a_form_over_two_pages_is_read_whole_and_keeps_its_levels():
    made = department_document()
    made["performance"]["projects"] = [form("改造", count=60)]
    result = check_pdf(made, renderer.render(document_html(made)))
    assert result.differences == [] and result.count > 200


def test_alarm_one_changed_cell():
    said = mutated(lambda html: html.replace(">5,971.90<", ">5,971.91<", 1))
    assert said == "表3 行 2012601 列 合计：应为 5,971.90，读到 5,971.91"


def test_alarm_one_dropped_row():
    said = mutated(
        lambda html: re.sub(r'<tr><td class="c c1">30005</td>.*?</tr>|<tr><td class="c c1">30105</td>.*?</tr>', "", html, count=1)
    )
    assert "表6 行 30105" in said and "读到 0 行" in said


def test_alarm_one_changed_number_in_prose():
    said = mutated(lambda html: html.replace("基本支出4778.9万元", "基本支出4778.8万元", 1))
    assert said == "（二）支出预算情况 第1段：应为 4778.9，读到 4778.8"


def test_alarm_swapped_cells():
    said = mutated(lambda html: re.sub(r"<td>4,778.90</td><td>1,193.00</td>", "<td>1,193.00</td><td>4,778.90</td>", html, count=1))
    assert "行 2012601 列 基本支出：应为 4,778.90，读到 1,193.00" in said and "列 项目支出" in said


def test_alarm_swapped_rows():
    row = r"(<tr><td[^>]*>{}</td>.*?</tr>)\s*(<tr><td[^>]*>{}</td>.*?</tr>)"
    assert "表6" in mutated(lambda html: re.sub(row.format("30102", "30103"), r"\2\1", html, count=1))


def test_alarm_a_figure_of_the_other_side():
    row = '<th scope="row" class="c b">收入总计</th><td class="b">7,138.'
    assert "表1 行 收入总计" in mutated(lambda html: html.replace(f"{row}30", f"{row}33", 1))


def test_alarm_words_and_headings():
    assert "增加" in mutated(lambda html: html.replace("依法开放档案", "依法增加档案", 1))
    assert "标题" in mutated(lambda html: html.replace(">表3　单位支出总表</h3>", ">表3　单位收支总表</h3>", 1))


def test_alarm_in_a_form_and_in_the_glossary():
    assert "档案数字化" in mutated(lambda html: html.replace("≥93%", "≥39%", 1))
    assert "96.64" in mutated(lambda html: html.replace(">96.64<", "><", 1), "department")
    assert mutated(lambda html: html.replace("行政单位的基本支出", "行政单位的2项基本支出"))


def test_the_workbook_says_what_the_document_says():
    for made in (document(), department_document(), odd_document(), transcribed_document()):
        result = check_xlsx(made, render_xlsx(made))
        assert result.differences == [] and result.count > 20


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows[3]["cells"].update(basic="4,778.91"), "行 2012601 列 基本支出：应为 4778.9，读到 4778.91"),
        (lambda rows: rows.pop(3), "行 2012601"),
        (lambda rows: rows[3]["cells"].update(basic="1,193.00", project="4,778.90"), "列 项目支出"),
        (lambda rows: rows[4].update(code="2012605", printed_code="2012605"), "列 科目编码"),
    ],
)
def test_alarm_in_the_workbook(change, said):
    other = document()
    change(other["statements"][2]["panels"][0]["rows"])
    found = "；".join(map(str, check_xlsx(document(), render_xlsx(other)).differences))
    assert "单位支出总表" in found and said in found


def test_alarm_a_missing_sheet():
    other = document()
    del other["statements"][-1]
    assert check_xlsx(document(), render_xlsx(other)).differences
