"""How long facts take to become a document: 5,000 lines, the time a line takes beside that of 500 lines, and all rules over them, entered and as printed."""

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

from bench.filings import filing_of, final_of
from bench.row import BenchRow
from bench.transcripts import transcribed
from disclosure.checks.registry import check
from disclosure.core.chart import load_chart
from disclosure.core.facts import Facts
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import assemble, build_tables
from disclosure.releases.judging import case_for

ROUNDS = 9
LARGE, SMALL = 5_000, 500
FINAL_SPENT, FINAL_UNITS = 4_000, 40  # as many lines again are income


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run, which neighbours disturb least; the rubbish of earlier runs is cleared first."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def assembling(facts: Facts) -> Callable[[], object]:
    """The work that is measured."""
    template = template_for(facts.pack, facts.kind, facts.scope, facts.year)
    return lambda: assemble(facts, template)


def checking(facts: Facts) -> Callable[[], object]:
    """All rules over the built tables."""
    template = template_for(facts.pack, facts.kind, facts.scope, facts.year)
    tables = build_tables(facts, template, load_chart(facts.year))
    return lambda: check(case_for(facts, tables, template))


def as_printed(facts: Facts) -> Facts:
    """The filing's document as if it had been made elsewhere."""
    return transcribed(facts, assemble(facts, template_for(facts.pack, facts.kind, facts.scope, facts.year)))


def measure() -> list[BenchRow]:
    """Alternating runs of both sizes; medians."""
    large, small = assembling(filing_of(LARGE)), assembling(filing_of(SMALL))
    rules, printed = checking(filing_of(LARGE)), checking(as_printed(filing_of(LARGE)))
    final = assembling(final_of(FINAL_SPENT, FINAL_UNITS))
    large(), small(), rules(), printed(), final()
    gc.collect()
    gc.freeze()  # as disclosure/wsgi.py does: what a process has loaded once is not searched for rubbish again
    pairs = [(seconds(large), seconds(small)) for _ in range(ROUNDS)]
    slow, fast = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return [
        BenchRow("facts → document, 5,000 lines", slow, "s", "limit", 0.5),
        BenchRow("all rules over 5,000 lines", median(seconds(rules) for _ in range(ROUNDS)), "s", "limit", 0.3),
        BenchRow("all rules over the same as printed", median(seconds(printed) for _ in range(ROUNDS)), "s", "limit", 0.3),
        BenchRow("final account of 40 units, 8,000 lines → document", median(seconds(final) for _ in range(ROUNDS)), "s", "limit", 1.0),
        BenchRow("time per line at 5,000 lines", slow / LARGE * 1e6, "µs", "time per line at 500 lines", fast / SMALL * 1e6),
    ]
