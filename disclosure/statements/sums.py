"""Sums of a panel: every ledger entry goes to the rows and columns that accept it. One pass over the ledger; no names, no printing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter

from disclosure.core.pick import Entry, Keys, Pick, sorter
from disclosure.statements.ledger import Amount, Ledger
from disclosure.statements.words import EachCode, EachItem, Panel, Row

Sums = Mapping[str, Mapping[str, Amount]]
Sum = list[Decimal]
ITEM_FIELDS = {"project": "project", "evaluated_project": "project", "unit": "unit"}


def sum_panel(panel: Panel, ledger: Ledger, department: str) -> Sums:
    """Amounts by row key and column key; a pair that no line reaches is absent."""
    columns = sorter((column.key, column.content) for column in panel.columns if isinstance(column.content, Pick))
    finders = row_finders(panel, department)
    sums: dict[str, dict[str, Sum]] = defaultdict(dict)
    for entry, (yuan, wan) in alike(ledger.where(panel.scope), fields_of(panel)):
        reached = columns(entry)
        for row in (row for find in finders for row in find(entry)):
            cells = sums[row]
            for column in reached:
                if column in cells:
                    cells[column][0] += yuan
                    cells[column][1] += wan
                else:
                    cells[column] = [yuan, wan]
    return {row: {column: Amount(*cell) for column, cell in cells.items()} for row, cells in sums.items()}


def alike(entries: Iterable[tuple[Entry, Amount]], fields: list[str]) -> Iterator[tuple[Entry, Sum]]:
    """One entry for all that look alike to the panel, with their sum."""
    looked_at = attrgetter(*fields) if fields else lambda entry: None
    found: dict[object, tuple[Entry, Sum]] = {}
    for entry, (yuan, wan) in entries:
        seen = looked_at(entry)
        if seen in found:
            total = found[seen][1]
            total[0] += yuan
            total[1] += wan
        else:
            found[seen] = entry, [yuan, wan]
    return iter(found.values())


def fields_of(panel: Panel) -> list[str]:
    """The fields of an entry that decide where in the panel it goes."""
    contents = [column.content for column in panel.columns] + [row.pick for row in panel.rows if isinstance(row, Row)]
    contents += [row.where for row in panel.rows if isinstance(row, EachCode)]
    picks = [content for content in contents if isinstance(content, Pick)]
    codes = [row.codes for row in panel.rows if isinstance(row, EachCode)]
    items = [ITEM_FIELDS[row.items] for row in panel.rows if isinstance(row, EachItem) and row.items in ITEM_FIELDS]
    return sorted({*codes, *items, *(name for pick in picks for name in pick.looks_at)})


def row_finders(panel: Panel, department: str) -> list[Keys]:
    """What finds the rows of an entry: those of their own together, then each code and item."""
    own = sorter((row.key, row.pick) for row in panel.rows if isinstance(row, Row) and row.pick is not None)
    return [own, *(finder(row, department) for row in panel.rows if isinstance(row, (EachCode, EachItem)))]


def finder(row: EachCode | EachItem, department: str) -> Keys:
    """The keys that one word of the rows has for an entry."""
    if isinstance(row, EachCode):
        return code_finder(row)
    if row.items == "department":
        return lambda entry: (department,)
    if row.items in ITEM_FIELDS:
        item = attrgetter(ITEM_FIELDS[row.items])
        return lambda entry: (item(entry),)
    return lambda entry: ()


def code_finder(row: EachCode) -> Keys:
    """A code and those above it, of the wanted digits and where the row looks."""
    code, digits = attrgetter(row.codes), row.digits
    looks = sorter([("", row.where)]) if row.where.conditions or row.where.but_not else None

    def keys(entry: Entry) -> tuple[str, ...]:
        own = code(entry)
        if looks and not looks(entry):
            return ()
        return tuple(own[:each] for each in digits if len(own) >= each)

    return keys
