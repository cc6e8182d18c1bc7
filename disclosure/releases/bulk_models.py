"""Dated files of open data, kept in the database like everything else that the public reads. Derived; knows no writer."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Snapshot(models.Model):
    """One file of one part (a year, a region, everything) at one time. `releases`: what it holds; `fingerprint`: by which a change is known."""

    part = models.CharField("范围", max_length=20)
    stamp = models.CharField("时间", max_length=18)
    name = models.CharField("文件名", max_length=60)
    media_type = models.CharField("类型", max_length=100)
    size = models.PositiveBigIntegerField("字节数")
    sha256 = models.CharField("校验值", max_length=64)
    rows = models.PositiveIntegerField("行数")
    releases = ArrayField(models.BigIntegerField(), verbose_name="公开文件")
    fingerprint = models.CharField("内容校验值", max_length=64)
    taken_at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = "成批数据"
        ordering = ("-taken_at", "name")
        constraints = [models.UniqueConstraint(fields=["stamp", "name"], name="snapshot_once")]

    def __str__(self) -> str:
        return f"{self.stamp}/{self.name}"


class SnapshotChunk(models.Model):
    """A piece of the file's bytes, so that nobody holds all of them at once."""

    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="chunks", verbose_name="成批数据")
    number = models.PositiveIntegerField("次序")
    body = models.BinaryField("内容")

    class Meta:
        verbose_name = "成批数据的一段"
        constraints = [models.UniqueConstraint(fields=["snapshot", "number"], name="chunk_once")]

    def __str__(self) -> str:
        return f"{self.snapshot} {self.number}"
