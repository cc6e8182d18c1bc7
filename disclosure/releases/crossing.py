"""Figures of another year under this year's codes: a filing's crosswalk moves them, from the old code to the new and from what stood above it.

It adds and subtracts exact 元 and knows no rounding; what no crosswalk names stays where it is.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from disclosure.core.facts import Address, Crossing
from disclosure.core.money import ZERO
from disclosure.packs.pack import Template

Figures = Mapping[Address, Decimal]
LEVELS = {"function": (3, 5, 7), "economic": (3, 5)}


def crossed(figures: Figures, crosswalk: Iterable[Crossing], template: Template) -> dict[Address, Decimal]:
    """The figures of a document of `template` with every code of the crosswalk exchanged, in the order of the crosswalk."""
    moved = dict(figures)
    for crossing in crosswalk:
        if crossing.what in LEVELS:
            move_code(moved, crossing, template)
        elif crossing.what == "project":
            rename(moved, crossing)
    return moved


def move_code(figures: dict[Address, Decimal], crossing: Crossing, template: Template) -> None:
    """Move what stands at a code; tables that only list classes follow the tables that list items."""
    at_code = {address: amount for address, amount in figures.items() if address.row == crossing.old}
    for address, amount in at_code.items():
        del figures[address]
        shift(figures, address, levels_above(crossing), crossing, amount)
    for (statement, column), homes in template.class_sums.items():
        amount = sum((at_code.get(Address(home, crossing.old, of), ZERO) for home, of in homes), ZERO)
        listed = Address(statement, crossing.old[:3], column)
        if amount and listed in figures:
            shift(figures, listed, (3,), crossing, amount)
    for address, amount in at_code.items():
        add(figures, address._replace(row=crossing.new), amount)


def levels_above(crossing: Crossing) -> tuple[int, ...]:
    """The digits of the codes above the one that moves."""
    return tuple(digits for digits in LEVELS[crossing.what] if digits < len(crossing.old))


def shift(figures: dict[Address, Decimal], address: Address, levels: tuple[int, ...], crossing: Crossing, amount: Decimal) -> None:
    """Take an amount from the codes above the old one and give it to those above the new one."""
    for digits in levels:
        add(figures, address._replace(row=crossing.old[:digits]), -amount)
        add(figures, address._replace(row=crossing.new[:digits]), amount)


def rename(figures: dict[Address, Decimal], crossing: Crossing) -> None:
    """A project under its new key."""
    for address in [each for each in figures if each.row == crossing.old]:
        add(figures, address._replace(row=crossing.new), figures.pop(address))


def add(figures: dict[Address, Decimal], address: Address, amount: Decimal) -> None:
    """Add to a figure; what comes to nothing is not there."""
    total = figures.pop(address, ZERO) + amount
    if total:
        figures[address] = total


def summed(documents: Iterable[Figures]) -> dict[Address, Decimal]:
    """The figures of several agencies that became one."""
    total: dict[Address, Decimal] = {}
    for figures in documents:
        for address, amount in figures.items():
            total[address] = total.get(address, ZERO) + amount
    return total
