"""What final accounts bring to paper, page, workbook and data: five parts, heads of three, row numbers, counts among money."""

import csv
import io
import re

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer, LTTextLine

from disclosure.exports.figures import check_xlsx
from disclosure.exports.html import page_html
from disclosure.exports.page import page_of
from disclosure.exports.paper import document_html
from disclosure.exports.pdf import renderer
from disclosure.exports.reading import read_xlsx
from disclosure.exports.tables import render_tables
from disclosure.exports.tests.documents import document, statement
from disclosure.exports.tests.finals import both_sides, evaluations, final_document, listed
from disclosure.exports.tests.press import html_of, page_texts, pdf_of
from disclosure.exports.tests.test_pdf import bookmarks
from disclosure.exports.tests.test_xlsx import parts as sheets_of
from disclosure.exports.xlsx import render_xlsx


def lines_of_page(number, data):
    pages = extract_pages(io.BytesIO(data), page_numbers=[number - 1])
    return [line for page in pages for box in page if isinstance(box, LTTextContainer) for line in box if isinstance(line, LTTextLine)]


def with_tables(*statements):
    return final_document(statements=[*statements, evaluations()])


def printed(*statements):
    return renderer.render(document_html(with_tables(*statements)))


def test_tables_and_glossary_stand_in_the_parts_that_say_so():
    first = [title.partition("　")[0] for level, title in bookmarks("final") if level == 1]
    assert first == ["目录", "第一部分", "第二部分", "第三部分", "第四部分", "第五部分"]
    titles = [title for _, title in bookmarks("final")]
    assert titles.index("第三部分　2024年度部门决算表") < titles.index("表1　收入支出决算总表") < titles.index("第四部分　名词解释")
    assert (
        titles.index("第四部分　名词解释") < titles.index("一、收入科目") < titles.index("第五部分　附件") < titles.index("1．档案数字化")
    )
    shown = {part.label: (len(part.statements), len(part.glossary), part.short) for part in page_of(final_document()).parts}
    assert shown["第三部分"] == (4, 0, "部门决算表") and shown["第四部分"] == (0, 2, "名词解释") and shown["第二部分"][:2] == (0, 0)


def test_documents_stored_before_parts_said_what_they_hold_are_drawn_as_before():
    assert "holds" not in document()["parts"][0]
    assert [(len(part.statements), len(part.glossary)) for part in page_of(document()).parts] == [(0, 0), (7, 0), (0, 0), (0, 2)]


def test_the_cover_breaks_the_title_before_the_year():
    assert '<span class="agency" data-t="安澜市档案馆">安澜市档案馆</span><br><strong>2024年度部门决算</strong>' in html_of("final")
    assert "决算公开" in page_texts(pdf_of("final"))[0]


def test_a_head_of_three_stands_left_in_the_middle_and_right():
    lines = lines_of_page(6, pdf_of("final"))
    left, middle, right = (
        next(line for line in lines if line.get_text().strip().startswith(word)) for word in ("编制单位", "2024年度", "公开01表")
    )
    assert round(left.y0) == round(middle.y0) == round(right.y0)
    assert abs((middle.x0 + middle.x1) / 2 - 595 / 2) < 6 and left.x0 < 90 and right.x1 > 505
    row = read_xlsx(render_xlsx(final_document()))["01 收入支出决算总表"][1]
    assert [cell for cell in row if cell] == ["编制单位：安澜市档案馆", "2024年度", "公开01表　金额单位：万元"] and row[0] and row[-1]


def test_a_long_table_on_a_wide_page_stands_below_its_title():
    page = next(text for text in page_texts(printed(listed(60))) if "表2　支出决算表\n" in text and "公开02表" in text)
    assert "科目名称" in page and "2010101" in page


def test_less_white_brings_a_table_onto_one_page_and_only_then():
    pages = [text for text in page_texts(printed(both_sides(34))) if "收入支出决算总表" in text and "栏次" in text]
    assert len(pages) == 1
    assert [document_html(with_tables(both_sides(rows))).count("tight") for rows in (20, 34, 60)] == [0, 1, 0]


def test_page_numbers_of_the_contents_stand_under_each_other():
    ends = {round(line.x1) for line in lines_of_page(2, pdf_of("final")) if line.get_text().strip().isdigit()}
    assert len(ends) == 1


def test_counts_among_money_are_whole_numbers_and_what_is_crossed_out_is_text():
    made = final_document()
    rows = read_xlsx(render_xlsx(made))["04 “三公”经费支出决算表"]
    assert rows[4:7] == [
        ["一、“三公”经费支出", "1", 13.83, 11.42],
        ["二、相关统计数", "2", "—", "—"],
        ["1.国内公务接待人次（人）", "3", "—", 1343.0],
    ]
    styles = sheets_of(made)["xl/styles.xml"]
    assert 'formatCode="#,##0.00"' in styles and 'formatCode="#,##0"' in styles
    assert '<td class="m">—</td>' in html_of("final") and 'id="FA04-guests-outturn">1,343</td>' in page_html(made)


def test_counts_have_a_column_of_their_own_in_the_data():
    data = render_tables(final_document())["tables/04-three_public.csv"].decode("utf-8-sig")
    head, total, counts, guests = csv.reader(io.StringIO(data))
    assert head[-3:] == ["决算数（万元）", "决算数（元）", "决算数（数量）"] and "全年预算数（数量）" not in head
    assert (total[-3:], counts[-3:], guests[-3:]) == (["11.42", "114200.00", ""], ["—", "", ""], ["", "", "1343"])


def test_sides_are_named_by_the_head_above_them():
    data = render_tables(final_document())["tables/01-balance.csv"].decode("utf-8-sig")
    assert {row[0] for row in csv.reader(io.StringIO(data)) if row} == {"栏", "收入", "支出"}


def test_a_wrong_count_in_the_workbook_is_found():
    made, other = final_document(), final_document()
    other["statements"][3]["panels"][0]["rows"][2]["cells"]["outturn"] = "1,344"
    assert ["1.国内公务接待人次（人）" in str(each) for each in check_xlsx(made, render_xlsx(other)).differences] == [True]
    other["statements"][3]["panels"][0]["rows"][2]["cells"] = {"adjusted": "0", "outturn": "1,343"}
    assert len(check_xlsx(made, render_xlsx(other)).differences) == 1


def test_a_line_without_a_name_heads_nothing_and_keeps_its_number():
    page = page_html(final_document())
    assert not re.findall(r"<th[^>]*>\s*</th>", page.partition('id="FA01"')[2].partition('id="FA02"')[0])
    assert "9" in read_xlsx(render_xlsx(final_document()))["01 收入支出决算总表"][13]


def test_a_long_note_is_as_wide_as_its_table_and_as_high_as_it_needs():
    made = with_tables({**listed(), "notes": ["注：" + "本表反映本年度支出情况。" * 12]})
    sheet = sheets_of(made)["xl/worksheets/sheet2.xml"]
    assert '<mergeCell ref="A10:E10"/>' in sheet and float(re.search(r'<row r="10"[^>]* ht="([\d.]+)"', sheet)[1]) > 30
    assert check_xlsx(made, render_xlsx(made)).differences == []


def test_a_statement_without_a_head_is_drawn():
    assert "表1　空表" in document_html(with_tables(statement(1, "none", "空表", [], head=[])))
