"""Lines and facts for tests, in a few words: everything not said is the plainest value."""

from datetime import date
from decimal import Decimal

from disclosure.core.facts import Agency, Facts, Goal, Indicator, Line, Member, Prior, Project
from disclosure.core.words import Kind, Scope

UNIT = Member("399001", "安澜市档案馆")
AGENCY = Agency(UNIT.code, UNIT.name, "369900", "江西省安澜市", Member("399", "安澜市档案局"), (UNIT,))
ENTERED = {"headcount.posts.administrative": 3, "procurement.goods": Decimal(0), "assets.vehicles.general": 0}
INDICATORS = (
    Indicator("产出指标", "数量指标", "数字化档案", "≥5000卷"),
    Indicator("产出指标", "质量指标", "合格率", "≥98%"),
    Indicator("产出指标", "时效指标", "按时完成率", "＝100%"),
    Indicator("满意度指标", "服务对象满意度指标", "查档人满意度", "≥90%"),
)
PROJECT = Project("p1", "馆藏数字化", "把馆藏做成数字副本", "", "", "", "", Goal("馆藏全部有数字副本", INDICATORS))


def line(amount: str, function: str = "2012604", economic: str = "30201", **said: str) -> Line:
    """A line of 元; project money belongs to p1."""
    said.setdefault("nature", "project" if "project" in said else "basic")
    return Line(UNIT.code, function, economic, amount=Decimal(amount), **said)


def facts(*lines: Line, year: int = 2024, **said: object) -> Facts:
    """A unit's budget with these lines, every section filled; nothing of last year but that it is complete."""
    projects = (PROJECT,) if any(each.project for each in lines) else ()
    whole = {"projects": projects, "prior": Prior(complete=True), "entered": ENTERED, "assets_as_of": date(year - 1, 12, 31)}
    said = whole | {"duties": ("负责档案的收集、保管和利用。",)} | said
    return Facts(AGENCY, year, Kind.BUDGET, Scope.UNIT, "jiangxi", lines, **said)
