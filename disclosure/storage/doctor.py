"""Asks the database every invariant. Knows no table; changes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from disclosure.storage.invariants import INVARIANTS, Invariant
from disclosure.storage.logins import OFFICE, OWNER


@dataclass(frozen=True)
class Violation:
    """An invariant that does not hold, and where."""

    invariant: Invariant
    where: str

    def __str__(self) -> str:
        return f"{self.invariant.code} {self.invariant.says}——不符：{self.where}。处理：{self.invariant.mend}"


MIGRATED = Invariant("M01", "所有迁移都已执行", "manage.py migrate 后再 manage.py roles", "")


def examine(invariants: Iterable[Invariant] = INVARIANTS) -> Iterator[Violation]:
    """Everything that does not hold; as the owner where this process knows him, else as the office."""
    connection = connections[OWNER if OWNER in connections else OFFICE]
    executor = MigrationExecutor(connection)
    yield from (Violation(MIGRATED, str(each)) for each, _ in executor.migration_plan(executor.loader.graph.leaf_nodes()))
    with connection.cursor() as cursor:
        for invariant in invariants:
            cursor.execute(invariant.query)
            yield from (Violation(invariant, str(where)) for (where,) in cursor.fetchall())
