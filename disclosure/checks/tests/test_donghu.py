"""A real document: every mistake of the published original is found at its place, and nothing is called an error that is none."""

import pytest

from disclosure.checks.registry import RULES
from disclosure.exports.shape import Document
from disclosure.filings.package import facts_of, read_package
from disclosure.packs.jiangxi.tests.documents import document_of
from tools.published import SAMPLES

ERRORS = {
    ("C02", "YS01", "", ""), ("C02", "YS02", "", ""),  # announced in the contents, not there
    ("B19", "YS06", "301", "total"), ("B19", "YS06", "302", "total"),  # 364.38 of 364.32, 21.30 of 20.20
    ("D02", "YS06", "30112", "total"), ("D02", "YS06", "30211", "total"), ("D02", "YS06", "30302", "total"),
    *(("B24", "YS10", row, "amount") for row in ("income_total", "fiscal", "expenditure_total", "basic")),
    ("B25", "YS11", "p1", "total"),  # 30.937 from nothing
    ("P06", "YX09", "p2", "amount"), ("P07", "YS11", "p1", "total"),  # text without targets, targets without text
    ("N07", "YX07", "YX01.301.total", "change"),  # 86.10 of 83.10
    ("N08", "YX03", "operating", "amount"),  # 22.3 of 21.30
    ("P01", "YS11", "p1.2", "target"), ("P01", "YS11", "p1.4", "target"), ("P02", "YS10", "11", "target"),
    *(("L01", "text", section, number) for section, number in (
        ("3/一/（一）", "1"), ("3/一/（二）", "3"), ("3/一/（二）", "4"), ("3/二", "1"), ("3/二", "2"), ("3/二", "3"), ("3/二", "4"))),
}  # fmt: skip
WARNINGS = [
    ("L02", "text", "1/一", "1"), ("L02", "text", "3/一/（二）", "2"), ("L02", "text", "3/一/（六）", "1"), ("L02", "text", "3/一/（八）", "1"),
    ("P05", "YS10", "1", "level2"),
]  # fmt: skip


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(facts_of(read_package((SAMPLES / "donghu-2024.json").read_bytes())))


def found(document: Document, level: str) -> list[tuple[str, ...]]:
    """Rule and place of the findings of a level."""
    return [tuple(each[name] for name in ("rule", "statement", "row", "column")) for each in document["findings"] if each["level"] == level]


def test_every_error_of_the_original_is_found_and_no_other(document: Document) -> None:
    assert set(found(document, "error")) == ERRORS


def test_suspicious_places_are_warnings(document: Document) -> None:
    assert found(document, "warning") == WARNINGS


def test_hints_are_the_percentages_among_quantities_alone(document: Document) -> None:
    assert {rule for rule, *_ in found(document, "hint")} == {"P09"}


def test_what_the_missing_tables_leave_open_is_not_checked(document: Document) -> None:
    rules = {each["rule"] for each in document["findings"] if each["level"] == "not checked"}
    assert {"B06", "B07", "B09", "B12", "B18"} <= rules and not rules & {"B10", "B19", "B20"}


def test_messages_say_both_figures_and_where_they_stand(document: Document) -> None:
    (said,) = [each["message"] for each in document["findings"] if each["rule"] == "N08"]
    assert said == "文字说明中“机关运行经费”为22.30万元，应等于《一般公共预算基本支出表》“合计”的“公用经费”21.30万元，相差1.00万元"


def test_the_document_says_what_it_is(document: Document) -> None:
    assert (document["origin"], document["original"]["title"]) == ("transcribed", "南昌市东湖区医疗保障局2024年部门预算")
    status = {each["code"]: each["status"] for each in document["statements"]}
    assert (status["YS01"], status["YS03"], status["YS08"]) == ("missing", "present", "empty")


@pytest.mark.parametrize(
    ("name", "words"), [("README.md", "{} errors found"), ("README.zh-CN.md", "找出{}处错误"), ("CHANGELOG.md", "with its {} errors")]
)
def test_the_readme_counts_them_rightly(document: Document, name: str, words: str) -> None:
    assert words.format(len(found(document, "error"))) in (SAMPLES.parent / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "words"), [("README.md", "[{} rules]"), ("README.zh-CN.md", "[{}条规则]"), ("CHANGELOG.md", "- {} rules:")]
)
def test_the_readme_counts_the_rules_rightly(name: str, words: str) -> None:
    assert words.format(len(RULES)) in (SAMPLES.parent / name).read_text(encoding="utf-8")
