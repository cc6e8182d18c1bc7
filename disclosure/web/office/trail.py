"""The audit trail in words: what a table, a column and an action are called, and what changed from what to what. Knows no page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure.audit.models import Entry

ACTIONS: Mapping[str, Promise] = {
    "insert": _("新增"),
    "update": _("修改"),
    "delete": _("删除"),
    "login": _("登录"),
    "login_failed": _("登录失败"),
    "logout": _("退出"),
    "locked": _("锁定"),
    "denied": _("被拒绝"),
    "reauthenticated": _("再次验证身份"),
    "unlocked": _("解除锁定"),
}


@dataclass(frozen=True)
class Changed:
    """One column of a row, before and after; None where there was or is nothing."""

    label: str
    before: str | None
    after: str | None


@cache
def models_by_table() -> Mapping[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}


def action_words(action: str) -> Promise | str:
    return ACTIONS.get(action, action)


def table_words(table: str) -> str:
    """A table's model in words; what has no model says itself."""
    model = models_by_table().get(table)
    return str(model._meta.verbose_name) if model else table


def column_words(table: str, column: str) -> str:
    model = models_by_table().get(table)
    fields = {field.column: field for field in model._meta.concrete_fields} if model else {}
    return str(fields[column].verbose_name) if column in fields else column


def changes(entry: Entry) -> Iterator[Changed]:
    """Every column that the entry tells of, in the order of the model."""
    before, after = entry.before or {}, entry.after or {}
    for column in dict.fromkeys([*before, *after]):
        yield Changed(column_words(entry.table, column), _told(before, column), _told(after, column))


def _told(row: Mapping[str, Any], column: str) -> str | None:
    if column not in row or row[column] is None:
        return None
    return {True: "是", False: "否"}.get(row[column], str(row[column])) if isinstance(row[column], bool) else str(row[column])
