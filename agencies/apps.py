"""The app of regions, bureaus, departments and units."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "agencies"
    verbose_name = "部门和单位"
