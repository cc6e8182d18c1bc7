"""B22–B31: 三公, performance funds, projects, procurement, people and assets, and the pairs of functional and economic codes."""

from collections.abc import Iterator

from disclosure.checks.conditions import Either, OfVariant, Unless, Where, all_of
from disclosure.checks.places import has_budget_tables
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.checks.rules.projects import text_and_form_differ
from disclosure.checks.ties import Result, tie
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO

FORWARD, CARRIED = "YS01/carried_forward/expenditure", "有结转下年"
BASIC_PART = (("reception", "30217"), ("abroad", "30212"), ("car_running", "30231"), ("car_purchase", "31013"))
PEOPLE = "YX06/actual/count = YX06/on_duty/count + YX06/retired_cadres/count + YX06/retired/count"
POSTS = "YX06/posts_administrative/count + YX06/posts_institution/count + YX06/posts_institution_full/count + YX06/posts_institution_partial/count"
VEHICLES = ("general", "leader", "official", "confidential", "emergency", "enforcement", "special", "retired", "other")
PAIRS = (
    tie("YS05/2080505/basic = YS06/30108/total"),
    tie("YS05/2080506/basic = YS06/30109/total"),
    tie("YS05/2210201/basic = YS06/30113/total"),
    tie("YS05/2101103/basic = YS06/30111/total"),
    tie("YS05/2101101/basic + YS05/2101102/basic = YS06/30110/total"),
)


def cars_without_cars(case: Case) -> Iterator[Found]:
    """Money to run cars where there are none; cars to buy without money, or money without cars. F14 and F22 ask it of a final account."""
    if not case.has("YX05"):
        return
    vehicles, running = (case.figure(Address(*at)) for at in (("YX05", "vehicles", "count"), ("YX08", "total", "car_running")))
    buying, money = (case.figure(Address(*at)) for at in (("YX05", "vehicles_to_buy", "count"), ("YX08", "total", "car_purchase")))
    if vehicles == ZERO and running:
        yield Found(f"共有车辆0辆，公务用车运行维护费却是{running}万元；请核对", Address("YX08", "total", "car_running"))
    if buying is not None and money is not None and bool(buying) != bool(money):
        yield Found(
            f"安排购置车辆{buying}辆，公务用车购置费{money}万元；两者应同时有或同时没有", Address("YX05", "vehicles_to_buy", "count")
        )


def paired(case: Case) -> Iterator[Result]:
    """Insurance and housing money by function and by economic code, where the function has basic spending at all."""
    for pair in PAIRS:
        if any(case.has(term.statement) and case.figure(term.at("")) for term in pair.left):
            yield from pair(case)


