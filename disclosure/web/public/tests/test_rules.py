"""The page of rules: every rule with its code, why, and what it says of its failing example; no query."""

import re

import pytest

from disclosure.checks.registry import RULES

pytestmark = pytest.mark.django_db


def test_every_rule_stands_on_the_page_at_its_code(client):
    page = client.get("/rules/").content.decode()
    assert re.findall(r'<article class="rule" id="(\w+)">', page) == [rule.code for rule in RULES]
    assert all(rule.asks in page and str(rule.source) in page for rule in RULES)
    assert f"下面{len(RULES)}条规则" in page


def test_the_failing_example_shows_both_figures_and_the_difference(client):
    page = client.get("/rules/").content.decode()
    assert "《收支预算总表》“收入总计”的“预算数”为50.50万元，应等于《收支预算总表》“支出总计”的“预算数”50.00万元，相差0.50万元" in page


def test_the_page_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/rules/")


def test_the_foot_of_every_page_leads_to_the_rules(client):
    assert '<a href="/rules/">检查规则</a>' in client.get("/").content.decode()
