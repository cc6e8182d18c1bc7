"""Tables of a document made elsewhere: print above, table below."""

from decimal import Decimal

from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Facts, Prior
from disclosure.core.tests.ledgers import facts
from disclosure.core.transcript import Original, PrintedRow, PrintedTable, Quotation, Transcript
from disclosure.packs.registry import template_for
from disclosure.statements.last_year import LastYear, Others
from disclosure.statements.table import Tables
from disclosure.statements.transcribed import transcribed_tables

SPENT = PrintedTable(
    "YS03",
    (PrintedRow("total", {"total": "30.937"}), PrintedRow("21015", {"total": "30.937"}, "医保事务"), PrintedRow("2010101", {})),
    notes=("注",),
)
BASIC = "基本支出[20](YS03/total/basic)万元，较上年减少[5](YX07/YS03.total.basic/change)万元；财政拨款[8](YS01/fiscal/income)万元。"


def tables(*printed: PrintedTable, text: str = "", complete: tuple[str, ...] = (), last: Prior = Prior()) -> Tables:  # noqa: B008
    """The tables of an original with these tables and this sentence."""
    quotations = (Quotation("3/一/（二）", text),) if text else ()
    transcript = Transcript(Original("原件"), printed, quotations, complete=frozenset(complete))
    filed: Facts = facts(transcript=transcript)
    statements = template_for("jiangxi", filed.kind, filed.scope, filed.year).statements
    return transcribed_tables(statements, filed, transcript, load_chart(2024), Others(LastYear(last.figures, None, last.complete)))


def test_a_printed_table_keeps_names_order_and_decimals() -> None:
    table = tables(SPENT)["YS03"]
    assert [(row.key, row.printed_code, row.name) for row in table.rows.values()] == [
        ("total", "", "合计"), ("21015", "15", "医保事务"), ("2010101", "2010101", "行政运行"),
    ]  # fmt: skip
    cell = table.rows["21015"].cells["total"]
    assert (cell.shown, cell.text, cell.yuan) == (Decimal("30.937"), "30.937", None)
    assert (table.complete, table.absent, table.notes) == (True, "", ("注",))


def test_a_table_that_is_not_printed_is_missing_and_keeps_what_the_text_states() -> None:
    table = tables(SPENT, text=BASIC)["YS01"]
    assert (table.complete, table.absent) == (False, "missing")
    assert table.rows["fiscal"].cells["income"].shown == 8


def test_a_printed_figure_stands_before_the_figure_of_the_text() -> None:
    assert tables(SPENT, text=BASIC)["YS03"].rows["total"].cells["basic"].is_blank
    assert tables(text=BASIC)["YS03"].rows["total"].cells["basic"].shown == 20


def test_an_unprinted_statement_is_complete_when_the_text_names_every_item() -> None:
    assert [tables(complete=("YX05",))[code].complete for code in ("YX05", "YX06")] == [True, False]


def test_last_year_and_the_percentage_follow_from_the_change() -> None:
    cells = tables(text=BASIC)["YX07"].rows["YS03.total.basic"].cells
    assert [cells[column].shown for column in ("current", "prior", "change", "rate")] == [20, 25, -5, -20]


def test_last_year_as_given_stands_before_what_follows() -> None:
    last = Prior({Address("YS03", "total", "basic"): Decimal(240000)})
    assert tables(text=BASIC, last=last)["YX07"].rows["YS03.total.basic"].cells["prior"].shown == 24
