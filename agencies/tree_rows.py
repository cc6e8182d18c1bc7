"""Rows of a workbook become the rows of a register: headings found in any order, titles above allowed. Knows no database and no file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from disclosure.core.words import UnitKind

CODE, NAME, DEPARTMENT, KIND, EXEMPTION, FORMER = "编码", "名称", "主管部门", "性质", "免予公开原因", "曾用编码"
HEADINGS = (CODE, NAME, DEPARTMENT, KIND, EXEMPTION, FORMER)
ALSO: Mapping[str, str] = {
    "单位编码": CODE, "预算单位编码": CODE, "代码": CODE, "单位名称": NAME, "预算单位名称": NAME, "全称": NAME, "主管部门编码": DEPARTMENT,
    "部门编码": DEPARTMENT, "单位性质": KIND, "单位类型": KIND, "免予公开的原因": EXEMPTION, "原编码": FORMER, "上年编码": FORMER,
}  # fmt: skip
KINDS: Mapping[str, UnitKind] = {
    **{kind.label: kind for kind in UnitKind}, "行政": UnitKind.ADMINISTRATIVE, "参公": UnitKind.CIVIL_SERVICE, "参公事业单位": UnitKind.CIVIL_SERVICE,
    "参公单位": UnitKind.CIVIL_SERVICE, "事业": UnitKind.INSTITUTION,
}  # fmt: skip
PLAIN_CODE = re.compile(r"[0-9]{3}(?:[0-9]{3})?\Z")
LONGEST_NAME, LONGEST_EXEMPTION = 60, 200
Cells = Mapping[int, Any]


@dataclass(frozen=True, slots=True)
class BadCell:
    """What is wrong in a row: where, what was found, what to do. Row 0 is the whole sheet."""

    row: int
    column: str
    found: str
    mend: str

    def __str__(self) -> str:
        place = f"第{self.row}行“{self.column}”" if self.row else "整个工作表"
        return f"{place}：{self.found}；{self.mend}"


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One agency of the workbook; `former`: its code before, where it changed. None is what the workbook does not say: it stays as it is."""

    row: int
    code: str
    name: str
    kind: str | None = None
    exemption: str | None = None
    former: str = ""

    @property
    def department(self) -> str:
        """The code of its department; empty for a department."""
        return self.code[:3] if len(self.code) == 6 else ""


class BadTree(ValueError):
    """The workbook is not a register; nothing of it was used."""

    def __init__(self, problems: list[BadCell]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def tree_rows(rows: Iterable[tuple[int, Cells]]) -> list[TreeRow]:
    """The agencies of a sheet, departments before their units; raises BadTree with every problem at once."""
    given = list(rows)
    head = next(((number, found) for number, cells in given if {CODE, NAME} <= set((found := headings(cells)).values())), None)
    if head is None:
        raise BadTree([BadCell(0, "", "没有找到表头", f"表头一行至少要有“{CODE}”和“{NAME}”，可以下载空白模板照填")])
    number, columns = head
    texts = [(row, {name: text(cells.get(column)) for column, name in columns.items()}) for row, cells in given if row > number]
    problems: list[BadCell] = []
    agencies: list[TreeRow] = []
    for row, said in texts:
        if any(said.values()):
            problems += cell_problems(row, said)
            agencies.append(agency(row, said))
    problems += [] if problems else tree_problems(agencies)
    if not agencies:
        problems.append(BadCell(0, "", "表头以下没有内容", "每个部门和单位写一行"))
    if problems:
        raise BadTree(problems)
    return sorted(agencies, key=lambda each: each.code)


def headings(cells: Cells) -> dict[int, str]:
    """Which column is what."""
    said = {column: re.sub(r"[\s（(].*|\s", "", value) for column, value in cells.items() if isinstance(value, str)}
    return {column: ALSO.get(name, name) for column, name in said.items() if ALSO.get(name, name) in HEADINGS}


def text(value: Any) -> str:
    """A cell as text: a code that the workbook keeps as a number is read as its digits."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dict):
        return str(next(iter(value.values())))
    return "" if value is None else str(value).strip().replace("\u3000", "")


def agency(row: int, said: Mapping[str, str]) -> TreeRow:
    kind = KINDS.get(said.get(KIND, ""))
    return TreeRow(row, said[CODE], said[NAME], str(kind) if kind else None, said.get(EXEMPTION), said.get(FORMER, ""))


def cell_problems(row: int, said: Mapping[str, str]) -> Iterator[BadCell]:
    """What is wrong with a row by itself."""
    code, name, kind, above = said[CODE], said[NAME], said.get(KIND, ""), said.get(DEPARTMENT, "")
    if not PLAIN_CODE.match(code):
        yield BadCell(row, CODE, f"是“{code}”", "部门是3位数字，单位是6位数字")
    elif above and above != code[:3] and not (above == code and len(code) == 3):
        yield BadCell(row, DEPARTMENT, f"是“{above}”，而编码{code}的前3位是{code[:3]}", "单位的编码以主管部门的编码开头，改正其中一个")
    if not 0 < len(name) <= LONGEST_NAME:
        yield BadCell(row, NAME, f"有{len(name)}个字" if name else "是空的", f"填规范全称，至多{LONGEST_NAME}个字")
    if kind and kind not in KINDS:
        yield BadCell(row, KIND, f"是“{kind}”", f"可用：{'、'.join(each.label for each in UnitKind)}")
    if len(said.get(EXEMPTION, "")) > LONGEST_EXEMPTION:
        yield BadCell(row, EXEMPTION, f"有{len(said[EXEMPTION])}个字", f"至多{LONGEST_EXEMPTION}个字")
    if said.get(FORMER, "") and not PLAIN_CODE.match(said[FORMER]):
        yield BadCell(row, FORMER, f"是“{said[FORMER]}”", "填上一次的编码，3位或6位数字，没有变就留空")


def tree_problems(agencies: list[TreeRow]) -> Iterator[BadCell]:
    """What is wrong between rows."""
    first: dict[str, int] = {}
    came: dict[str, int] = {}
    codes = {each.code for each in agencies}
    for each in agencies:
        if each.code in first:
            yield BadCell(each.row, CODE, f"{each.code}和第{first[each.code]}行重复", "一个编码只写一行")
        first.setdefault(each.code, each.row)
        if each.department and each.department not in codes:
            yield BadCell(
                each.row, CODE, f"{each.code}的主管部门{each.department}不在表里", f"加上编码为{each.department}的一行，或改正编码"
            )
        if each.former and each.former in came:
            yield BadCell(
                each.row, FORMER, f"{each.former}和第{came[each.former]}行重复", "一个旧编码只能变成一个新编码；分立请用“机构调整”"
            )
        came.setdefault(each.former, each.row)
