"""manage.py migrate: Django's own, as the owner: no other login may change a table."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate

from disclosure.storage.logins import OWNER


class Command(migrate.Command):
    """Migrates as the owner unless told otherwise."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=OWNER)

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
