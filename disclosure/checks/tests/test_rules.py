"""Every rule of figures by its own example, and the conventions that all rules keep."""

import inspect
from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure.checks.conditions import terms_in
from disclosure.checks.mending import MENDING
from disclosure.checks.registry import RULES, check
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.checks.tie_words import LEVELS
from disclosure.checks.ties import tie
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address
from disclosure.core.words import Kind, Scope
from disclosure.packs.registry import template_for
from disclosure.releases.judging import where
from disclosure.releases.rule_book import found_in
from disclosure.releases.rule_examples import YEAR, case_of
from disclosure.statements.words import Row
from tools import rules as page

TIED = [rule for rule in RULES if rule.code != "B33"]
LONGEST = 15
STATEMENTS = [each for kind in Kind for scope in Scope for each in template_for("jiangxi", kind, scope, YEAR).statements]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_right_example_passes(rule: Rule) -> None:
    assert found_in(rule, rule.right) == []


@pytest.mark.parametrize("rule", TIED, ids=lambda rule: rule.code)
def test_the_wrong_example_fails_at_a_place_that_exists(rule: Rule) -> None:
    found = found_in(rule, rule.right, rule.wrong)
    assert found and all(isinstance(each, Found) for each in found)
    case = case_of(rule.right, rule.wrong)
    assert all(exists(case, each.address) for each in found)


def exists(case: Case, address: Address) -> bool:
    """Whether a place is a cell, a whole table or a text of the document."""
    if address.statement == "text":
        return bool(where(case, address))
    return not address.row or address.column in case.tables[address.statement].columns()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_own_code_a_sentence_a_source_and_a_place_on_the_page(rule: Rule) -> None:
    assert [each.code for each in RULES].count(rule.code) == 1
    assert rule.asks and str(rule.source).startswith("《")
    assert f"### {rule.code} {rule.asks}\n" in page.PAGE.read_text(encoding="utf-8")


def test_every_rule_says_how_it_is_mended_and_no_other_does() -> None:
    assert MENDING.keys() == {rule.code for rule in RULES}
    assert all(words.endswith("。") and len(words) > 10 for words in MENDING.values())


def test_every_identity_of_a_budget_has_an_example() -> None:
    wanted = {f"B{number:02d}" for number in range(1, 35)}
    assert wanted == {rule.code for rule in RULES if rule.code[0] == "B"}


def test_every_identity_of_a_final_account_has_an_example_of_one() -> None:
    wanted = {f"F{number:02d}" for number in range(1, 23)}
    assert wanted == {rule.code for rule in RULES if rule.code[0] == "F"}
    assert {rule.right.kind for rule in RULES if rule.code[0] == "F"} == {"final"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_is_longer_than_fifteen_lines(rule: Rule) -> None:
    assert inspect.isfunction(rule.find) is False or len(inspect.getsource(rule.find).splitlines()) <= LONGEST


def test_the_page_of_rules_is_what_the_rules_say() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_address_of_a_tie_stands_in_a_template(rule: Rule) -> None:
    for term in terms_in(rule.find):
        panels = [panel for each in STATEMENTS if each.code == term.statement for panel in each.panels]
        rows = {row.key for panel in panels for row in panel.rows if isinstance(row, Row)}
        assert term.column in {column.key for panel in panels for column in panel.columns}, term
        assert term.row in rows or term.row == "*" or term.row in LEVELS or is_code(term.row), term


def is_code(row: str) -> bool:
    """Whether a row is a code of the year."""
    return any((chart, row) in load_chart(YEAR).codes for chart in ("functional", "economic"))


def test_a_difference_that_rounding_explains_is_one_hint_a_statement() -> None:
    figures = {"YS03/total/total": "30.01", "YS03/total/basic": "20.00", "YS03/total/project": "10.00"}
    hints = [each for each in check(case_of(Example(figures))) if each.level == "hint"]
    assert [(each.rule, each.address.statement) for each in hints] == [("B33", "YS03")]
    assert "1处尾差，最大0.01" in hints[0].message


def test_a_tie_one_cent_beyond_rounding_is_found() -> None:
    case = case_of(Example({"YS03/total/total": "30.03", "YS03/total/basic": "20.00", "YS03/total/project": "10.00"}))
    (found,) = tie("YS03/total/total = YS03/total/basic + YS03/total/project")(case)
    assert isinstance(found, Found)
    assert found.message == (
        "《部门支出总表》“合计”的“合计”为30.03万元，应等于《部门支出总表》“合计”的“基本支出”＋“项目支出”30.00万元，相差0.03万元"
    )


def test_a_side_that_the_document_does_not_give_is_not_checked() -> None:
    case = case_of(Example({"YX08/total/total": "3.00", "YS07/399/total": "3.00", "YS07/399/reception": "3.00"}))
    findings = [each for each in check(case) if each.rule == "B22"]
    assert [each.level for each in findings] == ["not checked"]


def test_rounding_differences_say_how_much() -> None:
    (found,) = tie("YS03/total/total = YS03/total/basic")(case_of(Example({"YS03/total/total": "0.01", "YS03/total/basic": "0.02"})))
    assert found == Rounded(Address("YS03", "total", "total"), Decimal("-0.01"))


@pytest.mark.parametrize("text", ["YS03/total = YS03/total/basic", "YS03/total/total = 5", "YS03/total/total"])
def test_what_is_no_tie_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        tie(text)


def test_a_form_that_leaves_out_the_word_indicator_lacks_nothing() -> None:
    (rule,) = (each for each in RULES if each.code == "P05")
    short = tuple(
        replace(each, level1=each.level1.removesuffix("指标"), level2=each.level2.removesuffix("指标")) for each in rule.right.indicators
    )
    assert found_in(rule, Example(indicators=short)) == []


def test_a_part_that_the_text_states_accuses_no_missing_table() -> None:
    case = case_of(Example({"YS03/201/total": "30.00", "YS03/total/basic": "5.00"}, missing=("YS03",)))
    findings = [each for each in check(case) if each.rule in ("B08", "B10", "C04")]
    assert {each.level for each in findings} == {"not checked"}
