"""The finished PDF: order, outline, running heads, bytes, and how printing fails."""

import re

import pikepdf
import pytest

from disclosure.exports.pdf import PdfError, Renderer, render_pdf, renderer
from disclosure.exports.tests.documents import document
from disclosure.exports.tests.press import open_pdf, page_texts, pdf_of


def outline(items, level=1):
    for item in items:
        yield level, item.title
        yield from outline(item.children, level + 1)


def bookmarks(name="unit"):
    with open_pdf(name) as pdf, pdf.open_outline() as found:
        return list(outline(found.root))


def test_the_outline_has_three_levels_in_the_order_of_the_paper():
    found = bookmarks()
    assert [title for level, title in found if level == 1] == [
        "目录",
        "第一部分　安澜市档案馆概况",
        "第二部分　安澜市档案馆2024年单位预算表",
        "第三部分　安澜市档案馆2024年单位预算情况说明",
        "第四部分　名词解释",
    ]
    assert (2, "表3　单位支出总表") in found and (3, "（二）支出预算情况") in found
    assert all("档案数字化" not in title for _, title in found)


def test_pages_follow_the_contents():
    texts = page_texts(pdf_of())
    for number, title in (("3", "单位支出总表"), ("8", "政府性基金预算支出表")):
        page = next(n for n, text in enumerate(texts, 1) if n > 4 and f"表{number}　{title}\n" in text)
        assert str(page) in re.findall(r"\d+", texts[1])


def test_title_language_and_dates_come_from_the_document():
    with open_pdf() as pdf:
        assert str(pdf.docinfo["/Title"]) == "安澜市档案馆2024年单位预算"
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240208")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"


def test_heads_are_repeated_and_continued_tables_say_so():
    pages = [text for text in page_texts(pdf_of()) if "人员经费" in text]
    assert len(pages) >= 2
    assert ["表6　一般公共预算基本支出表（续表）" in text for text in pages] == [False] + [True] * (len(pages) - 1)
    assert all("科目编码" in text and "单位：万元" in text for text in pages)


def test_wide_statements_lie_on_landscape_pages():
    with open_pdf() as pdf:
        wide = [n for n, page in enumerate(pdf.pages) if page.MediaBox[2] > page.MediaBox[3]]
    texts = page_texts(pdf_of())
    assert wide == [n for n, text in enumerate(texts) if "表2　单位收入总表\n" in text and n > 3]


def test_every_page_has_its_folio_and_the_cover_none():
    texts = page_texts(pdf_of())
    assert "共" not in texts[0]
    assert all(f"第{n}页共{len(texts)}页" in text.replace("\u3000", "") for n, text in enumerate(texts, 1) if n > 1)


def test_a_draft_says_so_on_every_page_and_has_no_imprint():
    texts = page_texts(pdf_of("draft"))
    assert all("草稿" in text for text in texts)
    assert "公开日期" not in texts[0] and "固定网址" not in texts[0]
    with open_pdf("draft") as pdf:
        assert str(pdf.docinfo["/Title"]).endswith("（草稿）")


def test_the_same_document_gives_the_same_bytes_in_another_process():
    other = Renderer()
    try:
        from disclosure.exports.tests.press import html_of

        assert other.render(html_of()) == pdf_of() == render_pdf(document())
    finally:
        other.close()


def test_every_font_is_embedded():
    with open_pdf() as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_a_slow_document_is_stopped_and_the_next_one_is_printed():
    hasty = Renderer(seconds=0.05)
    with pytest.raises(PdfError, match="已中止"):
        hasty.render("<p>" + "慢" * 200_000)
    hasty.seconds = 60
    assert hasty.render("<html lang=zh><title>快</title><p>快").startswith(b"%PDF")
    hasty.close()


def test_a_child_that_dies_is_a_clear_error():
    mortal = Renderer()
    mortal.render("<html lang=zh><title>甲</title><p>甲")
    mortal.child.kill()
    mortal.child.wait()
    assert mortal.render("<html lang=zh><title>乙</title><p>乙").startswith(b"%PDF")
    mortal.close()


def test_too_little_memory_is_a_clear_error():
    poor = Renderer(memory=60 << 20)
    with pytest.raises(PdfError, match="排版进程"):
        poor.render("<p>")
    poor.close()


@pytest.mark.parametrize("text", ["长" * 10_000, "9" * 10_000, "𠮷" * 300, "\u202e反\u202c", "😀", "a\u0301\t\n", "<b>&amp;"])
def test_hostile_text_ends(text):
    made = document()
    made["statements"] = [made["statements"][2]]
    made["statements"][0]["panels"][0]["rows"][3]["name"] = text
    made["parts"][0]["sections"][0]["paragraphs"] = [text]
    assert render_pdf(made).startswith(b"%PDF")


def test_nothing_is_fetched_for_words_that_look_like_markup():
    made = document(glossary=[])
    made["parts"][0]["sections"][0]["paragraphs"] = ['<img src="http://127.0.0.1:9/x.png"><link rel=attachment href="file:///etc/passwd">']
    data = render_pdf(made)
    assert any("attachment" in text for text in page_texts(data))
    assert b"EmbeddedFile" not in data
    assert renderer.child is not None
