"""Every mistake planted in a final account is found, by its rule and at its place; the document that it is planted in is clean."""

import pytest

from disclosure.checks.tests.final_plants import PLANTS, clean
from disclosure.checks.tests.planting import Plant
from disclosure.checks.tests.test_planted import found, is_at
from disclosure.core.facts import Facts
from disclosure.exports.shape import Document
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import Around, assemble

Soil = tuple[Facts, Around]


@pytest.fixture(scope="module")
def soil() -> Soil:
    return clean()


@pytest.fixture(scope="module")
def clean_findings(soil: Soil) -> set[tuple[str, str]]:
    return found(document_beside(*soil))


def document_beside(facts: Facts, around: Around) -> Document:
    """The document, judged beside the released ones."""
    return assemble(facts, template_for(facts.pack, facts.kind, facts.scope, facts.year), around=around)


def test_the_soil_is_clean_but_for_rounding(clean_findings: set[tuple[str, str]]) -> None:
    assert {rule for rule, _ in clean_findings} == {"B33", "D05"}  # D05: the sample puts projects everywhere


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_planted_mistake_is_found_at_its_place(plant: Plant, soil: Soil, clean_findings: set[tuple[str, str]]) -> None:
    new = found(document_beside(plant.edit(soil[0]), soil[1])) - clean_findings
    assert any(rule == plant.rule and is_at(place, plant.place) for rule, place in new), sorted(new)
