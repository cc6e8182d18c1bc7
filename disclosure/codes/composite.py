"""Foreign keys over several columns, which Django's models cannot declare: written in migrations as SQL; knows no particular table."""

from collections.abc import Sequence

from django.db import migrations


def names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def composite_foreign_key(
    table: str,
    columns: Sequence[str],
    target: str,
    target_columns: Sequence[str],
    name: str,
    deferrable: bool = False,
) -> migrations.RunSQL:
    """A row with a NULL among the columns is not checked (MATCH SIMPLE); a deferrable key is checked at commit."""
    if len(columns) != len(target_columns):
        raise ValueError(f"{name}: {len(columns)} columns cannot refer to {len(target_columns)}")
    when = " DEFERRABLE INITIALLY DEFERRED" if deferrable else ""
    key = f'FOREIGN KEY ({names(columns)}) REFERENCES "{target}" ({names(target_columns)}){when}'
    return migrations.RunSQL(
        sql=f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {key}',
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )
