"""Where a figure stands: statement, row and column. Knows no figures."""

from typing import NamedTuple


class Address(NamedTuple):
    """Where a figure stands: statement, row and column, e.g. YS03/2101501/basic."""

    statement: str
    row: str
    column: str

    def __str__(self) -> str:
        return "/".join(self)

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read "YS03/2101501/basic"; raises ValueError on anything else."""
        statement, row, column = text.split("/")
        return cls(statement, row, column)
