"""Every planted mistake is found, by its rule and at its place; the document that it is planted in is clean."""

import pytest

from disclosure.checks.registry import RULES
from disclosure.checks.tests import final_plants
from disclosure.checks.tests.planting import Plant
from disclosure.checks.tests.plants import PLANTS, clean
from disclosure.core.facts import Facts
from disclosure.exports.shape import Document
from disclosure.packs.jiangxi.tests.documents import document_of

WANTED = 60
ELSEWHERE = {
    "B32": "needs the documents of units: releases/tests/test_units.py", "B33": "is what the others leave to rounding: test_rules.py",
    "B34": "needs an approval: releases/tests/test_approved_figures.py",
    "F17": "needs an account that carried nothing over: test_final_clean.py",
    "C09": "needs two mistakes, no table and no sentence: its example", "L05": "needs a figure that last year did not have: its example",
    "N20": "needs a release that was corrected: test_carried.py", "N01": "is for what is entered here: test_comparisons.py",
}  # fmt: skip


@pytest.fixture(scope="module")
def soil() -> Facts:
    return clean()


def found(document: Document) -> set[tuple[str, str]]:
    """Rule and place of everything that was found: where it is told, and what it was compared with."""
    told = [each for each in document["findings"] if each["level"] != "not checked"]
    return {(each["rule"], "/".join(at)) for each in told for at in ([each["statement"], each["row"], each["column"]], *each["also"])}


def is_at(place: str, wanted: str) -> bool:
    """Whether a finding stands at a place: the figure, its row, or the section of a sentence."""
    statement, row, column = wanted.split("/", 2)
    if statement == "text" and not row:
        return place.startswith(f"text/{column}/")
    return place == wanted or place.split("/")[:2] == [statement, row]


def test_the_soil_is_clean(soil: Facts) -> None:
    assert {each["rule"] for each in document_of(soil)["findings"] if each["level"] in ("error", "hint")} == set()


def test_there_are_at_least_sixty_kinds() -> None:
    assert len({str(plant) for plant in PLANTS}) >= WANTED


def test_every_rule_finds_a_planted_mistake_or_says_why_not() -> None:
    unplanted = {rule.code for rule in RULES} - {plant.rule for plant in (*PLANTS, *final_plants.PLANTS)}
    assert unplanted == set(ELSEWHERE)


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_planted_mistake_is_found_at_its_place(plant: Plant, soil: Facts) -> None:
    new = found(document_of(plant.edit(soil))) - found(document_of(soil))
    assert any(rule == plant.rule and is_at(place, plant.place) for rule, place in new), sorted(new)
