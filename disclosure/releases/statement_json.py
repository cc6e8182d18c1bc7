"""A built table as the document holds it: printed cells beside exact 元. Knows no declarations' meaning and no files."""

from typing import Any

from disclosure.core.money import write_exact, write_grouped, write_trimmed
from disclosure.narrative.write import Writer
from disclosure.packs.pack import Template
from disclosure.statements.table import Cell, Table, TablePanel, TableRow
from disclosure.statements.words import CellKind, Column

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
        "head": [writer.title(template.head), template.head_unit],
        "notes": list(table.notes),
        "panels": panels_json(table),
    }


def status_of(table: Table) -> str:
    """Whether a published original does not have the table as one, or there is nothing in it."""
    if table.absent:
        return "missing"
    return "empty" if table.is_empty else "present"


def panels_json(table: Table) -> list[dict[str, Any]]:
    """The panels; their columns are numbered through from 1."""
    panels, number = [], 1
    for panel in table.panels:
        panels.append(panel_json(panel, number))
        number += len(panel.declared.columns)
    return panels


def panel_json(panel: TablePanel, first: int) -> dict[str, Any]:
    """One panel."""
    columns = panel.declared.columns
    return {
        "key": panel.declared.key,
        "title": panel.declared.title,
        "stub": [{"key": stub.key, "title": stub.title, "group": list(stub.group), "number": "**"} for stub in panel.declared.stub],
        "columns": [column_json(column, number) for number, column in enumerate(columns, first)],
        "rows": [row_json(row, columns) for row in panel.rows],
    }


def column_json(column: Column, number: int) -> dict[str, Any]:
    """One column."""
    return {"key": column.key, "title": column.title, "group": list(column.group), "number": str(number), "kind": column.kind}


def row_json(row: TableRow, columns: tuple[Column, ...]) -> dict[str, Any]:
    """One row."""
    cells = [(column, row.cells[column.key]) for column in columns if column.key in row.cells]
    return {
        "key": row.key,
        "code": row.code,
        "printed_code": row.printed_code,
        "name": row.name,
        "level": row.level,
        "depth": row.depth,
        "line": row.line,
        "align": row.align,
        "cells": {column.key: print_cell(cell, column.kind) for column, cell in cells},
        "yuan": {column.key: None if cell.yuan is None else write_exact(cell.yuan) for column, cell in cells if column.kind == "money"},
    }


def print_cell(cell: Cell, kind: CellKind) -> str:
    """What the table prints: blank for nothing and for an exact zero, as Jiangxi budgets do."""
    if kind == "text" or cell.text:
        return cell.text
    if cell.shown is None or (cell.yuan is not None and not cell.yuan):
        return ""
    written = write_grouped(cell.shown) if kind == "money" else write_trimmed(cell.shown)
    return f"{written}%" if kind == "percent" else written
