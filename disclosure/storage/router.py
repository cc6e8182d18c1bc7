"""Which login asks what: the views of schema pub are read as `public`, everything else as the office; only the owner migrates."""

from typing import Any

from django.db.models import Model

from disclosure.storage.logins import OWNER, PUBLIC


class Router:
    """Django's question and answer of databases."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return PUBLIC if model._meta.app_label == "pub" else None

    db_for_write = db_for_read  # and PostgreSQL refuses

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == OWNER
