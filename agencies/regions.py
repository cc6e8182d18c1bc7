"""The regions of GB/T 2260 from the packaged list. Knows no bureau."""

import csv
from pathlib import Path

from agencies.models import Region
from disclosure.audit.acting import acting

PACKAGED = Path(__file__).parent / "data" / "regions.csv"


def load_regions(*, by: str, path: Path = PACKAGED) -> int:
    """Every region of the list, new ones added and names corrected; how many there are. Nothing is deleted: what refers to a code keeps it."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [Region(code=row["code"], name=row["name"]) for row in csv.DictReader(file)]
    with acting(by, why="载入行政区划代码"):
        Region.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=["name"])
    return len(rows)
