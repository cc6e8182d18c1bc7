"""The money that a Jiangxi final account speaks of, as picks. 财政拨款 means what the year spent of it, carried over or not."""

from disclosure.core.pick import Pick
from disclosure.core.words import FISCAL, PERSONNEL_CLASSES, Flow, Nature, Source, Stage, Use
from disclosure.packs.jiangxi.scopes import ABROAD, CAR_PURCHASE, CAR_RUNNING, OPERATING_UNITS, RECEPTION, THREE_PUBLIC

OUTTURN = Pick(stage=Stage.OUTTURN)
SPENDING = Pick(flow=Flow.SPENDING)
INCOME = Pick(flow=Flow.INCOME)
OPENING = Pick(flow=Flow.OPENING_BALANCE)
CLOSING = Pick(flow=Flow.CLOSING_BALANCE)
HAD = Pick(flow=(Flow.INCOME, Flow.SURPLUS_USED, Flow.OPENING_BALANCE))
GONE_OR_LEFT = Pick(flow=(Flow.SPENDING, Flow.SURPLUS_DISTRIBUTED, Flow.CLOSING_BALANCE))
BASIC = Pick(nature=Nature.BASIC)
PROJECT = Pick(nature=Nature.PROJECT)
OPERATING = Pick(nature=Nature.OPERATING)
REMITTED_UPWARD = Pick(nature=Nature.REMITTED_UPWARD)
SUBSIDY_TO_SUBORDINATE = Pick(nature=Nature.SUBSIDY_TO_SUBORDINATE)
# 公开06 puts whole classes into 人员经费 and 公用经费, whatever a line says of itself.
PERSONNEL = Pick(economic=PERSONNEL_CLASSES)
PUBLIC = Pick(but_not=PERSONNEL)
INSTITUTIONAL = (Source.INSTITUTIONAL, Source.EDUCATION_FEE)  # 教育收费 is 事业收入 in final accounts


def income(*sources: str) -> Pick:
    """What was received of these sources."""
    return Pick(flow=Flow.INCOME, source=sources)


def spending_of(*sources: str, nature: str | None = None) -> Pick:
    """What was spent of these sources."""
    return Pick(flow=Flow.SPENDING, stage=Stage.OUTTURN, source=sources, nature=nature)


def flow_of(flow: str, source: str) -> Pick:
    """What flowed, or stood, of one source."""
    return Pick(flow=flow, source=source)


FISCAL_SPENDING = spending_of(*FISCAL)
ALL_SPENDING = Pick(flow=Flow.SPENDING, stage=Stage.OUTTURN)
ALL_PROJECTS = Pick(flow=Flow.SPENDING, stage=Stage.OUTTURN, nature=Nature.PROJECT)
THREE_PUBLIC_SPENDING = Pick(flow=Flow.SPENDING, stage=Stage.OUTTURN, source=FISCAL, economic=THREE_PUBLIC)
OPERATING_EXPENSES = Pick(
    flow=Flow.SPENDING,
    stage=Stage.OUTTURN,
    source=Source.GENERAL,
    nature=Nature.BASIC,
    unit_kind=OPERATING_UNITS,
    but_not=PERSONNEL,
)
RECEPTIONS = {
    "reception": Pick(economic=RECEPTION),
    "reception_domestic": Pick(economic=RECEPTION, but_not=Pick(use=Use.OVERSEAS_RECEPTION)),
    "reception_foreign_affairs": Pick(economic=RECEPTION, use=Use.FOREIGN_AFFAIRS),
    "reception_overseas": Pick(economic=RECEPTION, use=Use.OVERSEAS_RECEPTION),
}
CARS = {
    "cars": Pick(economic=CAR_RUNNING + CAR_PURCHASE),
    "car_purchase": Pick(economic=CAR_PURCHASE),
    "car_running": Pick(economic=CAR_RUNNING),
}
ABROAD_TRIPS = Pick(economic=ABROAD)
