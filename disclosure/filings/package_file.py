"""A package from a file, in its JSON or its workbook form. Knows the two forms by their suffix; nothing of what they hold."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosure.filings.json_text import printable
from disclosure.filings.meaning import Package
from disclosure.filings.package import checked, read_package
from disclosure.filings.problems import PackageRefused, refuse
from disclosure.filings.workbook import read_grids
from disclosure.filings.workbook_cells import Grids, read_cells, too_large
from disclosure.filings.workbook_limits import MOST_BYTES
from disclosure.filings.workbook_places import Places

FORMS = "填报包是 .json 文件或 .xlsx 工作簿"


def read_package_file(path: Path | str) -> Package:
    """A checked package; raises PackageRefused whose problems name a JSON path, or a sheet and cell."""
    return read_placed(path)[0]


def read_placed(path: Path | str) -> tuple[Package, Places]:
    """A checked package and its places, by which later problems of it can be told at their cells too; raises PackageRefused."""
    path = Path(path)
    data = bytes_of(path)
    suffix = path.suffix.lower()
    if suffix == ".json":
        return read_package(data), Places()
    if suffix == ".xlsx":
        return checked_workbook(data)
    other = "带宏的工作簿（xlsm）" if suffix == ".xlsm" else f"{printable(suffix) or '没有后缀的'}文件"
    raise refuse("", f"“{printable(path.name)}”是{other}", FORMS)


def package_of_workbook(data: bytes) -> Package:
    """A checked package from the bytes of a workbook; raises PackageRefused whose problems name sheet and cell."""
    return checked_workbook(data)[0]


def checked_workbook(data: bytes) -> tuple[Package, Places]:
    """The same with its places."""
    with uncollected():
        return checked_grids(read_cells(data))


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of garbage would walk a large workbook's cells again and again; nothing of what is read is a circle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def checked_grids(grids: Grids) -> tuple[Package, Places]:
    """A checked package from the rows of sheets, with its places; raises PackageRefused."""
    package, places = read_grids(grids)
    try:
        return checked(package), places
    except PackageRefused as refused:
        raise places.located(refused) from None


def bytes_of(path: Path) -> bytes:
    """The bytes of a file of a sensible size; raises PackageRefused."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if path.is_file() and size <= MOST_BYTES else b""
    except FileNotFoundError:
        raise refuse("", f"找不到文件“{printable(path.name)}”", "检查文件的位置和名称") from None
    except (OSError, ValueError):
        raise refuse("", f"文件“{printable(path.name)}”打不开", "检查文件的名称和权限") from None
    if not path.is_file():
        raise refuse("", f"“{printable(path.name)}”不是文件", FORMS)
    if size > MOST_BYTES:
        raise too_large(size)
    if not data:
        raise refuse("", "文件是空的", FORMS)
    return data
