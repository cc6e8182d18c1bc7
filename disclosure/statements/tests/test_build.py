"""Tables from facts: facts above, table below."""

from decimal import Decimal

from hypothesis import given, settings

from disclosure.core import law
from disclosure.core.chart import load_chart
from disclosure.core.facts import Facts, Line
from disclosure.core.money import write_grouped
from disclosure.core.pick import Pick
from disclosure.core.tests.ledgers import PROJECT, facts, line
from disclosure.core.tests.test_rounding import LINES
from disclosure.statements.build import Builder
from disclosure.statements.ledger import open_ledger
from disclosure.statements.table import Table
from disclosure.statements.words import Blank, Column, EachCode, EachItem, Given, Panel, Row, Statement

TOTAL = Row("total", "合计", level="total")
NATURES = (
    Column("total", "合计"),
    Column("basic", "基本支出", Pick(nature="basic")),
    Column("project", "项目支出", Pick(nature="project")),
)


def build(entered: Facts, *rows: object, columns: tuple[Column, ...] = NATURES, scope: Pick = Pick(), rounding: str = "balanced") -> Table:  # noqa: B008
    """One statement of one panel."""
    statement = Statement("YS99", "sample", "样表", (Panel("out", rows, columns, scope),), law.REGULATION_6)
    ledger = open_ledger(entered.lines, entered.agency.units, rounding)
    return Builder(entered, load_chart(entered.year), ledger).table(statement)


def drawn(table: Table) -> list[str]:
    """A table as lines of text: name, then its cells."""
    return [
        " ".join([row.name, *("·" if cell.is_blank else cell.text or write_grouped(cell.shown) for cell in row.cells.values())])
        for row in table.rows.values()
    ]


def test_codes_with_an_amount_have_a_row_each_level_and_a_total() -> None:
    entered = facts(line("10000", "2012604"), line("20000", "2012604", project="p1"), line("30000", "2080505", "30108"))
    assert drawn(build(entered, TOTAL, EachCode("function", (3, 5, 7)))) == [
        "合计 6.00 4.00 2.00",
        "一般公共服务支出 3.00 1.00 2.00",
        "档案事务 3.00 1.00 2.00",
        "档案馆 3.00 1.00 2.00",
        "社会保障和就业支出 3.00 3.00 ·",
        "行政事业单位养老支出 3.00 3.00 ·",
        "机关事业单位基本养老保险缴费支出 3.00 3.00 ·",
    ]


def test_a_line_known_by_its_class_alone_counts_in_the_class() -> None:
    entered = facts(line("10000", economic="302"), line("20000", economic="30201"))
    assert drawn(build(entered, EachCode("economic", (3, 5)))) == ["商品和服务支出 3.00 3.00 ·", "办公费 2.00 2.00 ·"]


def test_the_scope_leaves_lines_out() -> None:
    entered = facts(line("10000"), line("20000", vintage="carried_over"))
    assert drawn(build(entered, TOTAL, scope=Pick(vintage="this_year"))) == ["合计 1.00 1.00 ·"]


def test_blank_is_not_zero() -> None:
    entered = facts(line("0"))
    row = build(entered, TOTAL, Row("none", "没有", Blank())).rows
    assert row["total"].cells["basic"].shown == Decimal(0)
    assert row["total"].cells["project"].is_blank and row["none"].is_empty


def test_projects_have_a_row_when_they_have_money() -> None:
    assert drawn(build(facts(line("10000", project="p1")), EachItem("project"))) == ["馆藏数字化 1.00 · 1.00"]
    assert drawn(build(facts(line("10000"), projects=(PROJECT,)), EachItem("project"))) == []
    assert drawn(build(facts(line("10000"), projects=(PROJECT,)), EachItem("project", keep_empty=True))) == ["馆藏数字化 · · ·"]


def test_given_cells_are_sums_of_entered_figures() -> None:
    entered = facts(line("1"), entered={"procurement.goods": Decimal(10000), "procurement.works": Decimal(5000)})
    both = Row("total", "采购", Given("procurement.goods", "procurement.works", "procurement.services"))
    none = Row("services", "服务", Given("procurement.services"))
    assert drawn(build(entered, both, none, columns=(Column("amount", "金额"),))) == ["采购 1.50", "服务 ·"]


def test_a_whole_chart_can_be_listed_and_numbered() -> None:
    table = build(facts(line("10000")), EachCode("function", (3,), keep_empty=True, numbered=True))
    assert drawn(table)[0] == "一、一般公共服务支出 1.00 1.00 ·"
    assert len(table.rows) == len(load_chart(2024).classes("functional"))


def test_groups_print_their_last_two_digits() -> None:
    rows = build(facts(line("1")), EachCode("function", (3, 5, 7))).rows
    assert [row.printed_code for row in rows.values()] == ["201", "26", "2012604"]


def test_independent_rounding_rounds_each_cell_from_yuan() -> None:
    entered = facts(*(line("33.34", economic=economic) for economic in ("30201", "30202", "30203")))
    assert drawn(build(entered, TOTAL, EachCode("economic", (5,)), columns=NATURES[:1], rounding="independent"))[0] == "合计 0.01"
    assert drawn(build(entered, EachCode("economic", (5,)), columns=NATURES[:1], rounding="independent")) == [
        "办公费 0.00",
        "印刷费 0.00",
        "咨询费 0.00",
    ]


@settings(max_examples=60)
@given(LINES)
def test_every_cell_is_the_sum_of_the_lines_it_accepts(lines: list[Line]) -> None:
    table = build(facts(*lines), TOTAL, EachCode("function", (3, 5, 7)))
    for key, row in table.rows.items():
        for column in NATURES:
            found = [
                each.amount for each in lines if (key == "total" or each.function.startswith(key)) and column.key in ("total", each.nature)
            ]
            assert row.cells[column.key].yuan == (sum(found) if found else None)


@settings(max_examples=60)
@given(LINES)
def test_printed_parts_add_up_to_their_whole(lines: list[Line]) -> None:
    rows = build(facts(*lines), TOTAL, EachCode("function", (3, 5, 7))).rows
    shown = {(key, column): cell.shown or Decimal(0) for key, row in rows.items() for column, cell in row.cells.items()}
    for key in rows:
        below = [each for each in rows if (len(each) == 3 if key == "total" else each[:-2] == key)]
        assert shown[key, "total"] == shown[key, "basic"] + shown[key, "project"]
        assert not below or shown[key, "total"] == sum(shown[each, "total"] for each in below)
