"""The tree of codes in a table: a whole is the sum of its classes, a class of its groups, a group of its items. Knows no table in particular."""

from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.rule import Case, Found, Rounded, Unchecked
from disclosure.checks.tie_words import column_title, quoted, row_title, said, title_of
from disclosure.checks.ties import HALF, Find, Result
from disclosure.core.facts import Address
from disclosure.core.money import ZERO


def hierarchy(*statements: str) -> Find:
    """In every column the whole is the sum of the classes, a class of its groups, a group of its items."""
    return lambda case: (found for code in statements if case.has(code) for found in sums_down(case, code))


def sums_down(case: Case, statement: str) -> Iterator[Result]:
    """A parent whose children are not listed is another rule's finding."""
    columns = tuple(case.tables[statement].columns())
    rows = case.tables[statement].rows
    for parent, children in case.below(statement).items():
        if not parent and "total" not in rows:  # 公开06 adds its classes up by block
            continue
        said: set[tuple[Decimal | None, ...]] = set()
        for column in columns:
            figures = case.read_rows(statement, (parent or "total", *children), column)
            if figures not in said:  # the same figures in two columns are one mistake
                yield from sum_down(case, Address(statement, parent or "total", column), children, figures)
                said.add(figures)


def sum_down(case: Case, address: Address, children: tuple[str, ...], cells: tuple[Decimal | None, ...]) -> Iterator[Result]:
    """One figure, the first of `cells`, against the figures one level below."""
    whole, figures = cells[0], [cell for cell in cells[1:] if cell]
    if whole is None or None in cells:
        yield Unchecked(address)
        return
    difference = whole - sum(figures)
    if difference == ZERO:
        return
    if abs(difference) <= HALF * (len(figures) + 1):
        yield Rounded(address, difference)
        return
    left = f"{title_of(case, address.statement)}{quoted(row_title(case, address))}的{quoted(column_title(case, address.statement, address.column))}"
    others = tuple(address._replace(row=child) for child in children)
    yield Found(said(case, address, left, whole, "应等于下一级各科目之和", sum(figures, ZERO)), address, others)
