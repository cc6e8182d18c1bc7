"""Writes the rows of open data as CSV, XLSX and JSON at once, row by row, so that no file is held in memory. Knows no database."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

import xlsxwriter

from disclosure.exports.licence import LICENCE
from disclosure.exports.tables import safe

MOST_ROWS = 1_000_000  # a sheet holds 1,048,576
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


class Writer(Protocol):
    """Takes rows one after another, and ends."""

    def write(self, row: Sequence[Any]) -> None: ...

    def end(self) -> None: ...


class CsvWriter:
    """UTF-8 with a mark. Text that begins like a formula gets an apostrophe before it."""

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        self.file = path.open("w", encoding="utf-8-sig", newline="")
        self.rows = csv.writer(self.file)
        self.rows.writerow(head)

    def write(self, row: Sequence[Any]) -> None:
        *said, printed, yuan = row
        self.rows.writerow([*(safe(cell) if type(cell) is str else cell for cell in said), printed, yuan])

    def end(self) -> None:
        self.file.close()


class XlsxWriter:
    """Every cell as text or number, never as a formula; a new sheet after a million rows."""

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book, self.head, self.count = xlsxwriter.Workbook(str(path), options), head, 0

    def write(self, row: Sequence[Any]) -> None:
        at = self.count % MOST_ROWS
        if at == 0:
            self.page = self.book.add_worksheet()
            self.page.write_row(0, 0, self.head)
        *said, yuan = row
        for column, cell in enumerate(said):
            if cell != "":
                self.page.write(at + 1, column, cell)
        if yuan:
            self.page.write_number(at + 1, len(said), float(yuan))
        self.count += 1

    def end(self) -> None:
        self.book.close()


class JsonWriter:
    """One object a row; amounts are strings."""

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        self.file: IO[str] = path.open("w", encoding="utf-8")
        self.head, self.between = head, ""
        self.file.write(f'{{"format": "disclosure-figures/1", "licence": {json.dumps(LICENCE, ensure_ascii=False)}, "figures": [\n')

    def write(self, row: Sequence[Any]) -> None:
        self.file.write(self.between + json.dumps(dict(zip(self.head, row, strict=True)), ensure_ascii=False))
        self.between = ",\n"

    def end(self) -> None:
        self.file.write("\n]}\n")
        self.file.close()


WRITERS: Mapping[str, Callable[[Path, Sequence[str]], Writer]] = {"csv": CsvWriter, "xlsx": XlsxWriter, "json": JsonWriter}


def write_all(folder: Path, name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> tuple[dict[str, Path], int]:
    """The three files of the same rows, and how many rows there are."""
    paths = {form: folder / f"{name}.{form}" for form in WRITERS}
    writers: list[Writer] = [make(paths[form], head) for form, make in WRITERS.items()]
    count = 0
    for row in rows:
        for writer in writers:
            writer.write(row)
        count += 1
    for writer in writers:
        writer.end()
    return paths, count
