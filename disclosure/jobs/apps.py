"""The app of jobs."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "disclosure.jobs"
    verbose_name = "任务"
