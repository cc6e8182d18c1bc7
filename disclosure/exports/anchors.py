"""Places of a page: the id of every statement, cell, term and form, and where a figure's address leads. It knows no HTML."""

import re
from collections.abc import Iterable

from disclosure.exports.headings import instead_of
from disclosure.exports.shape import Address, Statement


def cell_id(address: Iterable[str]) -> str:
    """One id for one address: parts joined by a hyphen, every other character than letters and digits spelt out."""
    return "-".join(re.sub(r"[^\w]", lambda found: f".{ord(found[0]):x}", part) for part in address)


def paragraph_id(place: str, number: int) -> str:
    """`place`: the section's; paragraphs are numbered from 1."""
    return cell_id(["text", place, str(number)])


def term_id(index: int) -> str:
    return f"term-{index + 1}"


def form_id(index: int) -> str:
    return f"project-{index + 1}"


def is_tabled(statement: Statement) -> bool:
    """Whether its cells are printed as a table; forms print a face of their own, and what the original lacks has none."""
    return statement["printed"] and not statement["form"] and not instead_of(statement)


def places(statements: Iterable[Statement]) -> frozenset[str]:
    """Every id that a figure may lead to."""
    found: set[str] = set()
    for statement in statements:
        if statement["printed"]:
            found.add(cell_id([statement["code"]]))
        if is_tabled(statement):
            found.update(_cells(statement))
    return frozenset(found)


def _cells(statement: Statement) -> Iterable[str]:
    for panel in statement["panels"]:
        for row in panel["rows"]:
            for column in panel["columns"]:
                yield cell_id([statement["code"], row["key"], column["key"]])


def place_of(address: Address, known: frozenset[str]) -> str:
    """The cell's id; its statement's where the cell is not drawn; "" where nothing of it is on the page."""
    for candidate in (cell_id(address), cell_id(address[:1])):
        if candidate in known:
            return candidate
    return ""
