"""The published documents of a department's units: what its own figures must add up from. Reads releases in force, writes nothing."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from disclosure.checks.rule import UnitDocument
from disclosure.core.facts import Address, Facts
from disclosure.core.money import to_yuan
from disclosure.core.transcript import printed_number
from disclosure.core.words import Origin, Scope
from disclosure.releases.models import Release

CROSSED_OUT = "—"


def unit_documents(facts: Facts) -> tuple[UnitDocument, ...]:
    """The units' documents of the same year and kind that are in force; none for a unit."""
    if facts.scope != Scope.DEPARTMENT:
        return ()
    codes = [unit.code for unit in facts.agency.units]
    found = Release.objects.in_force().filter(
        region=facts.agency.region, agency_code__in=codes, year=facts.year, kind=facts.kind, scope=Scope.UNIT
    )
    return tuple(unit_document(code, document) for code, document in found.order_by("agency_code").values_list("agency_code", "document"))


def unit_document(code: str, document: Mapping[str, Any]) -> UnitDocument:
    """The figures of a released document in 元; those of one made elsewhere are printed 万元."""
    absent = frozenset(each["code"] for each in document["statements"] if each["status"] == "missing")
    return UnitDocument(code, dict(figures_of(document)), document.get("origin") != Origin.TRANSCRIBED, absent)


def figures_of(document: Mapping[str, Any]) -> Iterator[tuple[Address, Decimal]]:
    """Every amount of the tables by its address."""
    for statement in document["statements"]:
        for row in (row for panel in statement["panels"] for row in panel["rows"]):
            for column, text in row["cells"].items():
                exact = row["yuan"].get(column)
                if exact or (column in row["yuan"] and text and text != CROSSED_OUT):
                    yield Address(statement["code"], row["key"], column), Decimal(exact) if exact else to_yuan(printed_number(text))
