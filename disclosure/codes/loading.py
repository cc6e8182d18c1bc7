"""Loads books of codes, names and the mapping into the database, all or nothing; knows the ledger only by its refusals."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from django.db import IntegrityError, models, transaction
from psycopg.errors import ForeignKeyViolation

from disclosure.codes.edition import COLUMNS, BadEdition, Edition, read_edition, year_in_name
from disclosure.codes.models import BUDGETS, CONFIDENCES, GROUPS, Code, CodeMapping, CodeName, EditionLoad
from disclosure.core.chart import CHARTS
from disclosure.core.edition_files import Row, edition_path, edition_years, packaged_rows

Record = TypeVar("Record", bound=models.Model)

WORDS = {"budget": {"": "", **BUDGETS}, "group": {"": "", **GROUPS}, "confidence": CONFIDENCES}
YEARS = ("first_year", "last_year")


class CodesInUse(Exception):
    """A book without a code that the ledger uses: nothing was changed."""


class Loaded(NamedTuple):
    title: str
    rows: int
    added: int
    changed: int
    removed: int

    def __str__(self) -> str:
        return f"{self.title}：共{self.rows}条，新增{self.added}，修改{self.changed}，删除{self.removed}"

    @property
    def changed_nothing(self) -> bool:
        return not (self.added or self.changed or self.removed)


def load_edition(*, by: str, year: int | None = None, path: Path | None = None) -> Loaded:
    """Make a year's codes those of the file: a file's year is its name unless given, a year's file is the packaged one.

    Raises BadEdition (with every faulty line), CodesInUse, or NoEdition; nothing is written then.
    """
    if year is None and path is None:
        raise TypeError("load_edition takes a year, a path or both")
    if year is None and path is not None:
        year = year_in_name(path)
    assert year is not None
    return write_edition(read_edition(path or edition_path(year), year, WORDS), by=by)


@transaction.atomic
def write_edition(edition: Edition, *, by: str) -> Loaded:
    existing = list(Code.objects.select_for_update().filter(year=edition.year))
    refuse_a_missing_chart(existing, edition.rows)
    parents_first = sorted(edition.rows, key=lambda row: row["code"])
    wanted = [Code(year=edition.year, **values(row, COLUMNS)) for row in parents_first]
    try:
        added, changed, removed = bring_into_line(existing, wanted, key=("year", "chart", "code"))
    except IntegrityError as error:
        if not isinstance(error.__cause__, ForeignKeyViolation):
            raise
        raise CodesInUse(in_use_message(edition.year, error)) from error
    loaded = Loaded(f"{edition.year}年", len(wanted), added, changed, removed)
    if not loaded.changed_nothing:
        counts = {"added": added, "changed": changed, "removed": removed}
        EditionLoad.objects.create(year=edition.year, by=by, file=edition.file, digest=edition.digest, **counts)
    return loaded


@transaction.atomic
def load_names() -> Loaded:
    wanted = [CodeName(**values(row, row)) for row in packaged_rows("names")]
    key = ("chart", "code", "name")
    return Loaded("别名", len(wanted), *bring_into_line(list(CodeName.objects.all()), wanted, key=key))


@transaction.atomic
def load_mapping() -> Loaded:
    wanted = [CodeMapping(**values(row, row)) for row in packaged_rows("mapping")]
    key = ("economic", "kind_of_unit", "first_year")
    return Loaded("经济分类对应", len(wanted), *bring_into_line(list(CodeMapping.objects.all()), wanted, key=key))


@transaction.atomic
def load_packaged(*, by: str) -> list[Loaded]:
    """Everything the project carries: each year's book, the other names, the mapping."""
    return [*(load_edition(by=by, year=year) for year in edition_years()), load_names(), load_mapping()]


def bring_into_line(existing: Sequence[Record], wanted: Sequence[Record], *, key: Sequence[str]) -> tuple[int, int, int]:
    """Add (in the order given), change and remove until the records are those wanted; (added, changed, removed)."""
    model = type(wanted[0])
    fields = [field.name for field in model._meta.concrete_fields if not (field.primary_key or field.generated or field.name in key)]
    there = {key_of(record, key): record for record in existing}
    new = [record for record in wanted if key_of(record, key) not in there]
    changed = [old for record in wanted if (old := there.pop(key_of(record, key), None)) is not None and adopt(old, record, fields)]
    manager = model._default_manager
    manager.bulk_create(new)
    manager.bulk_update(changed, fields, batch_size=500)
    manager.filter(pk__in=[record.pk for record in there.values()]).delete()
    return len(new), len(changed), len(there)


def key_of(record: models.Model, key: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in key)


def adopt(old: models.Model, new: models.Model, fields: Sequence[str]) -> bool:
    """Take over another record's values; whether anything differed."""
    different = [name for name in fields if getattr(old, name) != getattr(new, name)]
    for name in different:
        setattr(old, name, getattr(new, name))
    return bool(different)


def refuse_a_missing_chart(existing: Sequence[Code], rows: Sequence[Row]) -> None:
    """A file of one chart alone would silently remove the others."""
    missing = {code.chart for code in existing} - {row["chart"] for row in rows}
    if missing:
        raise BadEdition([f"本册缺少整张{CHARTS[chart][0]}，而库中已有" for chart in sorted(missing)])


def in_use_message(year: int, error: IntegrityError) -> str:
    """The database names the key it keeps: “(year, chart, code)=(2024, functional, 2101504)”, in any of its languages."""
    diagnosis = getattr(error.__cause__, "diag", None)
    found = re.search(r"\)=\(\d+, \w+, (\d+)\)", getattr(diagnosis, "message_detail", None) or "")
    return f"{year}年的科目{found[1] if found else ''}已被填报数据使用，不能删除；本册未作任何改动"


def values(row: Row, columns: Iterable[str]) -> dict[str, object]:
    return {column: year_or_none(row[column]) if column in YEARS else row[column] for column in columns}


def year_or_none(text: str) -> int | None:
    return int(text) if text else None