RULES = (
    Rule(
        "B22", "error", "“三公”经费表：合计等于各项之和，小计等于其中各项之和", law.PROCEDURE_2016,
        all_of(
            tie("YS07/*/total = YS07/*/abroad + YS07/*/reception + YS07/*/car_running + YS07/*/car_purchase"),
            OfVariant("cars", tie("YS07/*/abroad = YS07/*/abroad_ordinary + YS07/*/abroad_academic")),
            OfVariant("cars", tie("YS07/*/cars = YS07/*/car_running + YS07/*/car_purchase")),
            tie("YX08/total/total = YX08/total/abroad + YX08/total/reception + YX08/total/car_running + YX08/total/car_purchase"),
            *(tie(f"YX08/total/{column} = YS07/[line]/{column}") for column in ("total", *(each for each, _ in BASIC_PART))),
        ),
        Example({"YS07/399/total": "3.00", "YS07/399/reception": "3.00", "YX08/total/total": "3.00", "YX08/total/abroad": "0",
                 "YX08/total/reception": "3.00", "YX08/total/car_running": "0", "YX08/total/car_purchase": "0"}),
        Example({"YS07/399/total": "5.00"}),
    ),
    Rule(
        "B23", "error", "“三公”经费各项不小于基本支出表中的同一款", law.PROCEDURE_2016,
        all_of(*(tie(f"YS07/[line]/{column} ≥ YS06/{code}/total") for column, code in BASIC_PART)),
        Example({"YS07/399/reception": "3.00", "YS06/30217/total": "2.00"}),
        Example({"YS06/30217/total": "4.00"}),
    ),
    Rule(
        "B24", "error", "部门整体支出绩效目标表的收支与收支预算总表、支出总表相同，表内相加相等", law.PERFORMANCE_2021,
        all_of(
            tie("YS10/income_total/amount = YS01/income_total/income"), tie("YS10/fiscal/amount = YS01/fiscal/income"),
            tie("YS10/expenditure_total/amount = YS01/expenditure_total/expenditure"),
            tie("YS10/basic/amount = YS03/total/basic"), tie("YS10/project/amount = YS03/total/project"),
            tie("YS10/income_total/amount = YS10/fiscal/amount + YS10/other/amount"),
            Unless(FORWARD, CARRIED, tie("YS10/expenditure_total/amount = YS10/basic/amount + YS10/project/amount")),
        ),
        Example({"YS10/expenditure_total/amount": "30.00", "YS10/basic/amount": "30.00", "YS03/total/basic": "30.00",
                 "YS01/expenditure_total/expenditure": "30.00"}),
        Example({"YS10/basic/amount": "28.00"}),
    ),
    Rule(
        "B25", "error", "项目绩效目标表：年度资金总额等于财政拨款、其他资金与上年结转之和，并与情况说明相同", law.PERFORMANCE_2021,
        all_of(tie("YS11/*/total = YS11/*/fiscal + YS11/*/other + YS11/*/carryover", "line"), text_and_form_differ),
        Example({"YS11/p1/total": "10.00", "YS11/p1/fiscal": "10.00"}),
        Example({"YS11/p1/fiscal": "0"}),
    ),
    Rule(
        "B26", "error", "公开的项目资金之和不大于项目支出", law.PERFORMANCE_2021,
        all_of(*(tie(f"{amounts} ≤ YS03/total/project") for amounts in ("YS11/[line]/total", "YX09/[line]/amount"))),
        Example({"YS11/p1/total": "10.00", "YS03/total/project": "12.00"}),
        Example({"YS11/p1/total": "13.00"}),
    ),
    Rule(
        "B27", "error", "政府采购总额等于货物、工程、服务之和，并且不大于支出总计；授予小微企业的不大于授予中小企业的", law.BUDGET_LAW_14,
        all_of(
            tie("YX04/total/amount = YX04/goods/amount + YX04/works/amount + YX04/services/amount"),
            tie("YX04/total/amount ≤ YS01/expenditure_total/expenditure"),
            tie("YX04/total/amount ≤ JS01/expenditure_total/expenditure"),
            OfVariant("micro", tie("YX04/micro/micro ≤ YX04/total/sme")),
        ),
        Example({"YX04/total/amount": "6.00", "YX04/goods/amount": "4.00", "YX04/works/amount": "0", "YX04/services/amount": "2.00",
                 "YS01/expenditure_total/expenditure": "30.00"}),
        Example({"YX04/services/amount": "3.00"}),
    ),
    Rule(
        "B28", "error", "编制、在职、实有人数的小计等于各类人数之和", law.PROCEDURE_2016,
        all_of(
            Where(has_budget_tables, all_of(tie(f"YX06/posts/count = {POSTS}"), tie(f"YX06/on_duty/count = {POSTS.replace('posts_', 'on_duty_')}"))),
            Where(
                has_budget_tables,
                Either(tie(PEOPLE), tie("YX06/actual/count = YX06/on_duty/count")),  # some templates count no pensioners
                Either(tie(f"{PEOPLE} + YX06/pensioners/count"), tie(PEOPLE)),
            ),
        ),
        Example({"YX06/actual/count": "20", "YX06/on_duty/count": "18", "YX06/retired_cadres/count": "0", "YX06/retired/count": "2"}),
        Example({"YX06/retired/count": "3"}),
    ),
    Rule(
        "B29", "error", "车辆总数等于各类用途车辆之和", law.PROCEDURE_2016,
        tie("YX05/vehicles/count = " + " + ".join(f"YX05/vehicles_{key}/count" for key in VEHICLES)),
        Example({"YX05/vehicles/count": "3", **{f"YX05/vehicles_{key}/count": "0" for key in VEHICLES}, "YX05/vehicles_general/count": "3"}),
        Example({"YX05/vehicles_general/count": "2"}),
    ),
    Rule(
        "B30", "warning", "没有车辆就没有运行维护费；安排购置车辆与购置费同时有或同时没有", law.PROCEDURE_2016, cars_without_cars,
        Example({"YX05/vehicles/count": "0", "YX08/total/car_running": "0"}),
        Example({"YX08/total/car_running": "2.00"}),
    ),
    Rule(
        "B31", "warning", "养老保险、职业年金、医疗保险、医疗补助、住房公积金按功能和按经济分类的数相同", law.REGULATION_6, paired,
        Example({"YS05/2210201/basic": "3.00", "YS06/30113/total": "3.00"}),
        Example({"YS06/30113/total": "3.50"}),
    ),
)  # fmt: skip
