"""Every rule, once. Adding a rule means adding it to a file of rules/ and that file here."""

from disclosure.checks.rule import Case, Finding, Rule
from disclosure.checks.rules import comparisons, completeness

RULES: tuple[Rule, ...] = (*completeness.RULES, *comparisons.RULES)


def check(case: Case) -> list[Finding]:
    """All findings, in the order of the rules."""
    return [finding for rule in RULES for finding in rule.findings(case)]
