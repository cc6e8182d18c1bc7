"""The app of web."""

from importlib import import_module

from django.apps import AppConfig, apps


class WebConfig(AppConfig):
    name = "disclosure.web"
    verbose_name = "网页"

    def ready(self) -> None:
        """The office tells the trail of signing in; the public half has nobody to sign in."""
        if apps.is_installed("agencies.people"):
            import_module("disclosure.web.office.sign_in_trail")
