"""What is compared between agencies and years: each measure by its address in a budget and in a final account. It knows no document and no page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from disclosure.exports.levels import Words

Address = tuple[str, str, str]
BY_FUNCTION: Mapping[str, str] = {"budget": "YS03", "final": "JS03"}
CHANGES = "YX07"


@dataclass(frozen=True)
class Measure:
    """`addresses`: statement, row and column by kind of document; a kind without one does not have it. `unit`: 万元 or 人."""

    key: str
    title: Words
    group: str
    addresses: Mapping[str, Address]
    level: int = 2
    unit: str = "万元"

    @property
    def is_total(self) -> bool:
        return self.level == 1


def _both(key: str, title: Words, group: str, budget: str, final: str = "", level: int = 2, unit: str = "万元") -> Measure:
    given = {"budget": budget, "final": final or budget}
    return Measure(key, title, group, {kind: _address(place) for kind, place in given.items()}, level, unit)


def _address(place: str) -> Address:
    statement, row, column = place.split("/")
    return statement, row, column


GROUPS: Mapping[str, Words] = {
    "income": _("收入"),
    "nature": _("支出，按性质"),
    "function": _("支出，按功能"),
    "matters": _("重点事项"),
    "people": _("人员"),
}
MEASURES = (
    _both("income_total", _("收入总计"), "income", "YS01/income_total/income", "JS01/income_total/income", 1),
    _both("fiscal", _("财政拨款"), "income", "YS01/fiscal/income", "JS02/total/fiscal"),
    _both("carryover", _("上年结转（结余）"), "income", "YS01/carryover/income", "JS01/opening/income"),
    _both("expenditure_total", _("支出总计"), "nature", "YS01/expenditure_total/expenditure", "JS01/expenditure_total/expenditure", 1),
    _both("basic", _("基本支出"), "nature", "YS03/total/basic", "JS03/total/basic"),
    _both("project", _("项目支出"), "nature", "YS03/total/project", "JS03/total/project"),
    _both("three_public", _("“三公”经费"), "matters", "YX08/total/total", "JS09/total/outturn", 1),
    _both("abroad", _("因公出国（境）费"), "matters", "YX08/total/abroad", "JS09/abroad/outturn", 3),
    _both("reception", _("公务接待费"), "matters", "YX08/total/reception", "JS09/reception/outturn", 3),
    _both("car_running", _("公务用车运行维护费"), "matters", "YX08/total/car_running", "JS09/car_running/outturn", 3),
    _both("car_purchase", _("公务用车购置费"), "matters", "YX08/total/car_purchase", "JS09/car_purchase/outturn", 3),
    _both("operating", _("机关运行经费"), "matters", "YX03/operating/amount"),
    _both("procurement", _("政府采购总额"), "matters", "YX04/total/amount"),
    _both("on_duty", _("在职人数"), "people", "YX06/on_duty/count", unit="人"),
)
BY_KEY: Mapping[str, Measure] = {measure.key: measure for measure in MEASURES}
# What a league can be made of: amounts that stand alone and that every document has.
LEAGUES = (
    "expenditure_total",
    "basic",
    "project",
    "three_public",
    "reception",
    "car_running",
    "car_purchase",
    "abroad",
    "operating",
    "procurement",
)


def change_row(address: Address) -> str:
    """The row of YX07 that sets this figure beside last year's."""
    return ".".join(address)
