"""Self-evaluations of projects: the official grid on paper and in the workbook, a face of their own on the page, read back everywhere."""

import re

import pytest

from disclosure.exports.figures import check_pdf, check_xlsx
from disclosure.exports.form_grid import merged_rows, open_rows, top_rows
from disclosure.exports.forms import caption, forms_of, project_kind
from disclosure.exports.html import page_html
from disclosure.exports.paper import document_html, form_widths
from disclosure.exports.pdf import renderer
from disclosure.exports.reading import read_xlsx
from disclosure.exports.tags import children, table_rows
from disclosure.exports.tests.documents import document
from disclosure.exports.tests.finals import evaluation, final_document
from disclosure.exports.tests.press import elements, html_of, open_pdf, page_texts, pdf_of
from disclosure.exports.tests.test_page_findings import item, marks, piece
from disclosure.exports.tests.test_tags import ids
from disclosure.exports.tests.transcribed import finding
from disclosure.exports.xlsx import render_xlsx

GRID = [
    [("项目名称", 1), ("库房改造", 5)],
    [("主管部门", 1), ("安澜市档案局", 5)],
    [("资金使用单位", 1), ("安澜市档案馆", 5)],
    [("项目资金（万元）", 3), ("全年预算数（A）", 1), ("全年执行数（B）", 1), ("预算执行率（B/A）", 1)],
    [("年度资金总额", 3), ("1,423.28", 1), ("1,304.35", 1), ("91.64%", 1)],
    [("其中：中央财政资金", 3), ("1,423.28", 1), ("1,304.35", 1), ("91.64%", 1)],
    [("地方资金", 3), ("", 1), ("", 1), ("", 1)],
    [("其他资金", 3), ("", 1), ("", 1), ("", 1)],
    [("总体目标", 3), ("全年实际完成情况", 3)],
    [("收集档案1,200卷。", 3), ("收集了980卷。", 3)],
    [(title, 1) for title in ("一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施")],
]
FORM = evaluation("库房改造", ("1,423.28", "1,304.35", "91.64%"))


def test_the_grid_is_the_official_one():
    rows = top_rows(FORM, "evaluation")
    assert [[(cell.text.replace("\n", ""), cell.colspan) for cell in row.cells] for row in rows] == GRID
    first = merged_rows(FORM, "evaluation")[0].cells
    assert [(cell.text, cell.rowspan) for cell in first] == [
        ("产出指标", 2), ("数量指标", 2), ("验收合格率", 1), ("≥90%", 1), ("0%", 1), ("12月才挂网招标", 1),
    ]  # fmt: skip


def test_rows_that_may_part_say_a_level_once_and_leave_it_open():
    rows = open_rows(FORM, "evaluation")
    assert [[(cell.text, cell.css) for cell in row.cells[:2]] for row in rows] == [
        [("产出指标", "open"), ("数量指标", "open")],
        [("", ""), ("", "")],
        [("效益指标", ""), ("社会效益指标", "")],
    ]


def test_every_project_has_its_form_behind_its_heading():
    assert project_kind(document()["statements"]) == "project" and project_kind(final_document()["statements"]) == "evaluation"
    text = "".join(page_texts(pdf_of("final")))
    assert text.count("项目支出绩效自评表（2024年度）") == 2 and caption(final_document()) == "项目支出绩效自评表（2024年度）"
    assert text.index("1．档案数字化\n") < text.index("159.90") < text.index("2．库房改造\n", text.index("159.90")) < text.index("1,423.28")


def test_a_form_higher_than_a_page_stands_below_its_headings():
    made = final_document()
    form = made["performance"]["projects"][0]
    form["indicators"] = [
        {**form["indicators"][0], "level2": f"第{n}类", "level3": "医保基金智能监管系统验收合格率" * 3} for n in range(16)
    ]
    page = next(text for text in page_texts(renderer.render(document_html(made)))[3:] if "一、项目支出绩效自评表" in text)
    assert "1．档案数字化\n" in page and "资金使用单位" in page and "第0类" in page


