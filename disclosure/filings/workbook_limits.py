"""What is refused of a workbook before it is parsed: its kind, its size, its zip, cells far away, errors. Knows no Django and no packages."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

RESULT = "检查结果"  # the sheet that a marked workbook has in front; it is not read
MOST_BYTES = 10 << 20
MOST_ENTRIES = 200
MOST_RATIO = 100
MOST_COLUMNS = 100
OLE, PDF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
MACROS = "vbaProject.bin"
SAVE = "请用WPS或Excel另存为xlsx文件"
CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>")
REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,4})([0-9]{1,8})["']""")
IS_ERROR = re.compile(rb"""\bt=["']e["']""")
VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,20})")
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, ElementTree.ParseError, KeyError, ValueError, EOFError, OSError, NotImplementedError,
)  # fmt: skip
Errors = dict[str, dict[tuple[int, int], str]]  # by sheet, then by row and column, both counted from 1


@dataclass(frozen=True)
class Limits:
    """How large a workbook may be, and how many seconds its child may run, by the clock and of the processor; its memory is 1 GB."""

    size: int
    unpacked: int
    rows: int
    seconds: int
    text: int


LIMITS = {
    "one": Limits(MOST_BYTES, 100 << 20, 20_000, 10, 16 << 20),  # the filing of one agency
    "many": Limits(40 << 20, 400 << 20, 200_000, 60, 64 << 20),  # the ledgers of a whole bureau
}


class Refused(Exception):
    """The file is not read: where (blank: the whole file), what was found, what to do."""


def kind_problem(data: bytes) -> tuple[str, str] | None:
    """What a file is when it is no zip at all."""
    if not data:
        return "文件是空的", SAVE
    if data.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return ("文件加了密码", "去掉密码后重新保存") if locked else ("是旧格式的文件（xls）", SAVE)
    if data.startswith(PDF):
        return "是PDF文件，不是xlsx文件", "请交填报包的xlsx文件"
    return None if data.startswith(b"PK") else ("不是xlsx文件", SAVE)


def opened(data: bytes, limits: Limits, *, with_macros: bool = False) -> zipfile.ZipFile:
    """The zip of a workbook, within limits; raises Refused. `with_macros`: for who takes them out."""
    problem = kind_problem(data)
    if problem:
        raise Refused("", *problem)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError):
        raise Refused("", "文件损坏，打不开", SAVE) from None
    for found, expected in size_problems(archive.infolist(), limits):
        raise Refused("", found, expected)
    for found, expected in content_problems([each for each in archive.namelist() if not (with_macros and each.endswith(MACROS))]):
        raise Refused("", found, expected)
    return archive


def size_problems(entries: list[zipfile.ZipInfo], limits: Limits) -> Iterator[tuple[str, str]]:
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES:
        yield f"压缩包里有{len(entries)}个文件", f"至多{MOST_ENTRIES}个；{SAVE}"
    if unpacked > limits.unpacked:
        yield f"展开后有{unpacked >> 20}MB", f"至多{limits.unpacked >> 20}MB"
    if unpacked > MOST_RATIO * max(packed, 1):
        yield f"压缩了{unpacked // max(packed, 1)}倍，不像正常的表格", f"至多{MOST_RATIO}倍；{SAVE}"
    if any(entry.flag_bits & 1 for entry in entries):
        yield "文件加了密码", "去掉密码后重新保存"


def content_problems(names: list[str]) -> Iterator[tuple[str, str]]:
    if any(name.endswith(MACROS) for name in names):
        yield "文件带有宏", "另存为不带宏的xlsx文件"
    if len(set(names)) < len(names):
        yield "压缩包里有重名的文件", SAVE
    if "xl/workbook.xml" not in names:
        yield "不是xlsx文件", SAVE


def scan(archive: zipfile.ZipFile, limits: Limits) -> Errors:
    """The error values of every sheet, which the parser would show as blanks; raises Refused for a cell too far away."""
    try:
        return {name: dict(sheet_errors(name, archive.read(path), limits)) for name, path in sheet_files(archive)}
    except BROKEN:
        raise Refused("", "文件损坏，打不开", SAVE) from None


def sheet_files(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Every sheet's name and its file in the zip."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  in a child with limits
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for each in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):  # noqa: S314  as above
        target = targets[next((value for name, value in each.items() if name.endswith("}id")), "")]
        yield each.get("name", ""), target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def sheet_errors(name: str, xml: bytes, limits: Limits) -> Iterator[tuple[tuple[int, int], str]]:
    """The error values of a sheet by row and column; raises Refused for a cell with content beyond the limits."""
    if is_plain(xml, limits):
        return
    for cell in CELL.finditer(xml):
        at = REFERENCE.search(cell[1])
        if cell[2] or not at:
            continue
        row, column = int(at[2]), column_number(at[1].decode())
        if row > limits.rows or column > MOST_COLUMNS:
            where = f"工作表“{name}”的{at[1].decode()}{row}"
            raise Refused(where, "离数据太远", f"至多{limits.rows:,}行、{MOST_COLUMNS}列；删去这个单元格所在的行和列")
        if IS_ERROR.search(cell[1]):
            shown = VALUE.search(xml, cell.end(), cell.end() + 2000)
            yield (row, column), shown[1].decode("utf-8", "replace") if shown else ""


def is_plain(xml: bytes, limits: Limits) -> bool:
    """Whether it is seen at a glance that there is no error value and no cell far away; most sheets are like that, and need no look at each cell."""
    most = str(limits.rows)
    row = rf"[0-9]{{{len(most) + 1},}}|[{most[0]}-9][0-9]{{{len(most) - 1}}}"
    far = re.compile(rf'r="(?:[A-Z]{{3,}}|[D-Z][A-Z]|C[W-Z]|[A-Z]{{1,2}}(?:{row})")'.encode())
    return b't="e"' not in xml and b"='" not in xml and far.search(xml) is None


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
