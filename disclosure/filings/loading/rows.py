"""The rows of an export become lines with their places: codes out of "2101501 行政运行", words out of a system's own, totals left out. Knows no register."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from disclosure.core.chart import Chart
from disclosure.core.words import Flow, Nature, Source, Vintage
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approval_sheet import money
from disclosure.filings.loading.columns import ASKED, BY_KEY, WORDS, Remembered, plain
from disclosure.filings.loading.tables import LoadTable
from disclosure.filings.problems import Problem
from disclosure.filings.workbook_cells import GridRow
from disclosure.filings.workbook_limits import column_letters
from disclosure.filings.workbook_places import row_place
from disclosure.filings.workbook_values import Unreadable, folded, is_blank, number_text

TOTALS = re.compile(r"^(?:总计|合计|小计|本页小计|累计)|(?:合计|小计|总计)$")
CODE = re.compile(r"[0-9]+")
NO_PROJECT = ("", "无", "-", "—", "基本支出")
NATURE_OF_SHEET = (("项目支出", Nature.PROJECT), ("基本支出", Nature.BASIC))
SOURCE_OF_SHEET = (("政府性基金", Source.FUND), ("国有资本经营", Source.SOE), ("一般公共预算", Source.GENERAL))


@dataclass(frozen=True, slots=True)
class LoadedRow:
    """One amount in 元 of one agency, and where it stands; `unit` is the code as written."""

    place: str
    unit: str
    function: str
    economic: str
    nature: str
    project: str
    source: str
    vintage: str
    flow: str
    amount: Decimal


@dataclass
class RowsRead:
    """What reading the rows gave: the lines, what is wrong, words nobody knows, and how many totals were left out."""

    rows: list[LoadedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[tuple[str, str], str] = field(default_factory=dict)  # (what, word) → its first place
    totals: int = 0


def read_rows(tables: Iterable[LoadTable], chart: Chart, unit: AmountUnit, remembered: Remembered) -> RowsRead:
    """The lines of all tables."""
    read = RowsRead()
    for table in tables:
        deepest = {code_of(table.cell(row, "function"), "functional", chart) for row in table.rows}
        for row in table.rows:
            if is_total(table, row, deepest, chart):
                read.totals += 1
            elif not all(is_blank(row.cells.get(column)) for column in (*table.columns, *table.economics)):
                RowReader(table, row, chart, unit, remembered, read).take()
    return read


def is_total(table: LoadTable, row: GridRow, deepest: set[str], chart: Chart) -> bool:
    """合计, 小计, or a 类 or 款 whose 项 stand in the table as well."""
    said = (cell for column, cell in row.cells.items() if column != table.column("project"))  # a project may be called so
    if any(TOTALS.search(folded(cell)) for cell in said if isinstance(cell, str) and len(cell) <= 20):
        return True
    code = code_of(table.cell(row, "function"), "functional", chart)
    return len(code) in (3, 5) and any(len(other) == 7 and other.startswith(code) for other in deepest)


def code_of(cell: Any, chart_name: str, chart: Chart) -> str:
    """A code as digits: out of a number, of "2101501 行政运行" or "[2101501]行政运行"; of a name alone where just one code has it."""
    text = f"{cell:.15g}" if isinstance(cell, float) else folded(cell) if isinstance(cell, str) else ""
    found = CODE.search(text)
    if found:
        return found[0]
    longest = 7 if chart_name == "functional" else 5
    named = [code.code for code in chart.codes.values() if code.chart == chart_name and code.name == text and len(code.code) == longest]
    return named[0] if len(named) == 1 else text


@dataclass
class RowReader:
    """One row on its way into lines."""

    table: LoadTable
    row: GridRow
    chart: Chart
    unit: AmountUnit
    remembered: Remembered
    read: RowsRead

    def take(self) -> None:
        """One line, or one for each economic column of a detail table that holds an amount."""
        code = code_of(self.cell("unit"), "unit", self.chart)
        if not re.fullmatch(r"[0-9]{3}(?:[0-9]{3})?", code):
            self.wrong("unit", f"是“{code}”" if code else "没有写", "部门3位数字，单位6位数字")
            return
        said = {key: self.word(key) for key in ("nature", "source", "vintage", "flow")}
        if None in said.values():
            return
        for column, economic in self.amounts():
            self.take_amount(column, economic, code, {key: word or "" for key, word in said.items()})

    def amounts(self) -> Iterator[tuple[int, str]]:
        """The cells that are amounts, with their economic code."""
        if self.table.economics:
            yield from self.table.economics.items()
        elif (column := self.table.column("amount")) is not None:
            yield column, code_of(self.cell("economic"), "economic", self.chart)

    def take_amount(self, column: int, economic: str, unit: str, said: dict[str, str]) -> None:
        cell = self.row.cells.get(column)
        amount = Decimal(0) if is_blank(cell) else self.money_in(cell)
        if amount is None:
            heading = self.table.words.get(column, "金额")
            place = f"{row_place(self.table.sheet, self.row.number)}“{heading}”（{column_letters(column)}{self.row.number}）"
            self.read.problems.append(Problem(place, f"是“{plain(cell) or cell}”", f"填数字，按{self.unit.label}，精确到分"))
        elif amount:
            self.read.rows.append(self.line(unit, economic, said, amount))

    def money_in(self, cell: Any) -> Decimal | None:
        """An amount in 元, None for what is none."""
        try:
            return money(number_text(cell) if isinstance(cell, float) else folded(cell) if isinstance(cell, str) else "?", self.unit)
        except Unreadable:
            return None

    def line(self, unit: str, economic: str, said: dict[str, str], amount: Decimal) -> LoadedRow:
        """The line; what only spending has is blank elsewhere."""
        project = self.cell("project")
        name = project.strip() if isinstance(project, str) and project.strip() not in NO_PROJECT else ""
        flow, spends = said["flow"], said["flow"] == Flow.SPENDING
        nature = (said["nature"] or (Nature.PROJECT if name else Nature.BASIC)) if spends else ""
        return LoadedRow(
            row_place(self.table.sheet, self.row.number), unit, code_of(self.cell("function"), "functional", self.chart),
            economic if spends else "", nature, name if nature == Nature.PROJECT else "", said["source"], said["vintage"] if spends else "", flow,
            amount,
        )  # fmt: skip

    def word(self, key: str) -> str | None:
        """What a word of the system means; None where it is not known, which is asked or told."""
        cell = self.cell(key)
        if is_blank(cell):
            return self.usual(key)
        text = folded(cell) if isinstance(cell, str) else str(cell)
        found = self.remembered.get((key, text)) or WORDS[key].get(text)
        if found is None and key in ASKED:
            self.read.unknown.setdefault((key, text), row_place(self.table.sheet, self.row.number))
        elif found is None:
            self.wrong(key, f"是“{text}”", f"应为 {'、'.join(dict.fromkeys(WORDS[key]))} 之一")
        return found

    def usual(self, key: str) -> str:
        """What is meant where nothing is written: the name of the sheet may say it."""
        name = folded(self.table.sheet)
        if key == "source":
            return next((str(source) for words, source in SOURCE_OF_SHEET if words in name), str(Source.GENERAL))
        if key == "nature":
            return next((str(nature) for words, nature in NATURE_OF_SHEET if words in name), "")
        return str(Vintage.THIS_YEAR) if key == "vintage" else str(Flow.INCOME if "收入" in name and "支出" not in name else Flow.SPENDING)

    def cell(self, key: str) -> Any:
        return self.table.cell(self.row, key)

    def wrong(self, key: str, found: str, expected: str) -> None:
        """Something in a cell of this row."""
        column = self.table.column(key)
        at = f"（{column_letters(column)}{self.row.number}）" if column else ""
        self.read.problems.append(Problem(f"{row_place(self.table.sheet, self.row.number)}“{BY_KEY[key].heading}”{at}", found, expected))


def words_asked(read: RowsRead) -> Sequence[dict[str, Any]]:
    """Words of 资金性质 or 支出性质 that nobody knows, to be asked."""
    return [
        {"what": what, "word": word, "where": place, "why": f"“{BY_KEY[what].heading}”里的“{word}”不认识", "samples": [], "choices": dict(ASKED[what])}
        for (what, word), place in read.unknown.items()
    ]  # fmt: skip
