"""Rows of a workbook, or of a pasted text, become approvals: headings found in any order, grouped by agency and number. Knows no database and no file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from disclosure.core.words import Nature, Source
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approving import PER_UNIT, Figure, Letter

AGENCY, NUMBER, DATE, ISSUER, AMOUNT = "单位编码", "文号", "批复日期", "批复机关", "金额"
COLUMNS: Mapping[str, str] = {"功能科目": "function", "经济科目": "economic", "性质": "nature", "资金来源": "source", "项目": "project"}
ALSO: Mapping[str, str] = {
    "编码": AGENCY, "预算单位编码": AGENCY, "部门编码": AGENCY, "批复文号": NUMBER, "日期": DATE, "批复时间": DATE, "批复单位": ISSUER, "批复数": AMOUNT,
    "批复金额": AMOUNT, "合计": AMOUNT, "功能分类": "功能科目", "功能分类科目": "功能科目", "支出功能分类科目": "功能科目", "科目编码": "功能科目",
    "经济分类": "经济科目", "经济分类科目": "经济科目", "支出性质": "性质", "支出类别": "性质", "资金性质": "资金来源", "来源": "资金来源",
    "项目名称": "项目",
}  # fmt: skip
HEADINGS = (AGENCY, NUMBER, DATE, ISSUER, AMOUNT, *COLUMNS)
NATURES = {each.label: str(each) for each in Nature} | {each.label.removesuffix("支出"): str(each) for each in Nature}
SOURCES = {each.label: str(each) for each in Source} | {each.label.removesuffix("预算"): str(each) for each in Source}
CODE = re.compile(r"[0-9]{3}(?:[0-9]{3})?\Z")
WORDS: Mapping[str, Mapping[str, str]] = {"nature": NATURES, "source": SOURCES}
DIGITS: Mapping[str, tuple[int, ...]] = {"function": (3, 5, 7), "economic": (3, 5)}
MOST = Decimal(10) ** 13
TRANSLATED = str.maketrans("０１２３４５６７８９．－，", "0123456789.-,")


@dataclass(frozen=True)
class Given:
    """What the form says of every row that does not say it itself."""

    number: str
    issued_on: date | None
    issuer: str
    unit: AmountUnit
    agency: str = ""


@dataclass
class Read:
    """One approval as read."""

    agency: str
    letter: Letter
    figures: list[Figure] = field(default_factory=list)


class BadSheet(ValueError):
    """The rows are no approvals; nothing of them was used."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_approvals(rows: Iterable[tuple[int, Mapping[int, Any]]], given: Given) -> list[Read]:
    """The approvals of a sheet; raises BadSheet with every problem at once."""
    table = list(rows)
    head = next(((number, named) for number, cells in table if AMOUNT in (named := headings(cells)).values()), None)
    if head is None:
        raise BadSheet([f"没有找到表头：表头一行至少要有“{AMOUNT}”，成批导入还要有“{AGENCY}”；可以下载空白模板照填"])
    start, columns = head
    problems: list[str] = []
    found: dict[tuple[str, str], Read] = {}
    for row, cells in table:
        said = {name: text(cells.get(column)) for column, name in columns.items()}
        if row > start and any(said.values()):
            problems += list(read_row(row, said, given, found))
    problems += [] if problems else list(doubles(found.values()))
    if not found and not problems:
        problems.append("表头以下没有内容：每个批复数写一行")
    if problems:
        raise BadSheet(problems)
    return list(found.values())


def headings(cells: Mapping[int, Any]) -> dict[int, str]:
    """Which column is what."""
    said = {column: re.sub(r"[（(].*|\s", "", value) for column, value in cells.items() if isinstance(value, str)}
    return {column: ALSO.get(name, name) for column, name in said.items() if ALSO.get(name, name) in HEADINGS}


def text(value: Any) -> str:
    """A cell as text; what the workbook keeps as a number is read as it is written, a date as its day."""
    if isinstance(value, dict):
        value = next(iter(value.values()))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return "" if value is None else str(value).strip()


