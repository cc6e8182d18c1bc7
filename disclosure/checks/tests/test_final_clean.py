"""Nobody who closes the year's account is accused wrongly: generated final accounts have no error, entered or as printed elsewhere."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bench.filings import final_of
from bench.finals import FLOWS, flow_line, spent_line, whole_final
from bench.transcripts import transcribed
from disclosure.checks.tests.test_clean import UNCHECKED, rules
from disclosure.core.facts import Address, Facts, Indicator, Prior
from disclosure.core.words import Flow
from disclosure.packs.jiangxi.tests.documents import document_of

ITEM = "2010302"
UNITS = (1, 2, 3, 5)


def errors(facts: Facts) -> list[str]:
    """The rules that accuse the account, entered and as printed."""
    document = document_of(facts)
    return rules(document, "error") + rules(document_of(transcribed(facts, document)), "error")


@pytest.mark.parametrize("first", range(1, 100, 10))
def test_generated_final_accounts_have_no_error_entered_or_transcribed(first: int) -> None:
    for size in range(first, first + 10):
        facts = final_of(size * 2, UNITS[size % 4])
        document = document_of(facts)
        assert rules(document, "error") == []
        assert set(rules(document, "not checked")) <= UNCHECKED
        assert rules(document_of(transcribed(facts, document)), "error") == []


@pytest.mark.parametrize("size", [40, 60, 90])
def test_an_account_with_everything_has_no_error_entered_or_transcribed(size: int) -> None:
    assert errors(whole_final(size)) == []


def zero() -> Facts:
    """An account of nothing: every section filled with 0."""
    facts = final_of(1)
    return replace(facts, lines=(), projects=(), entered=dict.fromkeys(facts.entered, 0) | {"organisation.units": 2})


def taken_back() -> Facts:
    """More was taken back than spent: of 事业 money under one code, of receptions paid by a project, of an opening balance."""
    facts = whole_final()
    unit = facts.agency.units[0].code
    letters = [
        ("basic", "2010303", "30201", "institutional", -3_000), ("project", ITEM, "30217", "general", -45_000),
        ("project", ITEM, "30227", "general", 45_000), ("basic", ITEM, "30201", "institutional", 3_000),
    ]  # fmt: skip
    flows = (flow_line(unit, flow, ITEM, "general", -50_000) for flow in ("opening_balance", "closing_balance"))
    last = facts.prior.figures | {Address("JS01", "closing", "expenditure"): Decimal(350_000)}
    evaluated = facts.entered | {"evaluation.p1.local.executed": facts.entered["evaluation.p1.local.executed"]}
    lines = (*facts.lines, *(spent_line(unit, *each) for each in letters), *flows)
    return replace(facts, lines=lines, prior=replace(facts.prior, figures=last), entered=evaluated)


def never_budgeted() -> Facts:
    """A class and a 三公 item that no budget had, explained."""
    facts = whole_final()
    figures = {at: Decimal(0) if at.row in ("201", "reception") else yuan for at, yuan in facts.budget.figures.items()}
    total = Address("YX08", "total", "total")
    figures |= {Address("YX08", "total", "reception"): Decimal(0), total: Decimal(570_000)}
    return replace(facts, budget=Prior(figures, (), complete=True), entered=facts.entered | {"three_public.adjusted.reception": 0})


def first_year() -> Facts:
    """An agency that did not exist last year."""
    facts = whole_final()
    lines = tuple(line for line in facts.lines if line.flow != Flow.OPENING_BALANCE)
    taken = {source: amount for flow, _, source, amount in FLOWS if flow == "opening_balance"}
    more = (flow_line(lines[0].unit, "income", ITEM if source == "general" else "2120803", source, taken[source]) for source in taken)
    return replace(facts, lines=(*lines, *more), prior=Prior(complete=True))


FAIR = {"nothing at all": zero, "red letters": taken_back, "never budgeted": never_budgeted, "the first year": first_year}


@pytest.mark.parametrize("make", FAIR.values(), ids=FAIR)
def test_what_is_right_however_unusual_is_no_error(make: object) -> None:
    assert errors(make()) == []


def test_what_spent_all_it_received_has_no_code_that_did_not() -> None:
    facts = final_of(60)
    last = max(line.function for line in facts.lines)
    moved = (replace(line, function=ITEM) if line.flow == Flow.INCOME and line.function == last else line for line in facts.lines)
    document = document_of(replace(facts, lines=tuple(moved)))
    assert "F17" not in rules(document_of(facts), "hint")
    assert rules(document, "error") == [] and rules(document, "hint").count("F17") == len((ITEM, last))


def test_a_target_that_was_missed_for_a_reason_is_no_error() -> None:
    facts = whole_final()
    missed = Indicator("产出指标", "数量指标", "完成批次", "≥12批", "10批", "设备到货晚，已补做")
    goal = replace(facts.projects[0].goal, indicators=(missed, *facts.projects[0].goal.indicators))
    assert errors(replace(facts, projects=(replace(facts.projects[0], goal=goal), *facts.projects[1:]))) == []
