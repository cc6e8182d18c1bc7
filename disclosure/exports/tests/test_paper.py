"""The HTML for paper: escaped, complete, in order."""

import pytest

from disclosure.exports.dates import chinese_date
from disclosure.exports.paper import chinese_count, document_html, split_lead, view
from disclosure.exports.tests.documents import document, statement
from disclosure.exports.tests.press import html_of


def test_every_text_is_escaped():
    made = document(title="<script>2024年")
    made["agency"]["name"] = made["parts"][0]["sections"][0]["title"] = '<img src=x onerror="1">'
    made["statements"][2]["panels"][0]["rows"][1]["name"] = "</td><script>"
    made["glossary"][0]["term"] = made["performance"]["projects"][0]["objective"] = "<style>*{}</style>"
    html = document_html(made)
    assert "<script" not in html and "<img" not in html and "<style" not in html


def test_the_title_is_divided_at_the_year():
    shown = view(document(title="安澜市档案馆部门2022年度部门决算", year=2022, kind="final"))
    assert (shown["name"], shown["rest"], shown["what"]) == ("安澜市档案馆部门", "2022年度部门决算", "决算公开")


def test_contents_name_parts_tables_sections_and_glossary_and_every_link_has_its_place():
    html = html_of()
    links = set(html.split('data-ref="#')[1:])
    anchors = {link.split('"')[0] for link in links}
    assert {"p1", "p3-1-2", "t8", "g2"} <= anchors
    assert all(f'id="{anchor}"' in html for anchor in anchors)
    assert 'href="#p3-1-3-1"' not in html


def test_a_form_stands_where_the_text_names_it():
    html = html_of()
    assert html.index("详细目标表见") < html.index('id="p3-1-3-1"') < html.index("项目绩效目标表（2024年度）")
    assert html.count('<th scope="col">指标值</th>') == 1
    assert html_of("department").count('<th scope="col">指标值</th>') == 3


def test_a_missing_table_is_said_to_be_missing_and_an_empty_form_is_drawn_blank():
    made = document()
    made["statements"] = [statement(1, "a", "甲表", [], status="missing"), statement(2, "b", "乙表", [], form="project")]
    made["performance"] = {"department": None, "projects": []}
    html = document_html({**made, "parts": made["parts"][:2]})
    assert html.count("原公开文本未载此表") == 1 and "年度资金总额" in html


def test_unprinted_statements_are_not_printed():
    assert "支出按性质分" not in html_of()


@pytest.mark.parametrize(
    ("text", "lead"),
    [("①项目概述：甲：乙", "①项目概述："), ("（1）立项依据：甲", "（1）立项依据："), ("概述：甲", ""), ("（一）", ""), ("①一，二：三", "")],
)
def test_leads_of_project_paragraphs(text, lead):
    assert split_lead(text) == (lead, text.removeprefix(lead))


def test_small_words():
    assert chinese_date("2024-02-08T09:00:00+08:00") == "2024年2月8日"
    assert [chinese_count(n) for n in (3, 10, 11, 21)] == ["三", "十", "十一", "21"]
