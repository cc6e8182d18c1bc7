"""Sums of a panel: every ledger entry goes to the rows and columns that accept it. One pass over the ledger; no names, no printing."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from operator import attrgetter

from disclosure.core.pick import Entry, Keys, Pick, sorter
from disclosure.statements.ledger import Amount, Ledger
from disclosure.statements.words import EachCode, EachItem, Panel, Row, RowWord

Sums = dict[str, dict[str, Amount]]
ITEM_FIELDS = {"project": "project", "unit": "unit"}


def sum_panel(panel: Panel, ledger: Ledger, department: str) -> Sums:
    """Amounts by row key and column key; a pair that no line reaches is absent."""
    columns = sorter((column.key, column.content) for column in panel.columns if isinstance(column.content, Pick))
    rows = row_sorter(panel.rows, department)
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], Amount] = {}
    for entry, amount in ledger.where(panel.scope):
        reached = (rows(entry), columns(entry))
        groups[reached] = groups[reached] + amount if reached in groups else amount
    return _spread(groups.items())


def _spread(groups: Iterable[tuple[tuple[tuple[str, ...], tuple[str, ...]], Amount]]) -> Sums:
    sums: Sums = defaultdict(dict)
    for (rows, columns), amount in groups:
        for row, column in product(rows, columns):
            cells = sums[row]
            cells[column] = cells[column] + amount if column in cells else amount
    return sums


def row_sorter(rows: tuple[RowWord, ...], department: str) -> Keys:
    """Which rows an entry belongs to: its own rows, its codes, its project or unit."""
    fixed = sorter((row.key, row.content) for row in rows if isinstance(row, Row) and isinstance(row.content, Pick))
    prefixes = [_prefixes(row) for row in rows if isinstance(row, EachCode)]
    items = [_item(row, department) for row in rows if isinstance(row, EachItem)]

    def keys(entry: Entry) -> tuple[str, ...]:
        return tuple(key for found in (fixed, *prefixes, *items) for key in found(entry))

    return keys


def _prefixes(row: EachCode) -> Keys:
    code_of = attrgetter(row.codes)
    known: dict[str, tuple[str, ...]] = {}

    def keys(entry: Entry) -> tuple[str, ...]:
        code = code_of(entry)
        if code not in known:
            known[code] = tuple(code[:digits] for digits in row.digits if len(code) >= digits)
        return known[code]

    return keys


def _item(row: EachItem, department: str) -> Keys:
    if row.items == "department":
        return lambda entry: (department,)
    if row.items not in ITEM_FIELDS:
        return lambda entry: ()
    field = attrgetter(ITEM_FIELDS[row.items])
    return lambda entry: (field(entry),)
