"""The app of the database's logins, grants and invariants."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    name = "disclosure.storage"
    verbose_name = "存储"
