"""Loads books of codes: the files given, or everything the project carries. Prints what changed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from disclosure.codes.edition import BadEdition
from disclosure.codes.loading import CodesInUse, Loaded, load_edition, load_packaged


class Command(BaseCommand):
    help = "Load the government's classification: FILE (named by its year, such as 2027.csv), or all packaged books, names and the mapping."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument("--by", default="manage.py load_codes", help="who loads, for the record")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for each in load(options["files"], by=options["by"]):
                self.stdout.write(str(each))
        except (BadEdition, CodesInUse, OSError) as error:
            raise CommandError(str(error)) from error


@transaction.atomic
def load(files: list[Path], *, by: str) -> list[Loaded]:
    return [load_edition(by=by, path=file) for file in files] if files else load_packaged(by=by)
