"""What is computed of all that is in force, kept in the memory of a process while exactly the same is: one question says so. Knows no page."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import caches
from django.db import connections

T = TypeVar("T")
SUMS = "sums"


class Standing:
    """For one request: the mark of what is in force (`pub.standing`) is asked once, and only where something is computed of it."""

    def __init__(self) -> None:
        self.mark = ""

    def keep(self, make: Callable[[], T], *question: object) -> T:
        """What `make` says to the question, asked of the database anew where anything came into force, was withdrawn or exempted since."""
        self.mark = self.mark or _mark()
        key = sha256(repr((self.mark, question)).encode()).hexdigest()
        found: T | None = caches[SUMS].get(key)
        if found is None:
            found = make()
            caches[SUMS].set(key, found)
        return found


def _mark() -> str:
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT mark FROM pub.standing")
        return str(cursor.fetchone()[0])
