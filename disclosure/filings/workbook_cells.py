"""The cells of a workbook, parsed by a child process with limits; it knows how to ask the child, not how to parse."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disclosure.filings.problems import PackageRefused, refuse
from disclosure.filings.workbook_limits import LIMITS, Limits

ROOT = Path(__file__).resolve().parents[2]
ONE, OF_MANY = "one", "many"
COMMAND = (sys.executable, "-m", "disclosure.filings.read_child")
KEPT = ("PATH", "LANG", "LC_ALL")  # no secrets reach the child
TIDY = "可能有单元格远在数据之外，或者文件不是正常保存的；请删去数据以外的行和列，另存为新的xlsx文件"

ENDED: dict[int, str] = {
    signal.SIGABRT: "读这个工作簿要用的内存太多",
    signal.SIGKILL: "读这个工作簿用的时间太长",
    signal.SIGXCPU: "读这个工作簿用的时间太长",
}


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a sheet: its number and the cells that hold something by column, both counted from 1."""

    number: int
    cells: dict[int, Any]


Grids = dict[str, list[GridRow]]


def read_cells(data: bytes, *, limits: str = ONE, seconds: float = 0) -> Grids:
    """The rows of every sheet that hold something, within the limits of that name; raises PackageRefused."""
    held = LIMITS[limits]
    if len(data) > held.size:
        raise too_large(len(data), held)
    answer = json.loads(ask(data, limits, seconds or held.seconds))
    if "refused" in answer:
        raise refuse(*answer["refused"])
    return {sheet["name"]: [GridRow(number, cells_of(cells)) for number, cells in sheet["rows"]] for sheet in answer["sheets"]}


def cells_of(cells: list[Any]) -> dict[int, Any]:
    """The cells that hold something, by their columns."""
    return {column: cell for column, cell in enumerate(cells, 1) if cell is not None}


def ask(data: bytes, limits: str, seconds: float) -> bytes:
    """What the child prints; raises PackageRefused when it dies or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603
            (*COMMAND, limits), cwd=ROOT, env=environment_of(KEPT), input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise refuse("", f"{seconds:g}秒没有读完这个工作簿", TIDY) from None
    if done.returncode:
        raise refuse("", ENDED.get(-done.returncode, "这个工作簿读不出来"), TIDY)
    return done.stdout


def environment_of(names: Iterable[str]) -> dict[str, str]:
    """What a child sees of our environment."""
    return {key: os.environ[key] for key in names if key in os.environ} | {"PYTHONDONTWRITEBYTECODE": "1"}


def too_large(size: int, limits: Limits = LIMITS[ONE]) -> PackageRefused:
    """A refusal of a file for its size."""
    return refuse("", f"文件有{size / (1 << 20):.1f}MB", f"至多{limits.size >> 20}MB")
