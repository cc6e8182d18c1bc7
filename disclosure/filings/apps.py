"""The app of filings."""

from django.apps import AppConfig


class FilingsConfig(AppConfig):
    name = "disclosure.filings"
    verbose_name = "填报"

    def ready(self) -> None:
        from disclosure.filings.reaching import declare

        declare()
