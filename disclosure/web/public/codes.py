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

    @property
    def parent(self) -> str:
        return self.code[:-2] if len(self.code) > 3 else ""


class Codes:
    """Every code of spending that any book had, for ten minutes."""

    def __init__(self) -> None:
        self.until = 0.0
        self.known: dict[tuple[str, str], Named] = {}
        self.names: list[tuple[str, float, Named]] = []  # as they are compared, what a former one costs, whose it is

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
            self.names = [
                (plain(name), 0 if name == named.name else 0.2, named)
                for named in self.known.values()
                for name in set(named.years.values())
            ]
            self.until = time.monotonic() + KEPT_SECONDS
        return self.known

    def named(self, chart: str, code: str) -> Named | None:
        return self.all().get((chart, code))

    def name_of(self, chart: str, code: str) -> str:
        found = self.named(chart, code)
        return found.name if found else ""

    def find(self, words: str, code: str) -> Iterator[tuple[float, Named]]:
        """By the first digits, or by a name now or formerly; the smaller the number the better."""
        wanted = plain(words.removeprefix(code))
        found = self._by_code(code) if code else self._by_name(wanted) if wanted and not wanted.isascii() else {}
        for key, rank in found.items():
            yield rank + (0.01 if key[0] == ECONOMIC else 0), self.known[key]

    def _by_code(self, code: str) -> dict[tuple[str, str], float]:
        of = {key: each.code for key, each in self.all().items() if each.code.startswith(code)}
        return {key: 0.0 if each == code else 1 + (len(each) - len(code)) / 10 for key, each in of.items()}

    def _by_name(self, wanted: str) -> dict[tuple[str, str], float]:
        """Of a code that had several names the one that fits best."""
        self.all()
        found: dict[tuple[str, str], float] = {}
        for name, more, named in self.names:
            if wanted in name:
                key, rank = (named.chart, named.code), _of_name(name, wanted) + more
                found[key] = min(rank, found.get(key, rank))
        return found


codes = Codes()


def _of_name(name: str, wanted: str) -> float:
    return 0.4 if name == wanted else (1.4 if name.startswith(wanted) else 2.4) + (len(name) - len(wanted)) / 100
