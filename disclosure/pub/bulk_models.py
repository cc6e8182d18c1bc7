"""The dated files of open data, as the public reads them. Knows no page."""

from django.db import models
from django.urls import reverse


class Snapshot(models.Model):
    """One file of a part at a time."""

    part = models.CharField(max_length=20)
    stamp = models.CharField(max_length=18)
    name = models.CharField(max_length=60)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    taken_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = '"pub"."snapshot"'
        ordering = ("-taken_at", "name")

    def __str__(self) -> str:
        return f"{self.stamp}/{self.name}"

    def get_absolute_url(self) -> str:
        return reverse("snapshot", args=(self.stamp, self.name))


class SnapshotChunk(models.Model):
    """A piece of a file."""

    snapshot_id = models.BigIntegerField()
    number = models.PositiveIntegerField()
    body = models.BinaryField()

    class Meta:
        managed = False
        db_table = '"pub"."snapshot_chunk"'
        ordering = ("snapshot_id", "number")

    def __str__(self) -> str:
        return f"{self.snapshot_id} {self.number}"
