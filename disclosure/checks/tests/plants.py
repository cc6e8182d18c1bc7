"""The planted mistakes, and the clean document that each is planted in."""

from dataclasses import replace
from decimal import Decimal

from bench.filings import INDICATORS, department_of
from bench.transcripts import compared, transcribed
from disclosure.checks.tests.planting import (
    Plant,
    cell,
    new_row,
    noted,
    on_transcript,
    project,
    renamed,
    reworded,
    stated,
    target,
    terms,
    without_rows,
    without_section,
    without_table,
)
from disclosure.core.facts import Address, Facts, Goal, Line, Prior
from disclosure.packs.jiangxi.tests.documents import document_of

UNIT = "399001"
ITEM = "2010302"  # this year's 一般公共预算
SPENT = (
    ("2010101", "30217", "30000"), ("2010101", "30231", "50000"), ("2210201", "30113", "300000"), ("2010101", "30211", "20000"),
)  # fmt: skip


def clean() -> Facts:
    """A department's budget with every kind of money, compared with last year, as a document made elsewhere."""
    facts = department_of(60)
    extra = tuple(Line(UNIT, function, economic, "basic", Decimal(amount)) for function, economic, amount in SPENT)
    lines = (*(replace(line, amount=line.amount * 100) for line in facts.lines if line.economic != "30113"), *extra)
    entered = facts.entered | {"procurement.goods": Decimal(20000), "procurement.services": Decimal(10000)}
    whole = compared(replace(facts, lines=lines, entered=entered))
    return transcribed(whole, document_of(whole))


