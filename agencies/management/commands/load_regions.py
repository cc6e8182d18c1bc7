"""manage.py load_regions: the regions of GB/T 2260, as often as one likes."""

from typing import Any

from django.core.management.base import BaseCommand

from agencies.regions import load_regions


class Command(BaseCommand):
    """Loads the packaged list."""

    help = "载入行政区划代码（GB/T 2260）；可重复运行。"

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"载入了{load_regions(by='manage.py load_regions'):,}个行政区划。")
