"""The classification in memory: what codes are called, now and formerly. Knows no budget."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosure.exports.spelling import plain
from disclosure.pub.models import Code

KEPT_SECONDS = 600
FUNCTIONAL, ECONOMIC = "functional", "economic"


@dataclass
class Named:
    """A code of a chart. `name`: in the newest book that has it; `years`: name by year."""

    chart: str
    code: str
    name: str = ""
    years: dict[int, str] = field(default_factory=dict)
    names: list[tuple[str, float]] = field(default_factory=list)  # as they are compared, and what a former one costs

    @property
    def parent(self) -> str:
        return self.code[:-2] if len(self.code) > 3 else ""


class Codes:
    """Every code of spending that any book had, for ten minutes."""

    def __init__(self) -> None:
        self.until = 0.0
        self.known: dict[tuple[str, str], Named] = {}

    def forget(self) -> None:
        """What is asked next is read anew."""
        self.until = 0.0

    def all(self) -> dict[tuple[str, str], Named]:
        if time.monotonic() >= self.until:
            self.known = {}
            rows = Code.objects.filter(chart__in=[FUNCTIONAL, ECONOMIC]).order_by("year").values_list("chart", "code", "year", "name")
            for chart, code, year, name in rows:
                named = self.known.setdefault((chart, code), Named(chart, code))
                named.name, named.years[year] = name, name
            for named in self.known.values():
                named.names = [(plain(name), 0 if name == named.name else 0.2) for name in set(named.years.values())]
            self.until = time.monotonic() + KEPT_SECONDS
        return self.known

    def named(self, chart: str, code: str) -> Named | None:
        return self.all().get((chart, code))

    def name_of(self, chart: str, code: str) -> str:
        found = self.named(chart, code)
        return found.name if found else ""

    def find(self, words: str, code: str) -> Iterator[tuple[float, Named]]:
        """By the first digits, or by a name now or formerly; the smaller the number the better."""
        wanted = plain(words.removeprefix(code)) if code else plain(words)
        for named in self.all().values():
            rank = _rank(named, code, wanted)
            if rank is not None:
                yield rank + (0.01 if named.chart == ECONOMIC else 0), named


codes = Codes()


def _rank(named: Named, code: str, wanted: str) -> float | None:
    if code:
        return (0.0 if named.code == code else 1 + (len(named.code) - len(code)) / 10) if named.code.startswith(code) else None
    if not wanted or wanted.isascii():
        return None
    return min((_of_name(name, wanted) + more for name, more in named.names if wanted in name), default=None)


def _of_name(name: str, wanted: str) -> float:
    return 0.4 if name == wanted else (1.4 if name.startswith(wanted) else 2.4) + (len(name) - len(wanted)) / 100
