"""What was published elsewhere, in every file: as printed, and nothing in the place of what it lacks."""

import re

from disclosure.exports.figures import check_pdf, check_xlsx
from disclosure.exports.html import page_html
from disclosure.exports.paper import document_html
from disclosure.exports.reading import read_xlsx
from disclosure.exports.tables import render_tables
from disclosure.exports.tests.documents import department_document, document, figure
from disclosure.exports.tests.press import html_of, page_texts, pdf_of
from disclosure.exports.tests.transcribed import ORIGINAL, PICTURE, transcribed_document
from disclosure.exports.xlsx import render_xlsx

MISSING = "原公开文本未载此表。"


def test_the_cover_says_what_it_was_transcribed_from():
    cover, contents, *_ = page_texts(pdf_of("transcribed"))
    assert "照原公开文件转录，未作改动。" in cover and "原件：《安澜市档案馆2024年部门预算》，2024年2月20日公开。" in cover
    assert "本文件固定网址" in cover and "目" in contents
    assert "转录" not in document_html(document()) and "转录" in document_html(transcribed_document(original=None))


def test_findings_stay_out_of_the_pdf():
    assert "收入总计应等于" not in html_of("transcribed") and "※" not in html_of("transcribed")


def test_a_cover_escapes_what_was_typed():
    assert "<script" not in document_html(transcribed_document(original={**ORIGINAL, "title": "<script>"}))


def test_figures_are_as_printed_and_never_rounded():
    rows = read_xlsx(render_xlsx(transcribed_document()))["03 单位支出总表"]
    assert rows[8][2:] == [5971.9, 418.56, 30.937] and rows[9][2:] == [1116.643, 0.0, 1166.4]
    lines = render_tables(transcribed_document())["tables/03-expenditure.csv"].decode().splitlines()
    assert lines[4] == "2012601,行政运行,5971.90,,418.56,,30.937,"
    assert 'id="YS03-2012604-basic">0</td>' in page_html(transcribed_document())


def test_what_the_original_lacks_is_one_sentence_everywhere():
    made = transcribed_document()
    assert document_html(made).count(MISSING) == page_html(made).count(MISSING) == 2
    assert document_html(made).count(PICTURE) == page_html(made).count(PICTURE) == 1
    sheets = read_xlsx(render_xlsx(made))
    assert [[cell for row in sheets[name] for cell in row if cell] for name in ("08 政府性基金预算支出表", "09 项目绩效目标表")] == [
        ["表8　政府性基金预算支出表", MISSING],
        ["表9　项目绩效目标表", PICTURE],
    ]
    assert not [name for name in render_tables(made) if "fund" in name or "performance" in name or "economic" in name]


def test_nothing_of_a_missing_table_is_drawn():
    page = page_html(transcribed_document())
    assert page.count("<table") == 4 and not re.findall(r'id="YS0[68]-(?!title)', page)
    assert html_of("transcribed").count('class="st wide') == 1


def test_a_figure_of_a_missing_table_leads_to_what_is_said_of_it():
    made = transcribed_document()
    made["parts"][0]["sections"][0]["paragraphs"] = [["共", figure("1.00", "YS08", "total", "basic"), "万元。"]]
    assert '<a class="fig-link" href="#YS08">1.00万元</a>' in page_html(made)


def test_a_table_printed_in_the_place_of_nothing_is_found():
    made, other = transcribed_document(), transcribed_document()
    other["statements"][3]["status"] = "present"
    assert "表6" in " ".join(map(str, check_pdf(made, pdf_of()).differences))
    assert "一般公共预算基本支出表" in " ".join(map(str, check_xlsx(made, render_xlsx(other)).differences))


def test_forms_stand_in_the_text_or_in_part_two_never_twice():
    page = page_html(department_document())
    assert page.count('id="project-1"') == page.count('id="project-2"') == 1
    assert page.index('id="YS11"') < page.index('id="project-1"') < page.index('id="part-3"')


def test_a_sentence_links_to_the_first_form_that_there_is():
    made = document()
    assert 'href="#project-1">详细目标表见' in page_html(made)
    made["parts"][2]["sections"][0]["sections"][2]["sections"][0]["project"] = None
    assert 'href="#project-1"' not in page_html(made) and "详细目标表见" in page_html(made)
