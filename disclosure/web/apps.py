"""The app of web."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "disclosure.web"
    verbose_name = "网页"
