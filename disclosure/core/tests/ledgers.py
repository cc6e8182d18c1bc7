"""Lines and facts for tests, in a few words: everything not said is the plainest value."""

from datetime import date
from decimal import Decimal

from disclosure.core.facts import Agency, Facts, Line, Member, Prior, Project
from disclosure.core.words import Kind, Scope

UNIT = Member("399001", "安澜市档案馆")
AGENCY = Agency(UNIT.code, UNIT.name, "369900", "江西省安澜市", Member("399", "安澜市档案局"), (UNIT,))
ENTERED = {"headcount.posts.administrative": 3, "procurement.goods": Decimal(0), "assets.vehicles.general": 0}
PROJECT = Project("p1", "馆藏数字化", "把馆藏做成数字副本", "", "", "", "")


def line(amount: str, function: str = "2012604", economic: str = "30201", **said: str) -> Line:
    """A line of 元; project money belongs to p1."""
    said.setdefault("nature", "project" if "project" in said else "basic")
    return Line(UNIT.code, function, economic, amount=Decimal(amount), **said)


def facts(*lines: Line, year: int = 2024, **said: object) -> Facts:
    """A unit's budget with these lines, every section filled; nothing of last year but that it is complete."""
    said = {"projects": (PROJECT,), "prior": Prior(complete=True), "entered": ENTERED, "assets_as_of": date(year - 1, 12, 31)} | said
    return Facts(AGENCY, year, Kind.BUDGET, Scope.UNIT, "jiangxi", lines, **said)
