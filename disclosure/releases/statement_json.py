"""A built table as the document holds it: printed cells beside exact 元. Knows no declarations' meaning and no files."""

from typing import Any, Literal

from disclosure.core.money import write_count, write_exact, write_grouped, write_trimmed
from disclosure.narrative.write import Writer
from disclosure.packs.pack import Template
from disclosure.statements.table import Cell, Table, TablePanel, TableRow
from disclosure.statements.words import CellKind, Column

Zeros = Literal["", "blank", "written"]
INSTEAD = {"missing": None, "picture": "原件此表是图片，没有转录。"}


def statement_json(table: Table, template: Template, writer: Writer) -> dict[str, Any]:
    """One statement."""
    declared = table.declared
    return {
        "code": declared.code,
        "key": declared.key,
        "number": declared.number,
        "title": declared.title,
        "printed": declared.printed,
        "status": status_of(table),
        "orientation": declared.orientation,
        "layout": declared.layout,
        "column_numbers": declared.column_numbers,
        "unit": "万元",
        "form": declared.form,
        "see": INSTEAD[table.absent] if table.absent else declared.see,
        "source": str(declared.source),
        "head": head_of(table, template, writer),
        "notes": list(table.notes),
        "panels": panels_json(table),
    }


def head_of(table: Table, template: Template, writer: Writer) -> list[str]:
    """What stands above the table: who, when, its number in the format, its unit."""
    declared = table.declared
    right = "　".join(filter(None, (declared.label, declared.measure or template.head_unit)))
    return [*(writer.title(each) for each in template.head), right]


def status_of(table: Table) -> str:
    """Whether a published original does not have the table as one, or there is nothing in it."""
    if table.absent:
        return "missing"
    return "empty" if table.is_empty else "present"


def panels_json(table: Table) -> list[dict[str, Any]]:
    """The panels; their columns are numbered through from 1."""
    panels, number = [], 1
    for panel in table.panels:
        panels.append(panel_json(panel, number, table.declared.zeros))
        number += len(panel.declared.columns)
    return panels


def panel_json(panel: TablePanel, first: int, zeros: Zeros) -> dict[str, Any]:
    """One panel."""
    columns = panel.declared.columns
    return {
        "key": panel.declared.key,
        "title": panel.declared.title,
        "stub": [{"key": stub.key, "title": stub.title, "group": list(stub.group), "number": stub.number} for stub in panel.declared.stub],
        "columns": [column_json(column, number) for number, column in enumerate(columns, first)],
        "rows": [row_json(row, columns, zeros) for row in panel.rows],
    }


def column_json(column: Column, number: int) -> dict[str, Any]:
    """One column."""
    return {"key": column.key, "title": column.title, "group": list(column.group), "number": str(number), "kind": column.kind}


def row_json(row: TableRow, columns: tuple[Column, ...], zeros: Zeros) -> dict[str, Any]:
    """One row; `kind` where its cells are of another kind than the columns."""
    cells = [(column.key, row.kind or column.kind, row.cells[column.key]) for column in columns if column.key in row.cells]
    kind = {"kind": row.kind} if row.kind else {}
    return {
        "key": row.key,
        "code": row.code,
        "printed_code": row.printed_code,
        "name": row.name,
        "level": row.level,
        "depth": row.depth,
        "line": row.line,
        "align": row.align,
        "cells": {column: print_cell(cell, kind, zeros) for column, kind, cell in cells},
        "yuan": {column: None if cell.yuan is None else write_exact(cell.yuan) for column, kind, cell in cells if kind == "money"},
    } | kind


def print_cell(cell: Cell, kind: CellKind, zeros: Zeros) -> str:
    """What the table prints: blank for nothing; for a zero what the format says, else blank for an amount and 0 for a count."""
    if kind == "text" or cell.text:
        return cell.text
    if cell.shown is None or (not cell.shown and zeros == "blank") or (cell.yuan is not None and not cell.yuan and zeros != "written"):
        return ""
    if kind == "money":
        return write_grouped(cell.shown)
    return f"{write_trimmed(cell.shown)}%" if kind == "percent" else write_count(cell.shown)
