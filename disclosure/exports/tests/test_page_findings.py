"""Findings on a page: each at its place and in the list, both leading to each other; typed words stay words."""

import re

import pytest

from disclosure.exports.html import page_html
from disclosure.exports.levels import checked_words
from disclosure.exports.page import page_of
from disclosure.exports.tests.documents import columns, document, panel, row, stub
from disclosure.exports.tests.transcribed import LAW, ORIGINAL, finding, transcribed_document


@pytest.fixture(scope="module")
def page():
    return page_html(transcribed_document())


def marks(html):
    return [int(number) for number in re.findall(r'class="mark [^>]*>※(\d+)</a>', html)]


def item(page, number):
    return page.partition(f'id="finding-{number}"')[2].partition("</li>")[0]


def piece(page, own, end):
    return page.partition(f' id="{own}"')[2].partition(end)[0]


def test_errors_come_first_and_every_finding_has_its_number():
    groups = page_of(transcribed_document()).findings.groups
    assert [(str(group.word), [each.rule for each in group.findings]) for group in groups[:3]] == [
        ("错误", ["B01", "B02", "T02", "C02"]),
        ("需说明的事项", ["N03", "B12", "C03", "T09"]),
        ("提示", ["B30"]),
    ]
    assert [each.number for group in groups for each in group.findings] == list(range(1, 16))
    assert [group.is_folded for group in groups] == [False, False, False, True]


# Two at one cell; a paragraph; a whole table; the change of an unprinted figure; an unprinted figure; a row that is not there.
PLACES = [("YS01-in_all-income", "</td>", [1, 2]), ("text-3.2f一.2f.ff08二.ff09-1", "</p>", [3]), ("YS08", "</div>", [4])]
PLACES += [
    ("YX07-YX03.2eoperating.2eamount-change", "</p>", [5]),
    ("YX01-total-basic", "；", [6]),
    ("YS03", "</div>", [7]),
]


@pytest.mark.parametrize(("own", "end", "numbers"), PLACES)
def test_a_finding_is_marked_at_its_place_and_leads_back_to_it(page, own, end, numbers):
    assert page.count(f' id="{own}"') == 1
    assert marks(piece(page, own, end)) == numbers
    assert all(f'href="#{own}"' in item(page, number) and f"※{number}" in item(page, number) for number in numbers)


def test_a_flagged_cell_is_marked_where_the_text_quotes_it_too(page):
    text = page.partition("收入预算总额为")[2].partition("，其中")[0]
    assert marks(text) == [1, 2] and 'class="flagged flagged--error"' in text and " id=" not in text


def test_a_mark_says_its_level_and_its_message(page):
    spoken = re.findall(r'class="mark mark--(\w+)"\s+href="#finding-(\d)"\s+title="[^"]*"\s+aria-label="([^"]+)"', page)
    assert ("error", "1", "※1 错误：收入总计应等于支出总计") in spoken
    assert ("warning", "6", "※6 需说明的事项：文字中的基本支出与表不符") in spoken


def test_hints_and_what_could_not_be_checked_stand_in_the_list_alone(page):
    assert set(marks(page)) == {1, 2, 3, 4, 5, 6, 7}
    assert 'href="#YS03-201-total"' in item(page, 9) and "※" not in item(page, 9)
    assert "逐项列出" in page and 'href="#YS03-total-basic"' in item(page, 15)


def test_a_finding_without_a_place_is_listed_without_a_link(page):
    assert "主要职责少一项" in item(page, 8) and "href" not in item(page, 8) and "※" not in item(page, 8)


def test_a_finding_says_rule_source_and_place(page):
    said = re.sub(r"\s+", "", re.sub("<[^>]+>", "", item(page, 3)))
    assert said.endswith(f"※3这一段没有写项目支出（二）支出预算情况第1段错误T02依据{LAW}")
    assert "《支出按性质分》" in item(page, 6)


