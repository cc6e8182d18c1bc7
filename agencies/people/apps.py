"""The app of people: accounts, roles, appointments."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "agencies.people"
    verbose_name = "人员"
