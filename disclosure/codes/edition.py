"""A book of codes as a file: reads it and finds every fault in it, line by line; knows no database."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.core.chart import CHARTS, LEVELS, is_well_formed
from disclosure.core.edition_files import Row, read_rows

COLUMNS: Final = ("chart", "code", "name", "budget", "group", "confidence", "definition")
LEVEL_NAMES: Final = {"class": "类", "group": "款", "item": "项"}
FAULTS_SHOWN: Final = 20

Words = Mapping[str, Mapping[str, str]]  # the allowed words of a column


class BadEdition(ValueError):
    """A file that is no book of codes; `faults` says where and why, one sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        more = [f"……共{len(faults)}处"] if len(faults) > FAULTS_SHOWN else []
        super().__init__("\n".join([*faults[:FAULTS_SHOWN], *more]))


class Edition(NamedTuple):
    year: int
    rows: list[Row]
    file: str
    digest: str


def read_edition(path: Path, year: int, words: Words) -> Edition:
    """The rows of a faultless file; BadEdition otherwise."""
    rows = rows_of(path)
    faults = list(faults_of(rows, words))
    if faults:
        raise BadEdition(faults)
    return Edition(year, rows, path.name, sha256(path.read_bytes()).hexdigest())


def year_in_name(path: Path) -> int:
    if not (path.stem.isascii() and path.stem.isdigit() and len(path.stem) == 4):
        raise BadEdition([f"文件名“{path.name}”不是年份；请命名为如2027.csv，或另行指明年份"])
    return int(path.stem)


def rows_of(path: Path) -> list[Row]:
    try:
        rows = read_rows(path)
    except UnicodeDecodeError as error:
        raise BadEdition(["文件不是UTF-8编码；在电子表格中另存为“CSV UTF-8”即可"]) from error
    if not rows:
        raise BadEdition(["文件中没有任何科目"])
    missing = [column for column in COLUMNS if column not in rows[0]]
    if missing:
        raise BadEdition([f"缺少列：{'、'.join(missing)}"])
    return rows


def faults_of(rows: Sequence[Row], words: Words) -> Iterator[str]:
    """Line 1 is the head, so the first code stands in line 2. Parents may stand anywhere in the file."""
    held = {(row["chart"], row["code"]) for row in rows}
    first_line: dict[tuple[str, str], int] = {}
    for line, row in enumerate(rows, start=2):
        key = row["chart"], row["code"]
        fault = fault_of_shape(row) or fault_of_words(row, words) or fault_of_parent(row, held)
        if not fault and key in first_line:
            fault = f"{row['code']}与第{first_line[key]}行重复"
        if fault:
            yield f"第{line}行：{fault}"
        first_line.setdefault(key, line)


def fault_of_shape(row: Row) -> str | None:
    chart, code = row["chart"], row["code"]
    if chart not in CHARTS:
        return f"没有名为“{chart}”的科目表；应为{'、'.join(CHARTS)}之一"
    title, digits = CHARTS[chart]
    if not is_well_formed(chart, code):
        return f"“{code}”不是{title}的编码：应为{'、'.join(map(str, digits))}位数字"
    return None if row["name"] else f"{code}没有名称"


def fault_of_words(row: Row, words: Words) -> str | None:
    for column, allowed in words.items():
        if row[column] not in allowed:
            return f"{row['code']}的{column}“{row[column]}”应为{'、'.join(filter(None, allowed))}之一"
    return None


def fault_of_parent(row: Row, held: set[tuple[str, str]]) -> str | None:
    chart, code = row["chart"], row["code"]
    parent = code[:-2]
    if len(code) == 3 or (chart, parent) in held:
        return None
    level, above = (LEVEL_NAMES[LEVELS[len(each)]] for each in (code, parent))
    return f"{level}{code}的{above}{parent}不在本册"
