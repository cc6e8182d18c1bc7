"""A job as its person sees it: what, how far, how it ended. procrastinate keeps the queue; this keeps the answer. Knows no kind of job."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.people.models import Person


class Status(models.TextChoices):
    QUEUED = "queued", _("排队")
    RUNNING = "running", _("进行中")
    DONE = "done", _("完成")
    REFUSED = "refused", _("未通过")
    FAILED = "failed", _("出错")
    CANCELLED = "cancelled", _("已取消")


ENDED = (Status.DONE, Status.REFUSED, Status.FAILED, Status.CANCELLED)
KEPT_DAYS = 30


class Job(models.Model):
    """`arguments` for the work, `result` what came of it: {"message": …, "href": …, "problems": [...]}. Several may belong to one `batch`."""

    kind = models.CharField("种类", max_length=30)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, verbose_name="人员", related_name="jobs")
    subject = models.CharField("内容", max_length=200)
    arguments = models.JSONField("参数")
    batch = models.UUIDField("批次", null=True, blank=True, db_index=True)
    status = models.CharField("状态", max_length=9, choices=Status.choices, default=Status.QUEUED)
    stage = models.CharField("阶段", max_length=60, blank=True, default="")
    percent = models.PositiveSmallIntegerField("进度", default=0)
    tries = models.PositiveSmallIntegerField("第几次", default=0)
    result = models.JSONField("结果", null=True, blank=True)
    cancel_asked = models.BooleanField("要求取消", default=False)
    queued_at = models.DateTimeField("提交时间", db_default=Now())
    started_at = models.DateTimeField("开始时间", null=True, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        verbose_name = "任务"
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(name="job_status_is_known", condition=Q(status__in=Status.values)),
            models.CheckConstraint(name="job_percent_is_one", condition=Q(percent__lte=100)),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED

    @property
    def message(self) -> str:
        """What came of it, in words."""
        return str((self.result or {}).get("message", ""))
