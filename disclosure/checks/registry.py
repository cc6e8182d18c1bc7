"""Every rule, once. Adding a rule means adding it to a file of rules/ and that file here."""

from collections.abc import Iterator

from disclosure.checks.rule import Case, Finding, Found, Rounded, Rule, Unchecked
from disclosure.checks.rules import (
    amounts,
    changes,
    comparisons,
    completeness,
    consolidation,
    filled,
    final_codes,
    final_counts,
    final_evaluation,
    final_fiscal,
    final_reached,
    final_sentences,
    final_tables,
    final_years,
    glossary,
    income,
    lints,
    names,
    performance,
    projects,
    rounding,
    sentences,
    spending,
)
from disclosure.checks.tie_words import title_of
from disclosure.core.money import write_grouped

FAMILIES = "BFCDLNP"  # the order in which findings are told


def place_of(code: str) -> tuple[int, str]:
    """Where a rule stands among the others."""
    return FAMILIES.index(code[0]), code


HOMES = (
    income, spending, amounts, consolidation, rounding, final_tables, final_fiscal, final_counts, final_codes, final_years, final_evaluation,
    filled, completeness, glossary, names, lints, comparisons, sentences, changes, final_sentences, performance, projects, final_reached,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(sorted((rule for home in HOMES for rule in home.RULES), key=lambda rule: place_of(rule.code)))


def check(case: Case) -> list[Finding]:
    """All findings, in the order of the rules; rounding differences in one hint a statement, an unknown side once a rule."""
    rounded: dict[str, list[Rounded]] = {}
    findings = [finding for rule in RULES for finding in findings_of(rule, case, rounded)]
    hints = [hint for differences in rounded.values() for hint in gathered(case, differences)]
    return sorted([*findings, *hints], key=lambda finding: place_of(finding.rule))


def findings_of(rule: Rule, case: Case, rounded: dict[str, list[Rounded]]) -> Iterator[Finding]:
    """What one rule has to say; differences that rounding explains join `rounded`."""
    unchecked: dict[str, list[Unchecked]] = {}
    for found in rule.find(case):
        match found:
            case Found():
                yield Finding(rule.code, rule.level, found.message, found.address, str(rule.source), found.others)
            case Rounded():
                rounded.setdefault(found.address.statement, []).append(found)
            case Unchecked():
                unchecked.setdefault(found.address.statement, []).append(found)
    for statement, several in unchecked.items():
        unknown = f"原件没有《{case.tables[statement].declared.title}》的有关数字"
        why = "；".join(dict.fromkeys(each.why or unknown for each in several))
        yield Finding(rule.code, "not checked", f"{why}，没有核对“{rule.asks}”", several[0].address, str(rule.source))


def gathered(case: Case, differences: list[Rounded]) -> Iterator[Finding]:
    """One hint for a statement."""
    first, most = differences[0].address, max(abs(each.difference) for each in differences)
    message = f"{title_of(case, first.statement)}有{len(differences)}处尾差，最大{write_grouped(most)}，是四舍五入造成的"
    yield Finding(rounding.GATHERED.code, rounding.GATHERED.level, message, first, str(rounding.GATHERED.source))
