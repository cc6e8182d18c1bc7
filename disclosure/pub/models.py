"""What the public may read: views over what is published by the database's clock. Read-only by the login that reads them; knows no filing."""

from typing import Self

from django.db import models
from django.urls import reverse

from disclosure.pub.answer_models import Answer
from disclosure.pub.browsed_models import Agency, Code, Current, Due, Figure, Place, Progress
from disclosure.pub.bulk_models import Snapshot, SnapshotChunk

__all__ = [
    "Agency",
    "Answer",
    "ChainHead",
    "Code",
    "Current",
    "Due",
    "Figure",
    "Place",
    "Progress",
    "Release",
    "ReleaseFile",
    "Snapshot",
    "SnapshotChunk",
    "Successor",
]


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases whose second has come."""

    def in_force(self) -> Self:
        """Of each document the highest published version."""
        return self.filter(in_force=True)


class Release(models.Model):
    """One published version of one document; of a withdrawn one the document is not there."""

    region = models.CharField(max_length=6)
    agency_code = models.CharField(max_length=6)
    agency_name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6)
    scope = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    document = models.JSONField()  # NULL of a withdrawn one
    document_sha256 = models.CharField(max_length=64)
    publish_at = models.DateTimeField()
    figures_checked = models.PositiveIntegerField()
    in_force = models.BooleanField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal = models.CharField(max_length=18, null=True)
    withdrawn_why = models.CharField(max_length=400, null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = '"pub"."release"'
        ordering = ("-publish_at", "region", "agency_code")

    def __str__(self) -> str:
        return f"{self.title} 第{self.version}版"

    def get_absolute_url(self) -> str:
        """The address of the version in force."""
        return reverse("release", args=(self.region, self.agency_code, self.year, self.kind))

    def version_url(self) -> str:
        """The address of this version, for ever."""
        return f"{self.get_absolute_url()}v{self.version}/"


class ReleaseFile(models.Model):
    """One finished file of a published version, as bytes."""

    release = models.ForeignKey(Release, models.DO_NOTHING, related_name="files")
    name = models.CharField(max_length=80)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    body = models.BinaryField()

    class Meta:
        managed = False
        db_table = '"pub"."release_file"'
        ordering = ("release", "name")

    def __str__(self) -> str:
        return self.name


class ChainHead(models.Model):
    """The last link of the chain that seals everything published."""

    id = models.PositiveBigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = '"pub"."chain_head"'

    def __str__(self) -> str:
        return f"{self.pk} {self.hash}"


class Successor(models.Model):
    """What became of an agency's code: the code under which its successor, or itself after a move, goes on."""

    region = models.CharField(max_length=6)
    old_code = models.CharField(max_length=6)
    old_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=7)
    on = models.DateField()
    new_code = models.CharField(max_length=6)
    new_name = models.CharField(max_length=60)

    class Meta:
        managed = False
        db_table = '"pub"."successor"'
        ordering = ("on", "new_code")

    def __str__(self) -> str:
        return f"{self.old_name}→{self.new_name}"
