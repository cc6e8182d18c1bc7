"""The app of reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "disclosure.reports"
    verbose_name = "纠错"

    def ready(self) -> None:
        from disclosure.reports.reaching import declare

        declare()
