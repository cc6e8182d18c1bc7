"""What a person hands in for one filing becomes its package: a workbook, JSON, or a CSV that is one sheet; whole, or only the rows that are right."""

from dataclasses import dataclass, field
from typing import Any

from disclosure.core.chart import normalised
from disclosure.filings.csv_cells import read_csv
from disclosure.filings.meaning import Package
from disclosure.filings.package import read_package
from disclosure.filings.package_file import checked_grids, uncollected
from disclosure.filings.problems import PackageRefused, Problem, refuse
from disclosure.filings.workbook_cells import GridRow, Grids, read_cells
from disclosure.filings.workbook_kinds import Pairs, Sheet, readable
from disclosure.filings.workbook_marking import PLACE
from disclosure.filings.workbook_sheets import SHEETS, sheets_of
from disclosure.filings.workbook_table import table_of
from disclosure.filings.workbook_tree import leaves, put
from disclosure.filings.workbook_writing import rows_of, shown_text

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".json")
ROUNDS = 20  # how often what is wrong may show something else that is wrong
MOST_LEFT = 500
Left = dict[tuple[str, int], str]  # by sheet and row, the name of a single value, blank for a row of a list


@dataclass(frozen=True)
class HandedIn:
    """A checked package, and what was left out of it because it is wrong."""

    package: Package
    left: list[Problem] = field(default_factory=list)


def read_handed_in(name: str, data: bytes, now: Package, *, good_only: bool = False) -> HandedIn:
    """`now` is what the filing says: a CSV takes the place of one sheet of it. Raises PackageRefused."""
    if name.lower().endswith(".json"):
        return HandedIn(read_package(data))
    with uncollected():
        return read_grid_file(name, data, now, good_only=good_only)


def read_grid_file(name: str, data: bytes, now: Package, *, good_only: bool) -> HandedIn:
    """A workbook, or a CSV."""
    grids = one_sheet(data, now) if name.lower().endswith(".csv") else read_cells(data)
    return good_rows(grids, now) if good_only else HandedIn(checked_grids(grids)[0])


def one_sheet(data: bytes, now: Package) -> Grids:
    """The sheets of what the filing says now, one of them from the CSV."""
    sheets = sheets_of(now)
    name, rows = read_csv(data, {each.name: each.headings for each in sheets})
    return {each.name: grid_of(each, now) for each in sheets} | {name: rows}


def grid_of(sheet: Sheet, package: Package) -> list[GridRow]:
    """A sheet of a package as it would be read from its workbook."""
    said = [list(sheet.headings)]
    for row in rows_of(sheet, dict(leaves(package)), package):
        texts: list[Any] = ["" if value is None else text_of(declared, value) for declared, value, _steps in row]
        said.append([row[0][0].heading, *texts] if isinstance(sheet, Pairs) else texts)
    return [GridRow(number, {column: cell for column, cell in enumerate(cells, 1) if cell != ""}) for number, cells in enumerate(said, 1)]


def text_of(declared: Any, value: Any) -> Any:
    """Counts as numbers, all else as texts."""
    return float(value) if declared.kind == "count" else shown_text(declared, value)


def good_rows(grids: Grids, now: Package) -> HandedIn:
    """Without the rows that are wrong; single values that are wrong stay what the filing says. Raises PackageRefused where that does not help."""
    left: list[Problem] = []
    out: Left = {}
    for _round in range(ROUNDS):
        try:
            package = checked_grids(without(grids, out))[0]
        except PackageRefused as refused:
            out |= rows_at(refused, without(grids, out))
            left += refused.problems
            continue
        return HandedIn(as_it_is(package, now, out), left[:MOST_LEFT])
    raise refuse("", f"错误太多，去掉{len(out)}行还有错", "请改好再上传")


def without(grids: Grids, out: Left) -> Grids:
    """The sheets without these rows."""
    return {name: [row for row in rows if (name, row.number) not in out] for name, rows in grids.items()}


def rows_at(refused: PackageRefused, grids: Grids) -> Left:
    """The rows that the problems are in; raises the refusal where one is in no row of a table."""
    found: Left = {}
    rows = {sheet.name: rows_below(sheet, grids) for sheet in SHEETS if sheet.name in grids}
    for problem in refused.problems:
        place = PLACE.match(problem.path)
        number = int(place["row"]) if place and place["row"] else 0
        if not place or number not in rows.get(place["sheet"], {}):
            raise refused
        found[place["sheet"], number] = rows[place["sheet"]][number]
    return found


def rows_below(sheet: Sheet, grids: Grids) -> dict[int, str]:
    """The rows of a sheet below its headings, and of a single value its name."""
    table = table_of(sheet.name, readable(sheet, "").headings, grids[sheet.name], [])
    return {row.number: str(table.cell(row, sheet.headings[0])) if isinstance(sheet, Pairs) else "" for row in table.rows}


def as_it_is(package: Package, now: Package, out: Left) -> Package:
    """Single values that were left out say what the filing says, where both count in the same unit."""
    values, said = dict(leaves(now)), dict(leaves(package))
    pairs = {each.name: {normalised(field.heading): field for field in each.fields} for each in SHEETS if isinstance(each, Pairs)}
    for (sheet, _row), name in out.items():
        named = pairs.get(sheet, {}).get(normalised(name))
        is_same = named and (named.kind != "money" or package["amount_unit"] == now["amount_unit"])
        if named and is_same and not named.many and named.steps in values and named.steps not in said:
            put(package, named.steps, values[named.steps])
    return package
