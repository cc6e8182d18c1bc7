"""One piece of a finished file against the same piece of the document; it knows neither PDF nor workbook."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from itertools import chain

from disclosure.exports import forms
from disclosure.exports.reading import squeeze
from disclosure.exports.shape import Form, Panel, Row, Statement

FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
NUMBERS = ("money", "count", "percent")
Rows = list[list[str]]


@dataclass(frozen=True)
class Difference:
    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.where}：应为 {self.expected or '空白'}，读到 {self.found or '空白'}"


@dataclass
class Comparison:
    """How many figures were compared, and those that differ."""

    count: int = 0
    differences: list[Difference] = field(default_factory=list)

    def add(self, where: str, expected: str, found: str) -> None:
        self.differences.append(Difference(where, expected, found))


def figures(text: str) -> list[str]:
    return FIGURE.findall(text)


def compare_prose(result: Comparison, where: str, expected: Sequence[str], found: Sequence[str]) -> None:
    """First all words as they stand; where they differ, figure by figure, so that the place can be named."""
    texts = [squeeze(text) for text in expected]
    wanted = [(number, figure) for number, text in enumerate(texts, 1) for figure in figures(text)]
    result.count += len(wanted)
    if "".join(texts) == "".join(found):
        return
    read = [figure for text in found for figure in figures(text)]
    before = len(result.differences)
    for mine, theirs in changed([figure for _, figure in wanted], read):
        place = wanted[min(mine.start, len(wanted) - 1)][0] if wanted else 1
        said = " ".join(figure for _, figure in wanted[mine.start : mine.stop])
        result.add(f"{where} 第{place}段", said, " ".join(read[theirs.start : theirs.stop]))
    if len(result.differences) == before:
        result.add(f"{where} 文字", *first_change("".join(texts), "".join(found)))


def first_change(expected: str, found: str) -> tuple[str, str]:
    place = next((n for n, pair in enumerate(zip(expected, found, strict=False)) if pair[0] != pair[1]), min(len(expected), len(found)))
    return expected[place : place + 12], found[place : place + 12]


def changed(expected: Sequence[object], found: Sequence[object]) -> Iterator[tuple[slice, slice]]:
    for tag, a, b, c, d in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if tag != "equal":
            yield slice(a, b), slice(c, d)


def compare_panels(result: Comparison, where: str, statement: Statement, rows: Rows) -> None:
    """Each panel against its columns of the table, whatever stands beside or below it."""
    start, sides = 0, statement["layout"] == "sides"
    for number, panel in enumerate(statement["panels"]):
        width, last = len(panel["stub"]) + len(panel["columns"]), number == len(statement["panels"]) - 1
        if sides:
            found = [row[start : start + width] for row in rows]
            start += width
        else:
            end = len(rows) if last else start + len(panel["rows"])
            found, start = rows[start:end], end
        compare_panel(result, where, panel, [row for row in found if any(row)])


def compare_panel(result: Comparison, where: str, panel: Panel, found: Rows) -> None:
    titles = [column["title"] for column in (*panel["stub"], *panel["columns"])]
    expected = [row for row in panel_rows(panel) if any(row)]
    result.count += sum(len(figures(cell)) for row in expected for cell in row)
    names = [row["code"] or row["name"] or row["key"] for row, cells in zip(panel["rows"], panel_rows(panel), strict=True) if any(cells)]
    compare_rows(result, where, names, titles, expected, found)


def panel_rows(panel: Panel) -> Rows:
    """The printed rows of a panel, read from the document without the geometry that the outputs share."""
    given: dict[str, Callable[[Row], str]] = {"code": lambda row: row["printed_code"] or row["code"] or "", "name": lambda row: row["name"]}
    given["line"] = lambda row: "" if row["line"] is None else str(row["line"])
    return [
        [squeeze(given[stub["key"]](row)) for stub in panel["stub"]] + [squeeze(row["cells"].get(c["key"]) or "") for c in panel["columns"]]
        for row in panel["rows"]
    ]


def compare_rows(result: Comparison, where: str, names: list[str], titles: list[str], expected: Rows, found: Rows) -> None:
    if expected == found:
        return
    for mine, theirs in changed([tuple(row) for row in expected], [tuple(row) for row in found]):
        wanted, read = expected[mine], found[theirs]
        if len(wanted) == len(read):
            for name, left, right in zip(names[mine], wanted, read, strict=True):
                compare_cells(result, f"{where} 行 {name}", titles, left, right)
        else:
            result.add(
                f"{where} 行 {'、'.join(names[mine]) or '（多出）'}", f"{len(wanted)} 行", f"{len(read)} 行 {' '.join(chain(*read))[:60]}"
            )


def compare_cells(result: Comparison, where: str, titles: list[str], expected: list[str], found: list[str]) -> None:
    if len(expected) != len(found):
        return result.add(where, f"{len(expected)} 格", f"{len(found)} 格")
    for title, left, right in zip(titles, expected, found, strict=True):
        if left != right:
            result.add(f"{where} 列 {title}", left, right)
    return None


def compare_forms(result: Comparison, where: str, shown: Sequence[Form], kind: str, rows: Rows) -> None:
    wanted = [(f"{where} {form['name']}", cell) for form in shown for cell in form_cells(form, kind)]
    expected = [(place, squeeze(cell)) for place, cell in wanted if squeeze(cell)]
    read = rejoined([cell for cell in chain(*rows) if cell], {cell for _, cell in expected})
    result.count += sum(len(figures(cell)) for _, cell in expected)
    for mine, theirs in changed([cell for _, cell in expected], read):
        place = expected[min(mine.start, len(expected) - 1)][0] if expected else where
        result.add(place, " ".join(cell for _, cell in expected[mine]), " ".join(read[theirs]))


def rejoined(cells: Sequence[str], whole: set[str]) -> list[str]:
    """A cell that goes on over the page is read in pieces; pieces that make a wanted cell are put together again."""
    made: list[str] = []
    for cell in cells:
        begun = made[-1] if made and made[-1] not in whole else None
        if begun is not None and any(each.startswith(begun + cell) for each in whole):
            made[-1] = begun + cell
        else:
            made.append(cell)
    return made


def form_cells(form: Form, kind: str) -> Iterator[str]:
    """All cells that are not blank, in the order of the form; merged levels are said once."""
    yield from chain(*forms.fields(form))
    yield forms.FUNDS_TITLE[kind]
    yield from forms.FUND_COLUMNS.get(kind, {}).values()
    for fund, figures_of_it in forms.funds(form, kind):
        yield from (fund, *figures_of_it)
    given = forms.objectives(form, kind)
    yield from chain(*(zip(*given, strict=True) if len(given) > 1 else given))
    columns = forms.indicator_columns(form, kind)
    yield from columns.values()
    before: tuple[str | None, str | None] = (None, None)
    for item in form["indicators"]:
        level1, level2 = item["level1"], item["level2"]
        if level1 != before[0]:
            yield level1
        if (level1, level2) != before:
            yield level2
        before = (level1, level2)
        yield from (str(dict(item).get(key) or "") for key in columns if key not in forms.LEVELS)


def compare_values(result: Comparison, where: str, panel: Panel, rows: Sequence[Sequence[object]], notes: Sequence[str]) -> None:
    """A panel against the cells of a workbook; the notes that follow stand in the first column."""
    kinds = [kinds_of(panel, row) for row in panel["rows"]]
    expected = [[value(*pair) for pair in zip(cells, own, strict=True)] for cells, own in zip(panel_rows(panel), kinds, strict=True)]
    found = [[value(*pair) for pair in zip(row, kinds_of(panel), strict=False)] for row in rows]
    after = {squeeze(note) for note in notes}
    found = [row for row in found if any(row) and not (row[0] in after and not any(row[1:]))]
    names = [row["code"] or row["name"] or row["key"] for row, cells in zip(panel["rows"], expected, strict=True) if any(cells)]
    result.count += sum(
        bool(cell) and kind in NUMBERS for row, own in zip(expected, kinds, strict=True) for cell, kind in zip(row, own, strict=True)
    )
    titles = [column["title"] for column in (*panel["stub"], *panel["columns"])]
    compare_rows(result, where, names, titles, [row for row in expected if any(row)], found)


def kinds_of(panel: Panel, row: Row | None = None) -> list[str]:
    """What each cell of the row holds; a row may be of another kind than its columns."""
    own = row.get("kind") if row else None
    return ["text"] * len(panel["stub"]) + [own or column["kind"] for column in panel["columns"]]


def value(cell: object, kind: str) -> str:
    """A number by its value in one writing, a percentage as the number printed; text as text."""
    if kind not in NUMBERS or cell == "":
        return squeeze(str(cell))
    text = repr(cell) if isinstance(cell, (int, float)) else squeeze(str(cell)).replace(",", "")
    try:
        number = Decimal(text.removesuffix("%"))
    except InvalidOperation:
        return text
    return f"{number.normalize():f}"
