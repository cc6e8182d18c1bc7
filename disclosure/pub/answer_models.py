"""What the public reported and what was answered, once both are published. Knows no page."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Matter(models.TextChoices):
    """What the report is about."""

    FIGURE = "figure", _("数字有误")
    WORDING = "wording", _("文字有误")
    FILE = "file", _("文件打不开或不完整")
    MISSING = "missing", _("应当公开而没有公开")
    PERSONAL = "personal", _("含有不宜公开的个人信息")
    OTHER = "other", _("其他")


class Outcome(models.TextChoices):
    """What came of it."""

    CORRECTED = "corrected", _("属实，已经更正")
    TO_BE_CORRECTED = "to_be_corrected", _("属实，将要更正")
    RIGHT = "right", _("经核对无误")
    NOTED = "noted", _("已经记下，用于改进")


class Answer(models.Model):
    """A question and its answer. `year`, `kind`, `version`: of the document that it is about, where it is about one."""

    region = models.CharField(max_length=6)
    region_name = models.CharField(max_length=60)
    agency_code = models.CharField(max_length=6)
    agency_name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField(null=True)
    kind = models.CharField(max_length=6, null=True)
    version = models.PositiveSmallIntegerField(null=True)
    matter = models.CharField(max_length=8, choices=Matter.choices)
    place = models.CharField(max_length=100)
    question = models.TextField()
    outcome = models.CharField(max_length=15, choices=Outcome.choices)
    answer = models.TextField()
    received_at = models.DateTimeField()
    published_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = '"pub"."answer"'
        ordering = ("-published_at", "-id")

    def __str__(self) -> str:
        return self.question[:40]

    def get_absolute_url(self) -> str:
        """Where it stands in the list."""
        return f"{reverse('answers')}#answer-{self.pk}"

    @property
    def subject_url(self) -> str:
        """The version that was read, else the agency, else the region."""
        if self.version:
            return reverse("version", args=(self.region, self.agency_code, self.year, self.kind, self.version))
        return reverse("agency_page", args=(self.region, self.agency_code)) if self.agency_code else reverse("region", args=(self.region,))
