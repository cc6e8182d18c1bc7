"""The app of codes."""

from django.apps import AppConfig


class CodesConfig(AppConfig):
    name = "disclosure.codes"
    verbose_name = "政府收支分类"
