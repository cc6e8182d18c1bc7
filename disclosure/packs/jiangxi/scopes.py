"""The money that a Jiangxi budget speaks of, as picks. 财政拨款 means this year's fiscal money only: carried-over money is not in T4–T9."""

from disclosure.core.pick import Pick
from disclosure.core.words import FISCAL, Flow, Nature, Source, Staffing, Stage, UnitKind, Vintage

SPENDING = Pick(flow=Flow.SPENDING, stage=Stage.INITIAL_BUDGET)
THIS_YEAR_INCOME = (
    *FISCAL, Source.EDUCATION_FEE, Source.INSTITUTIONAL, Source.OPERATING,
    Source.SUBORDINATE_REMITTANCE, Source.SUPERIOR_SUBSIDY, Source.OTHER,
)  # fmt: skip


def this_year(*sources: str) -> Pick:
    """This year's money from these sources."""
    return Pick(source=sources, vintage=Vintage.THIS_YEAR)


def spending(*sources: str, nature: str | None = None, economic: tuple[str, ...] | None = None) -> Pick:
    """Spending from this year's money of these sources."""
    return Pick(flow=Flow.SPENDING, stage=Stage.INITIAL_BUDGET, vintage=Vintage.THIS_YEAR, source=sources, nature=nature, economic=economic)


CARRIED_OVER = Pick(vintage=Vintage.CARRIED_OVER)
BASIC = Pick(nature=Nature.BASIC)
PROJECT = Pick(nature=Nature.PROJECT)
PERSONNEL = Pick(staffing=Staffing.PERSONNEL)
PUBLIC = Pick(staffing=Staffing.PUBLIC)

# 三公 by economic code: overseas trips, reception, running and buying of cars.
ABROAD, RECEPTION, CAR_RUNNING, CAR_PURCHASE = ("30212",), ("30217",), ("30231",), ("31013", "30913")
THREE_PUBLIC = ABROAD + RECEPTION + CAR_RUNNING + CAR_PURCHASE

# 机关运行经费: 公用经费 of 行政单位 and 参公事业单位 (domain: Procedure of 2016).
OPERATING_UNITS = (UnitKind.ADMINISTRATIVE, UnitKind.CIVIL_SERVICE)
OPERATING_EXPENSES = Pick(
    flow=Flow.SPENDING,
    stage=Stage.INITIAL_BUDGET,
    vintage=Vintage.THIS_YEAR,
    source=Source.GENERAL,
    nature=Nature.BASIC,
    staffing=Staffing.PUBLIC,
    unit_kind=OPERATING_UNITS,
)
PROJECT_SPENDING = Pick(flow=Flow.SPENDING, stage=Stage.INITIAL_BUDGET, nature=Nature.PROJECT)
THREE_PUBLIC_SPENDING = spending(*FISCAL, economic=THREE_PUBLIC)


def class_sums(letters: str) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Where the classes of T1 and T4, and of 公开01 and 公开04, come from: the tables that list items."""
    funds = tuple(
        (f"{letters}{number}", "total") for number in ("05", "08" if letters == "YS" else "07", "09" if letters == "YS" else "08")
    )
    return {
        (f"{letters}01", "expenditure"): ((f"{letters}03", "total"),),
        (f"{letters}04", "total"): funds,
        **{(f"{letters}04", fund): (home,) for fund, home in zip(("general", "fund", "soe"), funds, strict=True)},
    }