def test_every_jump_has_its_place_and_every_id_stands_once(page):
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_page_says_that_nothing_was_changed_and_what_the_original_is(page):
    said = re.sub(r"\s+", "", re.sub("<[^>]+>", "", page))
    assert (
        "本文件在本平台建立前由原单位公开，这里照原件列示，未作改动。原件：《安澜市档案馆2024年部门预算》，2024年2月20日公开，https://"
        in said
    )
    assert "校验发现4项错误、4项需说明的事项、1项提示，另有6项无法校验，逐项查看。" in said
    assert f'<a href="{ORIGINAL["address"]}"' in page and page.count('href="#findings"') == 2


def test_a_document_of_ours_has_the_list_and_no_banner():
    page = page_html(document(findings=[finding("B01", "warning", "YS01", "in_all", "income")]))
    assert "发现1项需说明的事项" in page and marks(page) == [1, 1]
    assert "照原件" not in page and 'class="original"' not in page


def test_a_document_without_findings_says_so_in_one_sentence():
    page = page_html(document())
    assert "按检查规则校验，没有发现问题。" in page
    assert 'class="mark' not in page and 'id="finding-' not in page


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", ""])
def test_only_addresses_of_the_web_are_followed(address):
    page = page_html(transcribed_document(original={**ORIGINAL, "address": address}))
    assert 'rel="external' not in page and "alert(1)" not in page and "2024年2月20日公开" in page


def test_an_original_of_which_little_is_known():
    for original in (None, {"title": "甲", "published_on": None, "address": "", "note": ""}):
        assert "未作改动" in page_html(transcribed_document(original=original))


def test_typed_words_are_never_markup():
    bad = '"><script>x</script>'
    found = [finding(bad, level, "YS01", "in_all", "income", bad, bad, bad) for level in ("error", "warning", "hint", "not checked")]
    found.append(finding("B1", "error", bad, bad, bad, bad, bad))
    page = page_html(
        transcribed_document(findings=found, original={**dict.fromkeys(ORIGINAL, bad), "published_on": None, "address": f"https://{bad}"})
    )
    assert "<script" not in page and '""' not in page.partition("</style>")[2]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([], "没有发现问题"),
        (["not checked"], "没有发现问题，另有1项无法校验"),
        (["hint", "error", "hint"], "发现1项错误、2项提示"),
        (["warning", "not checked"], "发现1项需说明的事项，另有1项无法校验"),
    ],
)
def test_findings_are_counted_by_level(levels, said):
    assert checked_words([finding("B01", level, "YS01") for level in levels]) == said


def with_forms(*found):
    """A project's form in the text, its flat data in the table."""
    made = transcribed_document(findings=list(found))
    funds = columns(("total", "合计"), ("fiscal", "财政拨款"))
    rows = [row("p7", "档案数字化", cells={"total": "116.64", "fiscal": "20.00"})]
    made["statements"][6] |= {"status": "present", "panels": [panel("funds", stub(code=None), funds, rows)]}
    made["parts"][2]["sections"][0]["sections"][2]["sections"][0]["project"] = 0
    return page_html(made)


def test_a_form_is_marked_at_its_figure_and_at_its_indicator():
    page = with_forms(finding("B25", "error", "YS09", "p7", "total"), finding("P01", "error", "YS09", "p7.2", "target"))
    assert marks(piece(page, "YS09-p7-total", "</dd>")) == [1] and "116.64" in piece(page, "YS09-p7-total", "<sup")
    assert marks(piece(page, "YS09-p7.2e2-target", "</td>")) == [2] and "≥91%" in piece(page, "YS09-p7.2e2-target", "<sup")


def test_a_level_that_is_merged_into_the_one_above_is_listed_at_its_table():
    page = with_forms(finding("P05", "warning", "YS09", "p7.3", "level2"), finding("P05", "warning", "YS09", "p7.2", "level2"))
    assert 'href="#YS09"' in item(page, 1) and 'href="#YS09-p7.2e2-level2"' in item(page, 2)
    assert marks(piece(page, "YS09-p7.2e2-level2", "</th>")) == [2]


def test_the_note_on_the_original_is_said_on_the_page():
    made = transcribed_document() | {"original": {"title": "甲", "published_on": None, "address": "", "note": "第三页<不清>"}}
    assert "<p>第三页&lt;不清&gt;</p>" in page_html(made)
