"""Which figures of other documents a template compares with: those a filing takes from releases. Knows no release and no figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.core.facts import Address
from disclosure.packs.pack import Template
from disclosure.statements.changes import level_of, takes
from disclosure.statements.words import Across, Against, Budgeted, Change, Row, RowWord


@dataclass(frozen=True)
class Needs:
    """The comparisons of a template."""

    changes: tuple[Change, ...]
    executions: tuple[Against, ...]
    budgeted: frozenset[Address]

    def of_last_year(self, address: Address) -> bool:
        """Whether a figure of last year is compared."""
        return any(takes(change, address) for change in self.changes)

    def of_budget(self, address: Address) -> bool:
        """Whether a figure of the budget is compared, or printed."""
        return address in self.budgeted or any(address in word.rows.values() or is_on_level(word, address) for word in self.executions)


def is_on_level(word: Against, address: Address) -> bool:
    """Whether a code, or an item, stands on a level that is compared."""
    level = level_of(address.row) or "line"
    return word.budget == (address.statement, address.column) and level in word.levels


def needs_of(template: Template) -> Needs:
    """What a template compares."""
    rows = list(rows_of(template))
    changes = tuple(row for row in rows if isinstance(row, Change))
    executions = tuple(row for row in rows if isinstance(row, Against) and not row.inside)
    return Needs(changes, executions, frozenset(budgeted(rows)))


def rows_of(template: Template) -> Iterator[RowWord]:
    """Every word for rows in the template."""
    for statement in template.statements:
        for panel in statement.panels:
            yield from panel.rows


def budgeted(rows: list[RowWord]) -> Iterator[Address]:
    """The figures of the budget that a table prints."""
    for row in rows:
        if isinstance(row, Row) and isinstance(row.content, Across):
            for content in row.content.columns.values():
                if isinstance(content, Budgeted):
                    yield from content.addresses