def read_row(row: int, said: Mapping[str, str], given: Given, found: dict[tuple[str, str], Read]) -> Iterator[str]:
    """Put a row into its approval, or say what is wrong with it."""
    agency, number = said.get(AGENCY) or given.agency, said.get(NUMBER) or given.number
    issued, amount = day(said.get(DATE, "")) or given.issued_on, money(said.get(AMOUNT, ""), given.unit)
    if not CODE.match(agency):
        yield f"第{row}行“{AGENCY}”：是“{agency}”；部门3位数字，单位6位数字"
    if not number:
        yield f"第{row}行“{NUMBER}”：没有；在表里写，或在上面填一个共用的文号"
    if issued is None:
        yield f"第{row}行“{DATE}”：是“{said.get(DATE, '')}”；写成2024-02-08，或在上面填一个共用的日期"
    if amount is None:
        yield f"第{row}行“{AMOUNT}”：是“{said.get(AMOUNT, '')}”；填数字，至多两位小数，按选定的单位"
    keys, wrong = keys_of(row, said)
    yield from wrong
    if CODE.match(agency) and number and issued and amount is not None and not wrong:
        letter = Letter(number, issued, said.get(ISSUER) or given.issuer, given.unit)
        found.setdefault((agency, number), Read(agency, letter)).figures.append(Figure(amount, **keys))


def keys_of(row: int, said: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The columns by which the amount is approved, and what is wrong with them."""
    keys, wrong = {}, []
    for title, key in COLUMNS.items():
        value = said.get(title, "")
        if value and key in DIGITS:
            value = value.partition(" ")[0]
            if not value.isdigit() or len(value) not in DIGITS[key]:
                wrong.append(f"第{row}行“{title}”：是“{value}”；填{'、'.join(map(str, DIGITS[key]))}位数字的科目编码")
        elif value and key in WORDS:
            if value not in WORDS[key]:
                wrong.append(f"第{row}行“{title}”：是“{value}”；可用：{'、'.join(dict.fromkeys(WORDS[key]))}")
            value = WORDS[key].get(value, "")
        keys[key] = value
    return keys, wrong


def day(value: str) -> date | None:
    """2024-02-08, 2024/2/8, 2024年2月8日."""
    parts = re.findall(r"[0-9]+", value)
    try:
        return date(*(int(part) for part in parts[:3])) if len(parts) >= 3 else None
    except ValueError:
        return None


def money(value: str, unit: AmountUnit) -> Decimal | None:
    """An amount in 元; None for what is no amount of at most two decimals. Full-width signs and separators are understood."""
    plain = re.sub(r"[,\s￥¥元万]", "", value.translate(TRANSLATED))
    try:
        amount = Decimal(plain) * PER_UNIT[unit]
    except InvalidOperation:
        return None
    exponent = amount.as_tuple().exponent
    if not amount.is_finite() or abs(amount) >= MOST or not isinstance(exponent, int):
        return None
    return amount.quantize(Decimal("0.01")) if amount == amount.quantize(Decimal("0.01")) else None


def doubles(found: Iterable[Read]) -> Iterator[str]:
    """The same columns twice in one approval."""
    for each in found:
        seen: set[tuple[str, ...]] = set()
        for figure in each.figures:
            if figure[1:] in seen:
                yield f"{each.agency} {each.letter.number}：{'、'.join(filter(None, figure[1:])) or '合计'}写了两次，请合并成一行"
            seen.add(figure[1:])


def pasted_rows(value: str) -> list[tuple[int, dict[int, Any]]]:
    """A text as rows: columns by tab; a text without headings is codes and amounts, or one amount."""
    lines = [re.split(r"\t|\s{2,}| ", line.strip()) for line in value.splitlines() if line.strip()]
    rows = [(number, dict(enumerate(cells, 1))) for number, cells in enumerate(lines, 1)]
    if rows and AMOUNT not in headings(rows[0][1]).values():
        head = {1: AMOUNT} if all(len(cells) == 1 for _, cells in rows) else {1: "功能科目", 2: AMOUNT}
        rows = [(0, head), *rows]
    return rows
