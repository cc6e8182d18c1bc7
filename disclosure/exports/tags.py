"""What WeasyPrint's tags lack for readers by ear: scopes, headers, an index of ids, artifacts, words on links.

It knows PDF structure and no document. Works in place on an open pikepdf.Pdf.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

MARK = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"
LINK = "转到目录所列位置"


@dataclass
class Grid:
    """What a table's cells cover, row by row: (row, column) -> keys of a row head that reaches down there."""

    prefix: str
    taken: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    columns: dict[int, list[str]] = field(default_factory=dict)
    ids: dict[str, Object] = field(default_factory=dict)


@dataclass
class Place:
    """Where in a row we are: its number, the next column, the row heads heard so far."""

    row: int
    is_head: bool
    heads_all: bool
    column: int = 0
    heads: list[str] = field(default_factory=list)
    after_head: bool = False


def children(element: Object) -> list[Object]:
    inside = element.get("/K")
    listed = inside if isinstance(inside, Array) else [] if inside is None else [inside]
    return [child for child in listed if isinstance(child, Dictionary) and "/S" in child]


def walk(element: Object) -> Iterator[Object]:
    for child in children(element):
        yield child
        yield from walk(child)


def root_of(pdf: Pdf) -> Object:
    kids = pdf.Root.StructTreeRoot.K
    return kids[0] if isinstance(kids, Array) else kids


def mend(pdf: Pdf) -> None:
    ids: dict[str, Object] = {}
    live: dict[tuple[int, int], set[int]] = {}
    before = Grid("")
    for number, element in enumerate(walk(root_of(pdf))):
        if element.S == "/Table":
            before = mend_table(element, f"t{number:05d}", before)
            ids |= before.ids
        marks = element.get("/K")
        for mark in marks if isinstance(marks, Array) else []:
            if isinstance(mark, int):
                live.setdefault(element.Pg.objgen, set()).add(mark)
    names = Array([item for key in sorted(ids) for item in (String(key), ids[key])])
    pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Names=names))
    for page in pdf.pages:
        mark_artifacts(page.obj, live.get(page.obj.objgen, set()))
        describe_links(page.obj)


def table_rows(table: Object) -> list[tuple[Object, bool]]:
    """(row, stands in the head) in order."""
    groups = [(group, group.S == "/THead") for group in children(table)]
    rows = [(row, head) for group, head in groups for row in (children(group) if group.S != "/TR" else [group])]
    return [(row, head) for row, head in rows if row.S == "/TR"]


def mend_table(table: Object, prefix: str, before: Grid) -> Grid:
    """`before` is the table ahead: one that goes on from its page stands under the heads heard there."""
    rows = table_rows(table)
    grid = Grid(prefix, columns=dict(before.columns) if goes_on(rows, before) else {})
    for number, (row, is_head) in enumerate(rows):
        cells = [cell for cell in children(row) if cell.S in ("/TH", "/TD")]
        place = Place(number, is_head, all(cell.S == "/TH" for cell in cells))
        for index, cell in enumerate(cells):
            mend_cell(grid, place, cell, f"{prefix}-{number}-{index}")
    return grid


def goes_on(rows: list[tuple[Object, bool]], before: Grid) -> bool:
    """Whether a table without heads of its own begins with a plain row of the table before it."""
    cells = children(rows[0][0]) if rows else []
    plain = all(int(cell.get("/A", Dictionary()).get("/ColSpan", 1)) == 1 for cell in cells)
    return plain and any(cell.S == "/TD" for cell in cells) and not rows[0][1] and len(cells) == len(before.columns)


def mend_cell(grid: Grid, place: Place, cell: Object, key: str) -> None:
    skip_taken(grid, place)
    about = cell.get("/A", Dictionary(O=Name.Table))
    width, height = int(about.get("/ColSpan", 1)), int(about.get("/RowSpan", 1))
    span = range(place.column, place.column + width)
    if "/Headers" in about:  # WeasyPrint's are wrong under heads of several rows
        del about["/Headers"]
    keys = name_head(grid, place, cell, about, key, span) if cell.S == "/TH" else hear_heads(grid, place, about, span)
    cell.A = about
    for row in range(place.row, place.row + height):
        for column in span:
            grid.taken[row, column] = keys if row > place.row else []
    place.column += width


def skip_taken(grid: Grid, place: Place) -> None:
    while (place.row, place.column) in grid.taken:
        reaching = grid.taken[place.row, place.column]
        if reaching:
            place.heads, place.after_head = [*place.heads, *reaching], True
        place.column += 1


def name_head(grid: Grid, place: Place, cell: Object, about: Object, key: str, span: range) -> list[str]:
    """Give a head its id and scope; returns the keys that reach into the rows below it."""
    over_column = place.is_head or place.heads_all
    about.Scope = Name.Column if over_column else Name.Row
    cell.ID = String(key)
    grid.ids[key] = cell
    if over_column:
        for column in span:
            grid.columns[column] = [*grid.columns.get(column, []), key] if place.is_head else [key]
        return []
    place.heads = [*place.heads, key] if place.after_head else [key]
    place.after_head = True
    return [key]


def hear_heads(grid: Grid, place: Place, about: Object, span: range) -> list[str]:
    place.after_head = False
    if not place.is_head:
        heard = place.heads + [key for column in span for key in grid.columns.get(column, [])]
        if heard:
            about.Headers = Array([String(key) for key in dict.fromkeys(heard)])
    return []


def mark_artifacts(page: Object, live: set[int]) -> None:
    """Running heads and folios are marked content of no element: they are artifacts."""
    content = page.Contents.read_bytes()
    page.Contents.write(MARK.sub(lambda mark: mark[0] if int(mark[1]) in live else ARTIFACT, content))


def describe_links(page: Object) -> None:
    """WeasyPrint puts the name of the target there."""
    for link in page.get("/Annots", Array()):
        if "/Dest" in link:
            link.Contents = String(LINK)
