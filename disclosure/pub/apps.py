"""The app of what the public may read: views over releases in force, and nothing else."""

from django.apps import AppConfig


class PubConfig(AppConfig):
    name = "disclosure.pub"
    verbose_name = "公开"
