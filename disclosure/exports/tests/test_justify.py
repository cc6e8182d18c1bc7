"""Chinese lines reach the margin: WeasyPrint's private layout, which an upgrade may move."""

from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from disclosure.exports import justify

TEXT = "收集、整理、保管和利用本市各类档案，共计1,200卷，依法开放档案。" * 3
HTML_TEXT = f"<style>body{{margin:0}}@page{{size:300px 400px;margin:0}}p{{text-align:justify;margin:0;font-size:17px}}</style><p>{TEXT}"


def line_ends(monkeypatch, installed):
    with monkeypatch.context() as patch:
        patch.setattr(inline, "justify_line", inline.justify_line)
        if installed:
            justify.install()
        page = HTML(string=HTML_TEXT).render().pages[0]._page_box
    lines = [box for box in page.descendants() if isinstance(box, boxes.LineBox)]
    return [max(text.position_x + text.width for text in justify.texts(line)) for line in lines]


def test_all_lines_but_the_last_end_at_the_margin(monkeypatch):
    *lines, last = line_ends(monkeypatch, installed=True)
    assert all(abs(end - 300) < 2 for end in lines) and last < 298


def test_alarm_without_it_they_do_not(monkeypatch):
    *lines, _ = line_ends(monkeypatch, installed=False)
    assert not all(abs(end - 300) < 2 for end in lines)


def test_what_is_chinese():
    assert [justify.is_chinese(sign) for sign in "档，𠮷a1"] == [True, True, True, False, False]
