"""The app of releases."""

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "disclosure.releases"
    verbose_name = "公开"

    def ready(self) -> None:
        from disclosure.releases.reaching import declare

        declare()
