"""Rules as rectangles: WeasyPrint's private drawing, which an upgrade may move."""

import pytest
from weasyprint import HTML, draw

from disclosure.exports import borders

PAGE = "<style>@page{size:200px 100px;margin:0}body{margin:0}p{margin:10px;padding:5px;width:60px;height:20px;%s}</style><p>"


def drawn(monkeypatch, style, installed=True):
    with monkeypatch.context() as patch:
        patch.setattr(draw, "draw_border", draw.draw_border)
        if installed:
            borders.install()
        return HTML(string=PAGE % style).write_pdf(uncompressed_pdf=True).decode("latin-1")


def pixels(monkeypatch, style, installed):
    import pypdfium2

    page = pypdfium2.PdfDocument(drawn(monkeypatch, style, installed).encode("latin-1"))[0]
    return page.render(scale=4).to_pil().convert("L").tobytes()


@pytest.mark.parametrize("style", ["border-bottom:3px solid", "border-left:2px solid;border-bottom:2px solid", "border:4px solid #00f"])
def test_rules_stand_where_weasyprint_puts_them(monkeypatch, style):
    pairs = zip(pixels(monkeypatch, style, True), pixels(monkeypatch, style, False), strict=True)
    assert sum(abs(one - other) > 64 for one, other in pairs) < 20


def test_a_path_has_at_least_two_rectangles(monkeypatch):
    assert drawn(monkeypatch, "border-bottom:.3pt solid").count(" re\n") == 2
    assert drawn(monkeypatch, "border-bottom:.3pt solid;border-left:.3pt solid").count(" re\n") == 2


@pytest.mark.parametrize("style", ["border:2px dotted", "border:2px solid;border-left-color:red", "border:2px solid;border-radius:4px"])
def test_other_borders_are_left_to_weasyprint(monkeypatch, style):
    assert drawn(monkeypatch, style) == drawn(monkeypatch, style, installed=False)
