"""The user's own workbook with what is wrong marked in it, made by a child process with limits; it knows how to ask the child, not how to mark."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence

from disclosure.filings.problems import Problem
from disclosure.filings.workbook_cells import KEPT, ROOT, environment_of
from disclosure.filings.workbook_limits import LIMITS

COMMAND = (sys.executable, "-m", "disclosure.filings.mark_child")
PLACE = re.compile(r"^工作表“(?P<sheet>[^”]+)”(?:第(?P<row>[0-9]+)行)?(?:.*（(?P<cell>[A-Z]+[0-9]+)）)?")


def marked(data: bytes, problems: Sequence[Problem]) -> bytes | None:
    """The workbook with coloured and commented cells and a sheet that lists them; None for a file that cannot be written again."""
    told = json.dumps([at(each) for each in problems], ensure_ascii=False).encode()
    try:
        done = subprocess.run(  # noqa: S603
            COMMAND, cwd=ROOT, env=environment_of(KEPT), input=told + b"\n" + data, capture_output=True, timeout=LIMITS["one"].seconds, check=True
        )  # fmt: skip
    except subprocess.SubprocessError:
        return None
    return done.stdout


def is_in_a_row(words: str) -> bool:
    """Whether a problem, in words, is one of a row."""
    found = PLACE.match(words)
    return bool(found and found["row"])


def at(problem: Problem) -> list[str]:
    """Sheet, cell and words of a problem; a row stands for its first cell."""
    found = PLACE.match(problem.path)
    if not found:
        return ["", "", str(problem)]
    cell = found["cell"] or (f"A{found['row']}" if found["row"] else "")
    return [found["sheet"], cell, str(problem)]
