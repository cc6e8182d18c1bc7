"""What stands twice where it may stand once. Knows no packages."""

from collections import Counter
from collections.abc import Iterable, Iterator

from disclosure.filings.problems import Problem


def repeated(values: Iterable[str], path: str, expected: str) -> Iterator[Problem]:
    """A problem at every value that stands more than once; `path` has a {} for its index."""
    held = list(values)
    counts = Counter(held)
    for index, value in enumerate(held):
        if counts[value] > 1:
            yield Problem(path.format(index), f"“{value}”出现{counts[value]}次", expected)
