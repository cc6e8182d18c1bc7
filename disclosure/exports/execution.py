"""Budget and outturn side by side, from the statements that compare them: those with a column of completion. It knows no template and no site."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from disclosure.exports.anchors import cell_id, places
from disclosure.exports.levels import Words
from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.shape import Document, Row, Statement
from disclosure.exports.tables import table_name

BUDGET, OUTTURN, DIFFERENCE, RATE = "prior", "current", "change", "completion"
DEPTHS = {3: 0, 5: 1, 7: 2}  # of a code that only the budget has
ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")  # of a class in its table; a code says it here
ZERO = "0.00"


@dataclass(frozen=True)
class Bar:
    """`filled` of 100; where more was spent than budgeted, the bar is full and `mark` is where the budget ends."""

    filled: str
    mark: str = ""


@dataclass(frozen=True)
class ExecutionRow:
    """Figures as printed, "" where one is not known; `words` stand in the place of a rate. `anchor`: the cell of the outturn."""

    code: str
    name: str
    depth: int
    is_total: bool
    budget: str
    outturn: str
    difference: str
    rate: str
    words: Words
    bar: Bar | None
    anchor: str


@dataclass(frozen=True)
class ExecutionTable:
    """`titles`: of the budget, the outturn, the difference and the rate."""

    anchor: str
    title: str
    meta: list[str]
    titles: list[str]
    rows: list[ExecutionRow]
    is_comparable: bool
    csv: str

    @property
    def total(self) -> ExecutionRow | None:
        return next((row for row in self.rows if row.is_total), None)


Sources = Mapping[tuple[str, str], Row]


def has_execution(document: Document) -> bool:
    return any(map(compares, document["statements"]))


def compares(statement: Statement) -> bool:
    return any(column["key"] == RATE for panel in statement["panels"] for column in panel["columns"])


def execution_of(document: Document, files: frozenset[str] = frozenset()) -> list[ExecutionTable]:
    """`files`: names of the files of the release; only to these a table leads."""
    sources = {
        (statement["code"], row["key"]): row
        for statement in document["statements"]
        for panel in statement["panels"]
        for row in panel["rows"]
    }
    known = places(document["statements"])
    return [table_of(statement, sources, known, files) for statement in document["statements"] if compares(statement)]


def table_of(statement: Statement, sources: Sources, known: frozenset[str], files: frozenset[str]) -> ExecutionTable:
    panel = next(panel for panel in statement["panels"] if any(column["key"] == RATE for column in panel["columns"]))
    titles = {column["key"]: column["title"] for column in panel["columns"]}
    compared = [row for row in panel["rows"] if amount(row, OUTTURN) or amount(row, BUDGET)]
    rows = [row_of(row, sources, known, unplanned(titles[BUDGET])) for row in compared]
    csv = table_name(statement)
    return ExecutionTable(
        anchor=cell_id([statement["code"]]),
        title=statement["title"],
        meta=statement["head"],
        titles=[titles[key] for key in (BUDGET, OUTTURN, DIFFERENCE, RATE)],
        rows=sorted(
            rows, key=lambda row: (not row.is_total, row.code)
        ),  # what only the budget has comes last, and stands in its place here
        is_comparable=any(amount(row, BUDGET) is not None for row in compared),
        csv=csv if csv in files else "",
    )


def row_of(row: Row, sources: Sources, known: frozenset[str], never_planned: str) -> ExecutionRow:
    """The key of a row is the address of its outturn: STATEMENT.ROW.COLUMN."""
    statement, _dot, rest = row["key"].partition(".")
    key, _dot, column = rest.rpartition(".")
    source = sources.get((statement, key))
    code = (source["code"] if source else key if key.isdigit() else "") or ""
    budget, anchor, rate = amount(row, BUDGET), cell_id([statement, key, column]), row["cells"].get(RATE) or ""
    return ExecutionRow(
        code=code,
        name=ORDINAL.sub("", row["name"]) if code else row["name"],
        depth=source["depth"] if source else DEPTHS.get(len(code), 0),
        is_total=source is not None and source["level"] == "total",
        budget=shown(row, BUDGET),
        outturn=shown(row, OUTTURN),
        difference=shown(row, DIFFERENCE),
        rate=rate,
        words=_("没有预算数可比") if budget is None else "" if budget else never_planned,
        bar=bar_of(rate),
        anchor=anchor if anchor in known else "",
    )


def unplanned(title: str) -> str:
    """年初预算数 → 年初预算未安排."""
    return f"{title.removesuffix('数')}未安排"


def amount(row: Row, column: str) -> Decimal | None:
    """In 元, or as printed where only that is known; None where nothing is."""
    figure = row["yuan"].get(column) or plain_figure(row["cells"].get(column) or "")
    return Decimal(figure) if figure else None


def shown(row: Row, column: str) -> str:
    """As printed; a zero, which tables leave blank, is written, for here blank means unknown."""
    return row["cells"].get(column) or ("" if amount(row, column) is None else ZERO)


def bar_of(rate: str) -> Bar | None:
    figure = plain_figure(rate).removesuffix("%")
    if not figure:
        return None
    percent = max(Decimal(0), Decimal(figure))
    return Bar("100", f"{10000 / percent:.1f}") if percent > 100 else Bar(f"{percent:.1f}")
