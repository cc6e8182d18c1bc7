"""Picks: which lines they accept."""

import pytest

from disclosure.core.pick import Pick, entry_of, sorter
from disclosure.core.tests.ledgers import UNIT, line

KINDS = {UNIT.code: "administrative"}


@pytest.mark.parametrize(
    ("pick", "accepted"),
    [
        (Pick(), True),
        (Pick(economic="302"), True),
        (Pick(economic="30202"), False),
        (Pick(function=("201", "210")), True),
        (Pick(nature="project"), False),
        (Pick(staffing="public"), True),
        (Pick(unit_kind="institution"), False),
        (Pick(but_not=Pick(source="general")), False),
        (Pick(but_not=Pick(source="general", vintage="carried_over")), True),
    ],
)
def test_a_pick_accepts_what_every_field_accepts(pick: Pick, accepted: bool) -> None:
    assert pick.accepts(entry_of(line("1", economic="30201"), KINDS)) is accepted


@pytest.mark.parametrize(
    ("economic", "use", "staffing"),
    [("30101", "", "personnel"), ("30302", "", "personnel"), ("30302", "public", "public"), ("31002", "", "public")],
)
def test_staffing_follows_the_economic_code_unless_the_line_says_otherwise(economic: str, use: str, staffing: str) -> None:
    assert entry_of(line("1", economic=economic, use=use), KINDS).staffing == staffing


def test_a_sorter_names_every_pick_that_accepts() -> None:
    keys = sorter([("all", Pick()), ("goods", Pick(economic="302")), ("fund", Pick(source="fund"))])
    assert keys(entry_of(line("1"), KINDS)) == ("all", "goods")
