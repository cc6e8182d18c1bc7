"""The public portal over 1,000 agencies and ten years: pages beside a static file that nginx serves, and a bulk file beside its bare writers."""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import xlsxwriter
from django.conf import settings
from django.db import connections

from bench.archive import REGIONS, YEARS, build
from bench.batch import all_done, asked_for, worker
from bench.load import PER_SECOND, STREAM_SECONDS, beside_static, for_seconds, p95_while, waits
from bench.row import BenchRow
from bench.serving import Served, missing, serving
from disclosure.releases.bulk.rows import COLUMNS, Part, releases_of, rows_of
from disclosure.releases.bulk.writing import write_all
from disclosure.storage.tests.databases import build_template, drop, point

NAME = "bench_portal"
FIGURES = int(os.environ.get("FIGURES", "10"))  # a release: 100,000 in all; 200 are two million
MEGABYTE = 1024
LEAST_CACHED, LEAST_PLAIN, LEAST_ASKED, MOST_WAIT, MOST_TIMES, MOST_MEMORY = 0.6, 0.02, 0.002, 20, 3, 300
LEAST_PDF_CACHED, LEAST_PDF, MOST_BUSY = 0.8, 0.4, 2
PDF = "v1/disclosure.pdf"
PUBLISHED = int(os.environ.get("PUBLISHED", "24"))  # 120 is a city's hour
CLASS = "210"  # 卫生健康, which the document that is copied spends on
SEARCH, COMPARE, DRILL = "search", "compare", "drill"
ASKED = {
    SEARCH: [f"/search?q={quote(words)}" for words in ("测速1市教育局", "csjyj", "101003", "713.83万元", "医保专项", "设施维护")],
    COMPARE: [
        f"/compare/?a={REGIONS[0]}-101&a={REGIONS[1]}-101&a={REGIONS[2]}-102",
        f"/compare/?a={REGIONS[0]}-101001",
        "/compare/league/expenditure_total/",
    ],
    DRILL: ["/compare/tree/", f"/compare/tree/?year={YEARS[3]}&region={REGIONS[1]}", f"/compare/tree/functional/{CLASS}/"],
}


def measure() -> Iterator[BenchRow]:
    """Pages, waiting times, bulk files."""
    if lacking := missing():
        raise SystemExit(f"The portal's benchmark needs {', '.join(lacking)}: apt-get install nginx-light wrk")
    build_template(NAME)  # type: ignore[no-untyped-call]
    try:
        page = build(FIGURES)
        connections.close_all()
        with tempfile.TemporaryDirectory() as folder, serving(Path(folder), NAME) as served:
            yield _row("release page through the cache", *beside_static(served, served.cached, page), LEAST_CACHED)
            yield _row("release page", *beside_static(served, served.plain, page), LEAST_PLAIN)
            for kind, addresses in ASKED.items():
                slowest = min((beside_static(served, served.plain, each) for each in addresses), key=lambda pair: pair[0] / pair[1])
                yield _row(f"{kind}, the slowest of {len(addresses)}", *slowest, LEAST_ASKED)
                wait, alone = waits(served.plain, addresses)
                yield BenchRow(f"{kind} at 20/s, p95", wait * 1000, "ms", f"median of one reader (≤ {MOST_WAIT} ×)", alone * 1000)
            yield _row("PDF through the cache", *beside_static(served, served.cached, page + PDF), LEAST_PDF_CACHED)
            yield _row("PDF", *beside_static(served, served.plain, page + PDF), LEAST_PDF)
            yield publishing(served, [page, "/", "/published/", page + PDF, *ASKED[SEARCH][:2]])
        yield from bulk()
    finally:
        connections.close_all()
        drop(NAME)  # type: ignore[no-untyped-call]


def publishing(served: Served, addresses: list[str]) -> BenchRow:
    """Readers through the cache while a worker renders and publishes one unit after the other, beside the same readers before."""
    batch = asked_for(range(1, 1 + PUBLISHED))
    quiet = p95_while(served.cached, addresses, for_seconds(STREAM_SECONDS))
    running = worker(NAME)
    busy = p95_while(served.cached, addresses, lambda: running.poll() is None)
    all_done(batch, PUBLISHED)
    name = f"readers at {PER_SECOND}/s while {PUBLISHED} releases are published, p95"
    return BenchRow(name, busy * 1000, "ms", f"the same before (≤ {MOST_BUSY} ×)", quiet * 1000)


def _row(name: str, value: float, static: float, least: float) -> BenchRow:
    return BenchRow(name, value, "/s", f"static file of its size (≥ {least} ×)", static)


def bulk() -> Iterator[BenchRow]:
    """The three files of a year, from the database, in a process of its own; beside plain writers fed from memory."""
    said = json.loads(_in_process("write"))
    yield BenchRow(f"bulk year of {said['rows']:,} rows", said["seconds"], "s", f"bare writers, same rows (≤ {MOST_TIMES} ×)", said["bare"])
    yield BenchRow("bulk year, peak memory", said["megabytes"], "MB", "allowed", MOST_MEMORY)


def _in_process(what: str) -> str:
    """Memory is measured where nothing else was done."""
    command = [sys.executable, "-c", f"from bench import portal_child; portal_child.{what}()"]
    return subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True).stdout  # noqa: S603


def written() -> dict[str, float]:
    """In the child: seconds and memory of the files, then seconds of the bare writers."""
    point(NAME)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        releases = releases_of(Part("year", year=YEARS[-1]))
        _paths, count = write_all(Path(folder), "figures", COLUMNS, rows_of(releases))
        seconds = time.perf_counter() - begun
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
        rows = list(rows_of(releases))
        return {"rows": count, "seconds": seconds, "megabytes": megabytes, "bare": bare(Path(folder), rows)}


def bare(folder: Path, rows: list[tuple[str | int | None, ...]]) -> float:
    """The same rows by csv, xlsxwriter and json alone."""
    begun = time.perf_counter()
    with (folder / "bare.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    book = xlsxwriter.Workbook(str(folder / "bare.xlsx"), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    with (folder / "bare.json").open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False))
    return time.perf_counter() - begun
