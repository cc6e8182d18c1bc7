"""A final account with everything in it: every source and balance, money given back, a last year and a budget that differ. Knows no rule."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bench.filings import asked_of, counts_of, final_of, funds_of
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Facts, Line, Prior
from disclosure.core.words import Flow, Nature, Stage
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import build_tables
from disclosure.statements.changes import level_of
from disclosure.statements.table import Tables
from disclosure.statements.words import Against

ITEM, FUND, SOE = "2010302", "2120803", "2230105"
FLOWS = (  # flow, item, source, 元
    ("income", ITEM, "general", 3_200_000), ("opening_balance", ITEM, "general", 300_000), ("closing_balance", ITEM, "general", 100_000),
    ("income", FUND, "fund", 300_000), ("opening_balance", FUND, "fund", 100_000), ("closing_balance", FUND, "fund", 50_000),
    ("income", SOE, "soe", 80_000), ("income", ITEM, "institutional", 120_000), ("surplus_distributed", ITEM, "institutional", 10_000),
    ("closing_balance", ITEM, "institutional", 20_000), ("surplus_used", ITEM, "nonfiscal_surplus", 30_000),
    ("income", ITEM, "operating", 15_000), ("income", ITEM, "other", 40_000), ("income", ITEM, "superior_subsidy", 5_000),
    ("income", ITEM, "subordinate_remittance", 5_000), ("closing_balance", ITEM, "other", 10_000),
)  # fmt: skip
SPENT = (  # nature, item, economic, source, 元
    ("basic", ITEM, "30101", "general", 2_000_000), ("basic", ITEM, "30201", "general", 505_000), ("basic", ITEM, "30201", "general", -5_000),
    ("basic", ITEM, "30302", "general", 200_000), ("basic", ITEM, "30212", "general", 60_000), ("basic", ITEM, "30217", "general", 40_000),
    ("basic", ITEM, "30231", "general", 90_000), ("basic", ITEM, "31013", "general", 180_000), ("project", ITEM, "30226", "general", 330_000),
    ("project", FUND, "31005", "fund", 350_000), ("project", SOE, "30299", "soe", 80_000), ("basic", ITEM, "30201", "institutional", 90_000),
    ("basic", ITEM, "30202", "nonfiscal_surplus", 30_000), ("operating", ITEM, "30299", "operating", 15_000),
    ("remitted_upward", ITEM, "30299", "other", 20_000), ("subsidy_to_subordinate", ITEM, "30299", "other", 10_000),
    ("project", ITEM, "30201", "superior_subsidy", 5_000), ("project", ITEM, "30201", "subordinate_remittance", 5_000),
)  # fmt: skip
OLD, PLANNED = Decimal("0.9"), Decimal("1.1")
WHY = "业务有变化"
FOUR = ("abroad", "car_purchase", "car_running", "reception")
BOUGHT: dict[str, Decimal | int] = {
    "procurement.goods": 200_000, "procurement.services": 100_000, "procurement.sme.goods": 150_000, "procurement.micro": 50_000,
}  # fmt: skip


def whole_final(size: int = 60) -> Facts:
    """The final account of a department of two units, every comparison different and explained; it carries on from what it took over."""
    facts = final_of(size)
    unit = facts.agency.units[0].code
    lines = (*facts.lines, *(spent_line(unit, *each) for each in SPENT), *(flow_line(unit, *each) for each in FLOWS))
    spent = tuple(line for line in lines if line.flow == Flow.SPENDING)
    given = BOUGHT | {f"three_public.adjusted.{key}": 200_000 for key in FOUR}
    entered = {**facts.entered, **dict(counts_of(spent)), **dict(funds_of(spent)), **given}
    return compared(replace(facts, lines=lines, entered=entered, reasons=dict.fromkeys(asked_of(spent), WHY)))


def spent_line(unit: str, nature: str, item: str, economic: str, source: str, amount: int) -> Line:
    """A line of spending; project money belongs to the first project."""
    project = "p1" if nature == Nature.PROJECT else ""
    return Line(unit, item, economic, nature, Decimal(amount), project, source, stage=Stage.OUTTURN)


def flow_line(unit: str, flow: str, item: str, source: str, amount: int) -> Line:
    """A line of income or of a balance."""
    return Line(unit, item, "", "", Decimal(amount), source=source, flow=flow, stage=Stage.OUTTURN)


def compared(facts: Facts) -> Facts:
    """The same account beside a last year of nine tenths and a budget of a tenth more; what was left of last year is what was taken over."""
    tables = build_tables(facts, template_for(facts.pack, facts.kind, facts.scope, facts.year), load_chart(facts.year))
    last = {other: round(yuan * OLD, 2) for other, yuan in figures_of(tables, "YX07")}
    last[Address("JS01", "closing", "expenditure")] = tables.cell(Address("JS01", "opening", "income")).yuan or Decimal(0)
    planned = {other: round(yuan * PLANNED, 2) for code in ("YX10", "YX12", "YX15") for other, yuan in figures_of(tables, code)}
    cars = {Address("YX08", "total", key): Decimal(190_000) for key in FOUR} | {Address("YX08", "total", "total"): Decimal(760_000)}
    return replace(facts, prior=Prior(last, (), complete=True), budget=Prior(planned | cars, (), complete=True))


def figures_of(tables: Tables, code: str) -> Iterator[tuple[Address, Decimal]]:
    """This year's figures of a statement of comparisons in 元, by the address of the other figure."""
    words = [word for panel in tables[code].declared.panels for word in panel.rows if isinstance(word, Against)]
    for key, row in tables[code].rows.items():
        of = Address(*key.split("."))
        other = next((at for word in words if (at := word.other(of.row, level_of(of.row) or "line"))), of)
        yield other, row.cells["current"].yuan or Decimal(0)