def test_names_of_indicators_take_the_room_that_reasons_leave():
    without = {**FORM, "indicators": [{**each, "reason": "无"} for each in FORM["indicators"]]}
    assert form_widths(without, "evaluation")[2] > form_widths(FORM, "evaluation")[2]
    assert all(sum(form_widths(each, "evaluation")) == 100 for each in (without, FORM))


def test_a_figure_hears_its_fund_and_its_column():
    with open_pdf("final") as pdf:
        known, rows = ids(pdf), [row for row, _ in table_rows(elements(pdf, "/Table")[-1])]
        figure, goal = children(rows[4])[1], children(rows[9])[1]
        assert [str(known[str(key)].A.Scope) for key in figure.A.Headers] == ["/Row", "/Column"]
        assert [str(known[str(key)].A.Scope) for key in goal.A.Headers] == ["/Column"]


@pytest.mark.parametrize("wrong", ["1,304.35", "91.64%", "980", "12月", "全年执行数"])
def test_what_a_form_says_wrongly_on_paper_is_found(wrong):
    html = html_of("final")
    changed = html.replace(wrong, "7", 1) if wrong != "1,304.35" else html.replace(wrong, "1,304.53", 1)
    assert changed != html
    differences = check_pdf(final_document(), renderer.render(changed)).differences
    assert differences and all("档案数字化" in each.where or "库房改造" in each.where for each in differences)


@pytest.mark.parametrize("key", ["executed_total", "rate_central"])
def test_what_a_form_says_wrongly_in_the_workbook_is_found(key):
    made, other = final_document(), final_document()
    other["performance"]["projects"][1]["funds"][key] = "99"
    assert [each.found for each in check_xlsx(made, render_xlsx(other)).differences] == ["99"]
    other["performance"]["projects"][1] = {**made["performance"]["projects"][1], "achieved": "别的"}
    assert "收集了980卷。" in str(check_xlsx(made, render_xlsx(other)).differences[0])


def test_the_workbook_has_the_grid_of_the_paper():
    rows = read_xlsx(render_xlsx(final_document()))["FA11 项目支出绩效自评表"]
    assert rows[6] == ["年度资金总额", "", "", "159.90", "", "0.00%"]
    assert rows[10][0] == "总体目标" and rows[10][3] == "全年实际完成情况" and rows[13][5] == "12月才挂网招标"


def test_without_projects_the_workbook_has_a_blank_form():
    made = final_document()
    made["performance"]["projects"], made["parts"][4]["sections"] = [], []
    assert check_xlsx(made, render_xlsx(made)).differences == [] and len(forms_of(made, "evaluation")) == 1
    assert "form" not in page_html(made).partition('id="part-5"')[2].partition("</section>")[0]


def test_the_page_shows_objective_and_result_and_every_figure_at_its_address():
    page = page_html(final_document())
    form = page.partition('id="project-2"')[2].partition("</section>")[0]
    assert re.findall(r'<th scope="col" class="n last">(\S+?)</th>', form)[:3] == [
        "全年预算数（A）",
        "全年执行数（B）",
        "预算执行率（B/A）",
    ]
    assert 'id="FA11-p2-executed_central">1,304.35</td>' in form and 'id="FA11-p2.2e1-reason">12月才挂网招标</td>' in form
    assert form.index("总体目标") < form.index("收集档案1,200卷。") < form.index("全年实际完成情况") < form.index("收集了980卷。")


FINDINGS = [("p2", "budget_total", "FA11-p2-budget_total", "</td>"), ("p2.1", "actual", "FA11-p2.2e1-actual", "</td>")]
FINDINGS += [("p2", "", "project-2", "<dl"), ("p2.2", "level1", "project-2", "<dl"), ("", "", "project-1", "<dl")]


@pytest.mark.parametrize(("row", "column", "own", "end"), FINDINGS)
def test_a_finding_stands_at_its_cell_or_at_the_form_of_its_project(row, column, own, end):
    page = page_html(final_document(findings=[finding("P01", "error", "FA11", row, column)]))
    assert marks(piece(page, own, end)) == [1] and f'href="#{own}"' in item(page, 1)
    assert len(marks(page)) == 1 and page.count(f' id="{own}"') == 1
