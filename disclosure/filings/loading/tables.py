"""Where in an export the tables are: the row of headings below whatever titles, each column's meaning, and what has to be asked. Knows no rows below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from disclosure.core.chart import Chart
from disclosure.filings.loading.columns import ASKED, BY_KEY, COLUMNS, Remembered, economic_of, meaning, plain
from disclosure.filings.workbook_cells import GridRow, Grids
from disclosure.filings.workbook_limits import column_letters

TITLES = 30  # rows in which the headings are looked for
FEW = 2  # known headings that make a row of headings
SAMPLES = 3


@dataclass
class LoadTable:
    """A table of a sheet. `economics`: columns that are an economic code each, whose cells are amounts; `unread`: headings nobody knows;
    `skipped`: those that
    somebody said are not read; `words`: every heading as it stands."""

    sheet: str
    head: int
    columns: dict[int, str]
    economics: dict[int, str] = field(default_factory=dict)
    unread: dict[int, str] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    rows: Sequence[GridRow] = ()

    def column(self, key: str) -> int | None:
        """The first column of a key."""
        return next((column for column, each in self.columns.items() if each == key), None)

    def cell(self, row: GridRow, key: str) -> Any:
        column = self.column(key)
        return None if column is None else row.cells.get(column)

    @property
    def missing(self) -> list[str]:
        """The needed columns that are not there; economic columns hold the amounts themselves."""
        there = {*self.columns.values(), *(["amount"] if self.economics else [])}
        return [each.heading for each in COLUMNS if each.needed and each.key not in there]

    @property
    def twice(self) -> list[str]:
        """Keys that two columns claim."""
        said = list(self.columns.values())
        return sorted({key for key in said if said.count(key) > 1}, key=said.index)


def tables_of(grids: Grids, chart: Chart, remembered: Remembered) -> tuple[list[LoadTable], list[str]]:
    """The tables, and the sheets that hold none. Where no sheet has headings that are known, those that look like headings are asked about."""
    found = {name: table_in(name, rows, chart, remembered) for name, rows in grids.items() if rows}
    tables = [table for table in found.values() if table]
    if not tables:
        tables = [looks_like(name, rows) for name, rows in grids.items() if len(rows) > 1][:1]
    read = {table.sheet for table in tables}
    return tables, [name for name, rows in grids.items() if rows and name not in read]


def table_in(name: str, rows: Sequence[GridRow], chart: Chart, remembered: Remembered) -> LoadTable | None:
    """The table below the row that has the most headings; a second row of headings right below counts with it."""
    ranked = [(known(row, chart, remembered), index) for index, row in enumerate(rows[:TITLES])]
    most, at = max(ranked, key=lambda each: (each[0], -each[1]), default=(0, 0))
    if most < FEW:
        return None
    table = LoadTable(name, rows[at].number, {})
    take_headings(table, rows[at], chart, remembered)
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below is not None and below.number == table.head + 1 and continues(table, below, chart, remembered):
        take_headings(table, below, chart, remembered)
        table.head = below.number
    table.rows = [row for row in rows if row.number > table.head]
    return table


def known(row: GridRow, chart: Chart, remembered: Remembered) -> int:
    """How many headings of a row are known."""
    words = [plain(cell) for cell in row.cells.values()]
    return sum(bool(word) and (meaning(word, remembered) is not None or bool(economic_of(word, chart))) for word in words)


def continues(table: LoadTable, below: GridRow, chart: Chart, remembered: Remembered) -> bool:
    """Whether the row below has the rest of the headings, below one that spans them."""
    return bool(known(below, chart, remembered)) and not any_number(below) and not any(column in table.columns for column in below.cells)


def any_number(row: GridRow) -> bool:
    return any(isinstance(cell, float) for cell in row.cells.values())


def take_headings(table: LoadTable, row: GridRow, chart: Chart, remembered: Remembered) -> None:
    """What each heading of a row means."""
    for column, cell in row.cells.items():
        word = plain(cell)
        table.words[column] = table.words.get(column) or word
        key = meaning(word, remembered) if word else ""
        code = economic_of(word, chart) if key is None else ""
        if key:
            table.columns.setdefault(column, key)
        elif code:
            table.economics[column] = code
        elif key is None and column not in table.columns:
            table.unread[column] = word
        elif ("heading", word) in remembered:
            table.skipped[column] = word
    table.unread = {column: word for column, word in table.unread.items() if column not in table.columns and column not in table.economics}


def looks_like(name: str, rows: Sequence[GridRow]) -> LoadTable:
    """A table with headings that nobody knows: the row with the most texts before the numbers begin."""
    first = next((index for index, row in enumerate(rows) if any_number(row)), len(rows) - 1)
    head = max(rows[: max(first, 1)][:TITLES], key=lambda row: sum(isinstance(cell, str) for cell in row.cells.values()))
    unread = {column: word for column, cell in head.cells.items() if (word := plain(cell))}
    return LoadTable(name, head.number, {}, unread=unread, words=dict(unread), rows=[row for row in rows if row.number > head.number])


def questions(tables: Sequence[LoadTable]) -> list[dict[str, Any]]:
    """What has to be said before the tables can be read: headings nobody knows where something needed is missing, and two for the same."""
    asked = [question for table in tables for question in of_table(table)]
    return list({each["word"]: each for each in asked}.values())


def of_table(table: LoadTable) -> Iterator[dict[str, Any]]:
    """Every heading nobody knows where a column is missing that may be it; two headings for the same column."""
    missing = [*table.missing, *(["经济科目"] if table.column("economic") is None and not table.economics else [])]
    for column in (*table.unread, *table.skipped) if missing else ():
        yield question(table, column, f"没有认出“{'”“'.join(missing)}”")
    for key in table.twice:
        for column in (column for column, each in table.columns.items() if each == key):
            yield question(table, column, f"有两栏都像“{BY_KEY[key].heading}”")


def question(table: LoadTable, column: int, why: str) -> dict[str, Any]:
    """A heading with where it stands and what stands below it."""
    samples = [shown(cell) for row in table.rows if (cell := row.cells.get(column)) not in (None, "")][:SAMPLES]
    place = f"工作表“{table.sheet}”第{table.head}行{column_letters(column)}列"
    return {
        "what": "heading",
        "word": table.words[column],
        "where": place,
        "why": why,
        "samples": samples,
        "choices": dict(ASKED["heading"]),
    }


def shown(cell: Any) -> str:
    """A cell as a person would read it."""
    return f"{cell:,.15g}" if isinstance(cell, float) else str(cell)
