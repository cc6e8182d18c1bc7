"""公开09 “三公”经费 and 公开10 国有资产占用情况 of a Jiangxi final account: amounts, counts, and what the format crosses out."""

from collections.abc import Iterator

from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.pick import Pick
from disclosure.packs.jiangxi import final_scopes as scopes
from disclosure.packs.jiangxi.layouts import Layout
from disclosure.statements.words import Across, Budgeted, Column, Content, Dash, Given, Panel, Row, Statement, Stub

FOUR = ("abroad", "car_purchase", "car_running", "reception")
MONEY: tuple[tuple[str, str, Pick, tuple[str, ...]], ...] = (
    ("total", "一、“三公”经费支出", Pick(), FOUR),
    ("abroad", "1.因公出国（境）费", scopes.ABROAD_TRIPS, ("abroad",)),
    ("cars", "2.公务用车购置及运行维护费", scopes.CARS["cars"], ("car_purchase", "car_running")),
    ("car_purchase", "（1）公务用车购置费", scopes.CARS["car_purchase"], ("car_purchase",)),
    ("car_running", "（2）公务用车运行维护费", scopes.CARS["car_running"], ("car_running",)),
    ("reception", "3.公务接待费", scopes.RECEPTIONS["reception"], ("reception",)),
    ("reception_domestic", "（1）国内接待费", scopes.RECEPTIONS["reception_domestic"], ()),
    ("reception_foreign_affairs", "其中：外事接待费", scopes.RECEPTIONS["reception_foreign_affairs"], ()),
    ("reception_overseas", "（2）国（境）外接待费", scopes.RECEPTIONS["reception_overseas"], ()),
)
COUNTS = (
    ("abroad_groups", "1.因公出国（境）团组数（个）"),
    ("abroad_people", "2.因公出国（境）人次数（人）"),
    ("cars_bought", "3.公务用车购置数（辆）"),
    ("cars_held", "4.公务用车保有量（辆）"),
    ("domestic_receptions", "5.国内公务接待批次（个）"),
    ("foreign_affairs_receptions", "其中：外事接待批次（个）"),
    ("domestic_guests", "6.国内公务接待人次（人）"),
    ("foreign_affairs_guests", "其中：外事接待人次（人）"),
    ("overseas_receptions", "7.国（境）外公务接待批次（个）"),
    ("overseas_guests", "8.国（境）外公务接待人次（人）"),
)
DEEP = ("car_purchase", "car_running", "reception_domestic", "reception_overseas")
DEEPER = ("reception_foreign_affairs", "foreign_affairs_receptions", "foreign_affairs_guests")
VEHICLES = (
    ("leader", "1.副部（省）级及以上领导用车"), ("official", "2.主要领导干部用车"), ("confidential", "3.机要通信用车"),
    ("emergency", "4.应急保障用车"), ("enforcement", "5.执法执勤用车"), ("special", "6.特种专业技术用车"), ("retired", "7.离退休干部用车"),
    ("other", "8.其他用车"),
)  # fmt: skip


def money_rows() -> Iterator[Row]:
    """Amounts: of the budget, as adjusted, as spent; receptions by kind are spent alone."""
    for line, (key, name, pick, items) in enumerate(MONEY, 1):
        spent: dict[str, Content] = {"outturn": pick}
        budgeted: dict[str, Content] = {
            "initial": Budgeted(*(Address("YX08", "total", item) for item in ((key,) if key == "total" else items))),
            "adjusted": Given(*(f"three_public.adjusted.{item}" for item in items)),
        }
        crossed: dict[str, Content] = {"initial": Dash(), "adjusted": Dash()}
        level = "total" if key == "total" else "line"
        yield Row(key, name, Across((budgeted if items else crossed) | spent), level, depth_of(key), line)  # type: ignore[arg-type]


def count_rows() -> Iterator[Row]:
    """Counts are of the year's end alone."""
    dashes: dict[str, Content] = {"initial": Dash(), "adjusted": Dash(), "outturn": Dash()}
    yield Row("counts", "二、相关统计数", Across(dashes), line=10)
    for line, (key, name) in enumerate(COUNTS, 11):
        yield Row(
            key, name, Across(dashes | {"outturn": Given(f"three_public.counts.{key}")}), depth=depth_of(key), line=line, kind="count"
        )


def depth_of(key: str) -> int:
    """How far a row is set in."""
    if key in ("total", "counts"):
        return 0
    return 3 if key in DEEPER else 2 if key in DEEP else 1


def three_public(layout: Layout) -> Statement:
    """公开09 财政拨款“三公”经费支出决算表."""
    columns = (Column("initial", "年初预算数"), Column("adjusted", "全年预算数"), Column("outturn", "决算数"))
    note = (
        f"注：本表反映{layout.word}本年度财政拨款“三公”经费支出预决算情况。年初预算数指年初“三公”经费部门预算数（省级单位含上年结转数）；"
        "全年预算数指按规定程序调整调剂后的全年“三公”经费部门预算数；"
        "决算数反映当年预算安排的实际支出数（省级单位含上年结转资金安排的支出数）。"
    )
    stub = (Stub("name", "项目", number="行次"), Stub("line", "栏次", number=""))
    return Statement(
        "JS09", "three_public", "财政拨款“三公”经费支出决算表", source=law.PROCEDURE_2016, number=9, column_numbers=True, notes=(note,),
        zeros="written", panels=(Panel("out", (*money_rows(), *count_rows()), columns, scopes.THREE_PUBLIC_SPENDING, stub),),
    )  # fmt: skip


def assets(layout: Layout, year: int) -> Statement:
    """公开10 国有资产占用情况表."""
    rows = (
        Row("vehicles", "一、车辆数合计（台、辆）", Given(*(f"assets.vehicles.{key}" for key, _ in VEHICLES)), "total", line=1),
        *(
            Row(f"vehicles_{key}", name, Given(f"assets.vehicles.{key}"), depth=1, line=line)
            for line, (key, name) in enumerate(VEHICLES, 2)
        ),
        Row("equipment", "二、单价100万元（含）以上设备（不含车辆）", Given("assets.equipment"), line=10),
    )
    notes = (
        f"注：本表反映截止{year}年12月31日，{layout.word}占用的国有资产情况。",
        f"说明：当此表数据为空时，即本{layout.word}无相关资产。",
    )
    stub = (Stub("name", "项目"), Stub("line", "栏次"))
    return Statement(
        "JS10", "assets", "国有资产占用情况表", source=law.PROCEDURE_2016, number=10, notes=notes, zeros="blank", measure="单位：台、辆、套",
        panels=(Panel("out", rows, (Column("count", "决算数", kind="count"),), stub=stub),),
    )  # fmt: skip
