"""manage.py index_releases: figures and texts of releases that were stored before there was an index. Run again, it does nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from disclosure.releases.indexing import index_missing


class Command(BaseCommand):
    help = "给早先公开的版本补上检索数据；已有的不动。"

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"补了{index_missing()}个版本。")
