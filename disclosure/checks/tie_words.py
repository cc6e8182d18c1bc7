"""The sides of a tie in words: tables, rows and columns as they are printed, both figures and their difference. Finds nothing."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from disclosure.checks.rule import Case
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address
from disclosure.core.money import write_full, write_trimmed
from disclosure.core.transcript import compared, is_comparison
from disclosure.statements.words import Row

PLAIN = ("合计", "预算数", "决算数", "金额", "数量")  # columns that say nothing beside the name of their row
ENUMERATOR = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．])+")
UNITS = {"money": "万元", "percent": "%"}  # counts stand alone
LEVELS = {"[class]": ("class", "各类合计"), "[item]": ("item", "各项合计"), "[line]": ("line", "各行合计")}


@dataclass(frozen=True, slots=True)
class Term:
    """A figure that is added or subtracted; its row is a key, `*` for the bound row, or a level whose rows are added up."""

    sign: int
    statement: str
    row: str
    column: str

    def at(self, row: str) -> Address:
        return Address(self.statement, row if self.row == "*" else self.row, self.column)


def described(case: Case, terms: tuple[Term, ...], row: str) -> str:
    """A side in words, table by table: a shared row or column is named once."""
    return "＋".join(f"{title_of(case, code)}{listed(case, tuple(of), row)}" for code, of in groupby(terms, by_statement))


def title_of(case: Case, statement: str) -> str:
    """《部门支出总表》; of what no table of the document prints, that it stands in the text."""
    table = case.tables[statement]
    if not table.declared.printed and not table.declared.form:
        return "文字说明中"
    return f"文字所述《{table.declared.title}》" if table.absent else f"《{table.declared.title}》"


def by_statement(term: Term) -> str:
    return term.statement


def listed(case: Case, terms: tuple[Term, ...], row: str) -> str:
    """“合计”的“基本支出”＋“项目支出”, or “行政运行”＋“信息化建设”的“合计”."""
    rows = [row_name(case, term, row) for term in terms]
    if len(set(case.tables[terms[0].statement].columns())) == 1:
        return summed(terms, rows)
    columns = [quoted(column_title(case, term.statement, term.column)) for term in terms]
    if len(set(columns)) == 1:
        return f"{summed(terms, rows)}的{columns[0]}"
    if len(set(rows)) == 1:
        return f"{rows[0]}的{summed(terms, columns)}"
    return summed(terms, [f"{name}的{column}" for name, column in zip(rows, columns, strict=True)])


def summed(terms: tuple[Term, ...], names: list[str]) -> str:
    """The names with their signs between them."""
    return "".join(f"{sign_of(term, index)}{name}" for index, (term, name) in enumerate(zip(terms, names, strict=True)))


def sign_of(term: Term, index: int) -> str:
    """－ before what is subtracted, ＋ between the others."""
    return "－" if term.sign < 0 else "＋" if index else ""


def row_name(case: Case, term: Term, row: str) -> str:
    """A row in quotation marks, or what a level adds up to."""
    return LEVELS[term.row][1] if term.row in LEVELS else quoted(row_title(case, term.at(row)))


def quoted(name: str) -> str:
    """In quotation marks, unless the name begins with them: “三公”经费."""
    return name if name.startswith("“") else f"“{name}”"


def bare(name: str) -> str:
    """A name without the number that a table prints before it: 一、一般公共服务支出."""
    return ENUMERATOR.sub("", name)


def unit_of(case: Case, address: Address) -> str:
    """万元 for money, % for percentages."""
    table = case.tables[address.statement]
    row = table.rows.get(address.row)
    kinds = (each.kind for panel in table.declared.panels for each in panel.columns if each.key == address.column)
    return UNITS.get((row.kind if row else None) or next(kinds), "")


def said(case: Case, address: Address, left: str, figure: Decimal, right: str, other: Decimal) -> str:
    """One sentence with both figures and their difference."""
    unit = unit_of(case, address)
    write = write_full if unit == "万元" else write_trimmed
    amounts = [f"{write(each)}{unit}" for each in (figure, other, abs(figure - other))]
    held = case.tables.find(address)
    is_missing = held is not None and held.is_blank and not figure
    return f"{left}{'没有印出' if is_missing else f'为{amounts[0]}'}，{right}{amounts[1]}，相差{amounts[2]}"


def row_title(case: Case, address: Address) -> str:
    """Code and name of a row; an indicator is called by its name, a comparison by the figure that is compared; of two rows of one name
    each has its 行次.
    """
    if is_comparison(address):
        return compared_title(case, address.row)
    table = case.tables[address.statement]
    found = table.rows.get(address.row)
    if found and "level3" in found.cells:
        return found.cells["level3"].text
    named = {each.key: each.name for panel in table.declared.panels for each in panel.rows if isinstance(each, Row)}
    told = found.name if found and found.name != address.row else ""
    name = told or named.get(address.row) or name_without_row(case, address.row)
    if found and found.line and sum(row.name == name for row in table.rows.values()) > 1:
        return f"{name}（第{found.line}行）"
    return f"{address.row} {bare(name)}".strip() if address.row.isdigit() and name != address.row else name or address.row


def compared_title(case: Case, key: str) -> str:
    """合计的基本支出, 301 工资福利支出: the figure of a row of the changes."""
    address = compared(Address(case.changes, key, ""))
    row, column = bare(row_title(case, address)), column_title(case, address.statement, address.column)
    return row if column in PLAIN else f"{row}的{column}"


def name_without_row(case: Case, key: str) -> str:
    """What the year's book calls a code, or the filing a project, that has no row; blank for anything else."""
    codes = load_chart(case.facts.year).codes
    found = codes.get(("functional", key)) or codes.get(("economic", key))
    return found.name if found else next((project.name for project in case.facts.projects if project.key == key), "")


def column_title(case: Case, statement: str, column: str) -> str:
    """The column's title; with the head above it, where it is 小计 or several columns beside each other are called so."""
    panels = case.tables[statement].declared.panels
    found, beside = next((each, panel.columns) for panel in panels for each in panel.columns if each.key == column)
    is_shared = found.title == "小计" or sum(each.title == found.title for each in beside) > 1
    return "".join((*found.group[-1:], found.title)) if is_shared else found.title
