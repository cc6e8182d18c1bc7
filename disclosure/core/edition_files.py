"""The packaged files of the government's classification: where they lie and how a line is read; knows nothing of what the codes mean."""

import csv
from functools import cache
from pathlib import Path

EDITIONS = Path(__file__).parent / "editions"

Row = dict[str, str]


class NoEdition(LookupError):
    """A year for which the project carries no book of codes."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"没有{year}年的政府收支分类科目；现有：{'、'.join(str(each) for each in edition_years())}")


@cache
def edition_years() -> tuple[int, ...]:
    return tuple(sorted(int(path.stem) for path in EDITIONS.glob("[0-9]*.csv")))


def edition_path(year: int) -> Path:
    if year not in edition_years():
        raise NoEdition(year)
    return EDITIONS / f"{year}.csv"


def read_rows(path: Path) -> list[Row]:
    """Every line as a dict of stripped texts; spreadsheets like to write a byte order mark, so it is tolerated."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]


def packaged_rows(name: str) -> list[Row]:
    return read_rows(EDITIONS / f"{name}.csv")


def covers(row: Row, year: int) -> bool:
    """Whether a row with first_year and last_year holds in a year; blank is open."""
    return (not row["first_year"] or int(row["first_year"]) <= year) and (not row["last_year"] or year <= int(row["last_year"]))
