"""F12–F15 and F22: “三公”经费 of a final account in money and in numbers, and the assets at the end of the year."""

from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.conditions import all_of
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.checks.rules.final_tables import final, less
from disclosure.checks.tie_words import bare, row_title
from disclosure.checks.ties import Result, tie
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped, write_trimmed

BASIC_PART = (("reception", "30217"), ("abroad", "30212"), ("car_running", "30231"), ("car_purchase", "31013"))
VEHICLES = ("leader", "official", "confidential", "emergency", "enforcement", "special", "retired", "other")
COUNTED = (
    ("abroad", ("abroad_groups", "abroad_people")), ("car_purchase", ("cars_bought",)),
    ("reception_domestic", ("domestic_receptions", "domestic_guests")),
)  # fmt: skip
SUMS = all_of(
    *(
        tie(f"JS09/total/{column} = JS09/abroad/{column} + JS09/cars/{column} + JS09/reception/{column}")
        for column in ("adjusted", "outturn")
    ),
    *(tie(f"JS09/cars/{column} = JS09/car_purchase/{column} + JS09/car_running/{column}") for column in ("adjusted", "outturn")),
    tie("JS09/reception/outturn = JS09/reception_domestic/outturn + JS09/reception_overseas/outturn"),
    less(tie("JS09/reception_foreign_affairs/outturn ≤ JS09/reception_domestic/outturn")),
    tie("JS09/foreign_affairs_receptions/outturn ≤ JS09/domestic_receptions/outturn"),
    tie("JS09/foreign_affairs_guests/outturn ≤ JS09/domestic_guests/outturn"),
    tie("JS09/domestic_guests/outturn ≥ JS09/domestic_receptions/outturn"),
)


def outturn(row: str) -> Address:
    """A figure of 公开09 at the end of the year."""
    return Address("JS09", row, "outturn")


def money_or_count_alone(case: Case) -> Iterator[Result]:
    """Money without groups, cars, receptions or guests, or one of these without money."""
    if not case.has("JS09"):
        return
    for item, counts in COUNTED:
        money = spent(case, outturn(item))
        for count in counts:
            number = case.figure(outturn(count))
            if money is not None and number is not None and ((money > ZERO and not number) or (not money and number > ZERO)):
                yield Found(alone(case, item, count, number), outturn(count), (outturn(item),))
    yield from tie("JS09/cars_bought/outturn ≤ JS09/cars_held/outturn")(case)


def spent(case: Case, address: Address) -> Decimal | None:
    """The exact amount where it is known, else the printed one: less than is printed is money too."""
    cell = case.tables.find(address)
    return cell.yuan if cell and cell.yuan is not None else case.figure(address)


def alone(case: Case, item: str, count: str, number: Decimal) -> str:
    """Both figures, and that they belong together."""
    money, title = case.figure(outturn(item)) or ZERO, bare(row_title(case, outturn(count)))
    return f"{bare(row_title(case, outturn(item)))}{write_grouped(money)}万元，{title}却是{write_trimmed(number)}；两者应同时有或同时没有，请核对"


def cars_held_nowhere(case: Case) -> Iterator[Result]:
    """Official cars that are not among the vehicles; money to run cars where there are none."""
    if not case.has("JS09"):
        return
    yield from tie("JS10/vehicles/count ≥ JS09/cars_held/outturn")(case)
    money, cars = case.figure(outturn("car_running")), case.figure(outturn("cars_held"))
    if money and cars == ZERO:
        message = f"公务用车运行维护费{write_grouped(money)}万元，公务用车保有量却是0辆；请核对"
        yield Found(message, outturn("car_running"), (outturn("cars_held"),))


RULES = (
    Rule(
        "F12", "error", "“三公”经费支出决算表：总额、小计等于各项之和，外事接待不大于国内接待，接待人次不少于批次", law.PROCEDURE_2016, SUMS,
        final("JS09/total/outturn", "JS09/reception/outturn", "JS09/reception_domestic/outturn"), Example({"JS09/total/outturn": "33.00"}),
    ),
    Rule(
        "F13", "error", "“三公”经费各项决算数不小于基本支出决算表中的同一款", law.PROCEDURE_2016,
        all_of(*(less(tie(f"JS09/{row}/outturn ≥ JS06/{code}/amount")) for row, code in BASIC_PART)),
        final("JS09/reception/outturn", "JS06/30217/amount"), Example({"JS06/30217/amount": "34.00"}),
    ),
    Rule(
        "F14", "error", "“三公”经费有支出的有团组、车辆、批次和人数，没有支出的没有；购置的车辆不多于保有的车辆", law.PROCEDURE_2016,
        money_or_count_alone,
        Example({"JS09/abroad/outturn": "3.00", "JS09/abroad_groups/outturn": "1", "JS09/abroad_people/outturn": "2"}, kind="final"),
        Example({"JS09/abroad_people/outturn": "0"}),
    ),
    Rule(
        "F15", "error", "国有资产占用情况表：车辆合计等于各类车辆之和", law.PROCEDURE_2016,
        tie("JS10/vehicles/count = " + " + ".join(f"JS10/vehicles_{key}/count" for key in VEHICLES)),
        final("JS10/vehicles/count", "JS10/vehicles_enforcement/count", amount="3"), Example({"JS10/vehicles/count": "4"}),
    ),
    Rule(
        "F22", "warning", "公务用车保有量不多于国有资产中的车辆，有运行维护费的有车辆", law.PROCEDURE_2016, cars_held_nowhere,
        final("JS10/vehicles/count", "JS10/vehicles_enforcement/count", "JS09/cars_held/outturn", amount="3"),
        Example({"JS09/cars_held/outturn": "4"}),
    ),
)  # fmt: skip
