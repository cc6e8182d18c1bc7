"""The app of exports."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "disclosure.exports"
    verbose_name = "输出"