CELLS = (
    cell("B01", "YS01/fiscal/income"), cell("B01", "YS01/institutional/income"), cell("B02", "YS01/carryover/income"),
    cell("B03", "YS01/expenditure_this_year/expenditure"), cell("B04", "YS01/carried_forward/expenditure"),
    cell("B05", "YS01/income_total/income"), cell("B06", f"YS02/{ITEM}/total"), cell("B07", f"YS02/{ITEM}/fiscal"),
    cell("B08", "YS03/201/total"), cell("B08", "YS02/20101/carryover"), cell("B09", "YS02/total/other"), cell("B10", f"YS03/{ITEM}/project"),
    cell("B11", "YS01/201/expenditure"), cell("B12", f"YS03/{ITEM}/total"), cell("B13", "YS04/general/income"), cell("B13", "YS04/201/fund"),
    cell("B14", "YS04/fiscal/income"), cell("B15", "YS05/total/total"), cell("B16", "YS08/total/total"), cell("B17", "YS09/total/total"),
    cell("B18", f"YS05/{ITEM}/total"), cell("B19", "YS06/301/total"), cell("B19", "YS06/30211/public"), cell("B20", "YS06/total/total"),
    cell("B21", f"YS05/{ITEM}/basic"), cell("B22", "YS07/399/cars"), cell("B23", "YS07/399/reception", "-2.00"),
    cell("B24", "YS10/income_total/amount"), cell("B24", "YS10/project/amount"), cell("B25", "YS11/p1/other"),
    cell("B26", "YS11/p1/total", "900.00"), cell("B31", "YS06/30113/total"),
)  # fmt: skip
CODES = (
    new_row("D01", "YS03/2010190/total"), renamed("D02", "YS06/30211/total", "维修费"),
    renamed("D02", "YS05/2210201/total", "住房补助金"),
    renamed("D04", "YS07/399/total", "安澜市样品局"), without_rows("C04", "YS03/22102/total", 7), without_rows("C05", "YS06/303/total", 5),
)  # fmt: skip
TABLES = (
    without_table("C02", "YS02"), without_table("C02", "YS10"), without_section("C03", "3/一/（七）"), noted("C06", "YS07", "本表为空"),
    terms("C07", "YS03/2210201/total", lambda term: "住房公积金" not in term), terms("C08", "text/4/", bool, "教育支出（类）普通教育（款）小学教育（项）"),
)  # fmt: skip
SENTENCES = (
    stated("B27", "YX04/goods/amount", "5"), stated("B27", "YX04/total/amount", "990"), stated("B28", "YX06/posts_administrative/count", "31"),
    stated("B28", "YX06/retired/count", "8"), stated("B29", "YX05/vehicles_general/count", "4"), stated("B30", "YX05/vehicles_to_buy/count", "2"),
    stated("N06", "YS03/total/basic", "1.23"), stated("N06", "YS04/201/total", "9.87"), stated("N06", "YS08/total/total", "7"),
    stated("N06", "YS01/fiscal/income", "65.43"), stated("N07", "YX07/YX01.302.total/change", "88"), stated("N07", "YX07/YS01.carryover.income/change", "77"),
    stated("N08", "YX03/operating/amount", "880"), stated("N09", "YX07/YX03.operating.amount/rate", "55.55%"), stated("N10", "YX01/302/basic", "3.33"),
    stated("N10", "YX02/total/project", "4.44"), stated("B25", "YX09/p1/amount", "0.01"), stated("P07", "YX09/p2/amount", "0"),
    reworded("N11", "3/一/（四）|YS08/total/total", "政府性基金预算支出", "本部门没有使用政府性基金预算拨款安排的支出"),
    reworded("L01", "3/一/（一）", "较上年预算安排", "较上年预算安排增加（减少）"), reworded("L02", "3/一/（八）", "9月30日", "9月30日（上报截止时间）"),
    reworded("L03", "3/二", "2024年", "2021年"), reworded("L04", "3/一/（六）|YX07/YX03.operating.amount/rate", "下降", "增长"),
    reworded("L06", "3/一/（七）", "。", "，另有4321.09万元。"), reworded("N04", "3/一/（六）|YX03/operating/amount", "按定额核定", "新增办公设备"),
    reworded("N03", "3/一/（六）|YX03/operating/amount", "，主要原因是：按定额核定", ""),
    reworded("N02", "3/二|YX08/total/reception", "，主要原因是：按实际需要安排", ""),
)  # fmt: skip
SENTENCES_MORE = (
    stated("B22", "YX08/total/reception", "9"), stated("N10", "YX02/total/basic", "1.23"), stated("N10", "YX01/302/project", "0.01"),
    stated("N12", "YX07/YS01.income_total.income/change", "55"), stated("N13", "YX07/YS01.fiscal.income/change", "9999"),
    reworded("L03", "3/一/（八）", "截至2023年", "截至2019年"), noted("L01", "YS05", "注：较上年增加（减少）XX"),
)  # fmt: skip
TARGETS = (
    target("P01", 4, target="-100%"), target("P02", 6, target="≥2次"), target("P03", 2, target="-"), target("P04", 5, level2="服务指标"),
    target("P08", 1, target="≤99999万元"), target("P09", 2, target="≥98%"), project("P06", "YX09/p1/amount", goal=None),
    project("P10", "text/projects.p1/plan", plan="共安排资金1234万元。"), project("L01", "text/projects.p1/overview", overview="XX项目概述"),
)  # fmt: skip
PLACES = (
    Plant("C10", "YS02//", on_transcript(lambda said: replace(
        said, tables=tuple(each for each in said.tables if each.statement != "YS02"), pictures=frozenset({"YS02"})))),
    without_section("C01", "3/一/（七）", "YX04/total/amount"), renamed("D03", "YS06/30211/total", "差旅费用"),
    cell("D05", "YS03/2010101/project"), project("P05", "YS11/p1.1/level2", goal=Goal("目标", INDICATORS[:2])),
)  # fmt: skip
MORE = (
    stated("N07", "YX07/YS03.total.basic/change", "77"), stated("B26", "YX09/p1/amount", "900"), stated("N10", "YX01/301/total", "8.88"),
    reworded("N11", "3/一/（五）|YS09/total/total", "国有资本经营预算支出", "本部门没有使用国有资本经营预算拨款安排的支出"),
    project("L06", "text/projects.p1/overview", overview="共需4321.09万元。"), new_row("D04", "YS07/398/total"),
    project("L03", "text/projects.p1/objective", goal=Goal("2019年完成。", INDICATORS)),
)  # fmt: skip
LAST_YEAR = Plant(
    "N05", "YX07/YS03.total.basic/change", lambda facts: replace(facts, prior=Prior({Address("YS03", "total", "basic"): Decimal(1)}))
)
PLANTS = (*CELLS, *CODES, *TABLES, *SENTENCES, *SENTENCES_MORE, *TARGETS, *PLACES, *MORE, LAST_YEAR)
