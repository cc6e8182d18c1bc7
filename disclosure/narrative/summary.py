"""The answer on top of a page: how much, more or less than last year, what explains it by the figures. Knows no place in particular."""

from dataclasses import dataclass

from disclosure.core.facts import Address
from disclosure.core.money import ZERO, percent, write_grouped, write_trimmed
from disclosure.narrative.compare import Comparison, Figure, Phrase
from disclosure.narrative.phrases import joined, separated
from disclosure.narrative.write import ENUMERATOR, Writer
from disclosure.statements.changes import Direction

WORDS = {"increase": "增加", "decrease": "减少", "new": "增加", "gone": "减少"}


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure of the top row with its change."""

    title: str
    text: str
    cell: Address
    direction: Direction
    change: str | None
    rate: str | None


def key_figure(writer: Writer, title: str, address: Address) -> KeyFigure:
    """The figure and what the page says under it."""
    comparison = writer.known_comparison(address)
    known = comparison.change is not None
    rate = percent(abs(comparison.change), comparison.prior, 1) if comparison.change is not None and comparison.prior else None
    return KeyFigure(
        title,
        write_grouped(writer.number(address)),
        address,
        comparison.direction,
        write_grouped(abs(comparison.change)) if known and comparison.change is not None else None,
        f"{rate}%" if rate is not None else None,
    )


def detail(writer: Writer, total: Address, templates: tuple[str, ...], classes: Address) -> Phrase:
    """The total in 元, what it consists of and what most of it is for; nothing when there is no money."""
    yuan = writer.tables.cell(total).yuan
    if not yuan:
        return []
    exact = f"{yuan:,.2f}".removesuffix(".00")
    if not writer.number(total):
        return ["合", Figure(exact, total), "元，不足0.01万元。"]
    return joined(
        [["合", Figure(exact, total), "元。"], *(writer.fill(template) for template in templates), _largest_class(writer, classes)]
    )


def _largest_class(writer: Writer, total: Address) -> Phrase:
    rows = [row for row in writer.tables[total.statement].rows.values() if row.level == "class"]
    largest = max(rows, key=lambda row: row.cells[total.column].shown or ZERO)
    named = f"{largest.name}（{largest.code}类）"
    if len(rows) == 1:
        return [f"全部用于{named}。"]
    return [f"最大的一类是{named}，占", writer.share(total._replace(row=largest.key), total), "。"]


def why(writer: Writer, total: Address, rows: tuple[str, ...]) -> list[Phrase]:
    """What the change consists of, by rows that add up to the total, and what the agency says of it."""
    change = writer.comparison(total)
    if change.direction not in WORDS:
        return []
    parts = [writer.known_comparison(Address(total.statement, row, total.column)) for row in rows]
    is_explained = any(part.direction in WORDS for part in parts)
    return [*([_parts(writer, change, parts)] if is_explained else []), [_said(writer, total)]]


def _parts(writer: Writer, total: Comparison, parts: list[Comparison]) -> Phrase:
    moved = sorted((part for part in parts if part.direction in WORDS), key=lambda part: abs(part.change or ZERO), reverse=True)
    adds_up = sum((part.change or ZERO for part in moved), ZERO) == total.change  # else a share would be of something else
    phrases = [_part(writer, total, part, adds_up=adds_up) for part in moved]
    return joined([["从数字看："], *separated(phrases, "；"), ["。"]])


def _part(writer: Writer, total: Comparison, part: Comparison, *, adds_up: bool) -> Phrase:
    name = ENUMERATOR.sub("", writer.tables[total.statement].rows[part.row].name)
    phrase: Phrase = [f"{name}{WORDS[part.direction]}", part.figure(), "万元"]
    same_way = adds_up and (part.change or ZERO) * (total.change or ZERO) > 0
    return [*phrase, f"，占{WORDS[total.direction]}额的{_share(part, total)}"] if same_way else phrase


def _share(part: Comparison, total: Comparison) -> str:
    size = percent(abs(part.change or ZERO), abs(total.change or ZERO), 1)
    return f"{write_trimmed(size)}%"


def _said(writer: Writer, total: Address) -> str:
    reason = writer.facts.reasons.get(total)
    subject = writer.words["word"]
    return f"{subject}说明：{reason.rstrip('。')}。" if reason else f"{subject}没有写明总额变动的原因。"
