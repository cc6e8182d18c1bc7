"""Releases: documents as published, with their files. Insert only: the database refuses to change or delete them. Knows no filings' rows."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from disclosure.core.words import Kind, Scope
from disclosure.filings.models import Approval, Filing, choices
from disclosure.releases.bulk_models import Snapshot, SnapshotChunk
from disclosure.releases.event_models import Happening, ReleaseEvent, Seal, Withdrawal
from disclosure.releases.index_models import Period, ReleasedFigure, ReleasedText, Spelling
from disclosure.releases.workflow_models import (
    Anchor,
    Comment,
    Justification,
    Look,
    PaperForm,
    Preview,
    StepTaken,
    Submission,
    Transition,
)

__all__ = [
    "Anchor",
    "Basis",
    "Comment",
    "Happening",
    "Justification",
    "Look",
    "PaperForm",
    "Period",
    "Preview",
    "Release",
    "ReleaseEvent",
    "ReleaseFile",
    "ReleasedFigure",
    "ReleasedText",
    "Seal",
    "Snapshot",
    "SnapshotChunk",
    "Spelling",
    "StepTaken",
    "Submission",
    "Transition",
    "Withdrawal",
]


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases by the database's clock and their events."""

    def without(self, *happened: Happening) -> Self:
        """Those to which none of this happened, or was undone."""
        undone = ReleaseEvent.objects.filter(kind=Happening.RESTORED, refers_to=OuterRef("pk"))
        events = ReleaseEvent.objects.filter(~Exists(undone), release=OuterRef("pk"), kind__in=happened)
        return self.filter(~Exists(events))

    def standing(self) -> Self:
        """Those that were not cancelled: published, or to be."""
        return self.without(Happening.CANCELLED)

    def published(self) -> Self:
        """Those whose second has come."""
        return self.standing().filter(publish_at__lte=Now())

    def in_force(self) -> Self:
        """Of each document the highest published version that is not withdrawn."""
        newest = (
            self.published()
            .without(Happening.WITHDRAWN)
            .order_by("region", "agency_code", "year", "kind", "-version")
            .distinct("region", "agency_code", "year", "kind")
        )
        return self.filter(pk__in=newest.values("pk"))


class Release(models.Model):
    """One version of one document, for ever."""

    filing = models.ForeignKey(Filing, models.PROTECT, verbose_name="填报")
    region = models.CharField("行政区划代码", max_length=6)
    agency_code = models.CharField("编码", max_length=6)
    agency_name = models.CharField("名称", max_length=60)
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("文件", max_length=6, choices=choices(Kind))
    scope = models.CharField("公开范围", max_length=10, choices=choices(Scope))
    version = models.PositiveSmallIntegerField("版本")
    attempt = models.PositiveSmallIntegerField("第几次定时", default=1, editable=False, help_text="撤销过的定时公开不占版次")
    title = models.CharField("标题", max_length=120)
    document = models.JSONField("文件内容")
    document_sha256 = models.CharField("校验值", max_length=64)
    content_sha256 = models.CharField("内容校验值（不含版次和时间）", max_length=64)
    substance_sha256 = models.CharField("实质内容校验值", max_length=64, default="")
    amounts_sha256 = models.CharField("金额校验值", max_length=64, default="")
    approval = models.ForeignKey(Approval, models.PROTECT, null=True, blank=True, verbose_name="批复")
    publish_at = models.DateTimeField("公开时间")
    figures_checked = models.PositiveIntegerField("逐一核对的数字个数")
    by = models.CharField("发布人", max_length=60)
    created_at = models.DateTimeField("入库时间", db_default=Now())

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = "公开文件"
        ordering = ("-publish_at", "region", "agency_code")
        constraints = [
            models.UniqueConstraint(fields=["region", "agency_code", "year", "kind", "version", "attempt"], name="release_version_once"),
            models.CheckConstraint(name="release_version_counts_from_one", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.title} 第{self.version}版"

    def get_absolute_url(self) -> str:
        """The address of the version in force."""
        return f"/{self.region}/{self.agency_code}/{self.year}/{self.kind}/"

    def version_url(self) -> str:
        """The address of this version, for ever."""
        return f"{self.get_absolute_url()}v{self.version}/"


class ReleaseFile(models.Model):
    """One finished file of a release, as bytes."""

    release = models.ForeignKey(Release, models.PROTECT, verbose_name="公开文件", related_name="files")
    name = models.CharField("文件名", max_length=80)
    media_type = models.CharField("类型", max_length=100)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("校验值", max_length=64)
    body = models.BinaryField("内容")

    class Meta:
        verbose_name = "文件"
        ordering = ("release", "name")
        constraints = [models.UniqueConstraint(fields=["release", "name"], name="release_file_once")]

    def __str__(self) -> str:
        return self.name


class Basis(models.Model):
    """The release from which a filing took its figures of another document: last year's, or the budget of its year."""

    LAST_YEAR, BUDGET = "last_year", "budget"

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="bases")
    role = models.CharField("用作", max_length=9, choices=[(LAST_YEAR, "上年数"), (BUDGET, "年初预算数")])
    release = models.ForeignKey(Release, models.PROTECT, verbose_name="公开文件")
    by = models.CharField("取数人", max_length=60)
    taken_at = models.DateTimeField("取数时间", db_default=Now())

    class Meta:
        verbose_name = "取数的公开文件"
        constraints = [
            models.UniqueConstraint(fields=["filing", "role", "release"], name="basis_once"),
            models.CheckConstraint(name="basis_role_is_known", condition=Q(role__in=["last_year", "budget"])),
        ]

    def __str__(self) -> str:
        return f"{self.filing}：{self.release}"
