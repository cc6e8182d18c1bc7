"""A report of a mistake and its answer. Nothing is kept about who sent it: the receipt alone leads back to the answer.

条例 (2019) 第41条: whoever finds inaccurate information may ask for its correction.
"""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Bureau
from agencies.people.models import Person
from disclosure.pub.answer_models import Matter, Outcome
from disclosure.releases.models import Release

SHORTEST, LONGEST = 10, 2000  # characters of what is reported
ANSWER_SHORTEST, ANSWER_LONGEST = 10, 2000


class ReportState(models.TextChoices):
    """How far a report is. `declined` is also what was taken down again."""

    RECEIVED = "received", _("待答复")
    ANSWERED = "answered", _("待公开答复")
    PUBLISHED = "published", _("已公开答复")
    DECLINED = "declined", _("不公开答复")


class Report(models.Model):
    """`text`: as it was sent, for the office alone; `question`: as it is published beside the answer. `release`: the version that was read."""

    receipt = models.CharField("回执号", max_length=14, unique=True, editable=False)
    token = models.CharField("表单编号", max_length=32, unique=True, editable=False)
    origin = models.CharField("来源校验值", max_length=64, blank=True, default="", editable=False, help_text="只用于限制次数，一天后删去")
    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="财政部门", related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, verbose_name="部门、单位", related_name="+")
    agency_code = models.CharField("编码", max_length=6, blank=True, default="")
    agency_name = models.CharField("名称", max_length=60, blank=True, default="")
    release = models.ForeignKey(Release, models.PROTECT, null=True, blank=True, verbose_name="公开文件", related_name="reports")
    matter = models.CharField("问题", max_length=8, choices=Matter.choices)
    place = models.CharField("位置", max_length=100, blank=True, default="")
    text = models.TextField("来信", max_length=LONGEST)
    received_at = models.DateTimeField("收到时间", db_default=Now())
    state = models.CharField("办理", max_length=9, choices=ReportState.choices, default=ReportState.RECEIVED)
    outcome = models.CharField("结果", max_length=15, choices=Outcome.choices, blank=True, default="")
    question = models.TextField("公开的问题", max_length=LONGEST, blank=True, default="")
    answer = models.TextField("答复", max_length=ANSWER_LONGEST, blank=True, default="")
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="答复人", related_name="+")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="办结人", related_name="+")
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    why = models.CharField("不公开的理由", max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "纠错"
        ordering = ("-received_at", "-id")
        constraints = [
            models.CheckConstraint(name="report_words_are_known", condition=Q(matter__in=Matter.values, state__in=ReportState.values)),
            models.CheckConstraint(
                name="an_answer_is_whole",
                condition=~Q(state__in=["answered", "published"])
                | (Q(outcome__in=Outcome.values, answered_by__isnull=False, answered_at__isnull=False) & ~Q(question="") & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="an_answer_is_published_by_another",
                condition=~Q(state="published") | (Q(closed_by__isnull=False, closed_at__isnull=False) & ~Q(closed_by=F("answered_by"))),
            ),
            models.CheckConstraint(
                name="a_refusal_has_a_reason", condition=~Q(state="declined") | (Q(closed_by__isnull=False) & ~Q(why=""))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.receipt} {self.get_matter_display()}"

    @property
    def published_at(self) -> datetime | None:
        """When the answer became public; None while it is not."""
        return self.closed_at if self.state == ReportState.PUBLISHED else None

    @property
    def subject(self) -> str:
        """What it is about, in words."""
        return str(self.release or self.agency_name or self.bureau)
