"""Counts in the margin: the paragraph's own figures, once each, and only where something is counted."""

from disclosure.exports.page_counts import counted, counts_beside


def statement(code="YX06", kind="count"):
    rows = [
        {"key": key, "name": name, "depth": depth}
        for key, name, depth in (("a", "编制人数小计", 0), ("b", "行政编制人数", 1), ("c", "退休人数", 1))
    ]
    return {"code": code, "title": "机构和人员", "panels": [{"columns": [{"kind": kind}], "rows": rows}]}


def paragraph(*texts):
    return [
        piece
        for key, text in zip("abc", texts, strict=False)
        for piece in (f"{key}有", {"text": text, "cell": ["YX06", key, "count"]}, "人，")
    ]


def test_figures_that_count_become_rows_under_their_unit():
    found = counts_beside(paragraph("15", "13", "2"), counted([statement()]))
    assert found.title == "机构和人员（人）"
    assert found.rows == [("编制人数小计", "15", 0), ("行政编制人数", "13", 1), ("退休人数", "2", 1)]


def test_few_figures_or_nothing_counted_need_no_table():
    known = counted([statement()])
    assert counts_beside(paragraph("15", "13"), known) is None
    assert counts_beside(paragraph("0", "0", "0"), known) is None
    assert counts_beside("没有人。", known) is None


def test_money_is_not_counted():
    assert counts_beside(paragraph("15", "13", "2"), counted([statement(kind="money")])) is None
