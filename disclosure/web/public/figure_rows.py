"""Figures of documents in force as plain rows: hundreds are read for a comparison, and a model of each would cost more than its row. Knows no page."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from disclosure.pub.browsed_models import count_of, yuan_of
from disclosure.pub.models import Figure


class FigureRow(NamedTuple):
    """What comparisons ask of a `pub.Figure`, under the same names."""

    release_id: int
    region: str
    region_name: str
    agency_code: str
    agency_name: str
    statement: str
    row: str
    column: str
    text: str
    fen: int | None
    is_exact: bool
    is_main: bool

    @property
    def yuan(self) -> Decimal | None:
        """The amount in 元, of money alone."""
        return yuan_of(self.fen)

    @property
    def counted(self) -> int | None:
        """A count as a number; None where it is none."""
        return count_of(self.text)


def figure_rows(found: QuerySet[Figure]) -> Iterator[FigureRow]:
    """One question to the database, in no order."""
    return map(FigureRow._make, found.order_by().values_list(*FigureRow._fields))


class Entry(NamedTuple):
    """A document's place in an order. `fen`: its amount in hundredths of a 元."""

    release: int
    fen: int


def entries(found: QuerySet[Figure], sort: str) -> list[Entry]:
    """One figure of each document, in order of `amount`, or "" of region and code. One question to the database."""
    order = ("-fen", "region", "agency_code") if sort == "amount" else ("region", "agency_code")
    return [Entry(release, fen or 0) for release, fen in found.order_by(*order).values_list("release_id", "fen")]
