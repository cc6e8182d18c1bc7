"""`make bench`: every benchmark once; prints a table and writes var/bench.json. Ratios of one run, never a timed test."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosure.settings")
django.setup()

from django.conf import settings  # noqa: E402  after the set-up

from bench import batch, facts, loads, pdf, portal, tree  # noqa: E402
from bench.row import BenchRow  # noqa: E402

BENCHMARKS = (facts, pdf, tree, loads, batch, portal)
ONLY = os.environ.get("ONLY", "")  # the name of one of them


def line(row: BenchRow) -> str:
    """One line of the table."""
    return f"{row.name:34} {row.value:9.3f} {row.unit:3}  {row.reference:42} {row.reference_value:9.3f}  ratio {row.ratio:.4g}\n"


def main() -> None:
    """Measure, print, keep."""
    rows = [row for benchmark in BENCHMARKS if benchmark.__name__.endswith(ONLY) for row in benchmark.measure()]
    sys.stdout.writelines(line(row) for row in rows)
    target = settings.VAR_DIR / "bench.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    load = os.getloadavg()
    sys.stdout.write(f"{len(rows)} rows in {target.relative_to(settings.BASE_DIR)}; load {load[0]:.1f}\n")


main()
