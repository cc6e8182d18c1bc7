"""A bureau's campaign: which documents of a year are filed, by whom, until when, through which hands. Knows no filing."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.models import AgencyYear, Bureau
from agencies.people.models import Person
from agencies.people.roles import REMITS
from disclosure.core.words import Kind

KINDS = [(str(kind), kind.label) for kind in Kind]


class Filers(models.TextChoices):
    """Who files a document of its own."""

    BOTH = "both", _("部门和单位")
    DEPARTMENTS = "departments", _("只有部门")
    UNITS = "units", _("只有单位")


class Stage(models.TextChoices):
    """A review that the campaign asks for, in this order; a department's own document has no department review."""

    DEPARTMENT = "department", _("主管部门审核")
    DIVISION = "division", _("业务股审核")
    LEAD = "lead", _("综合股审核")


CO_REVIEWS = [(code, REMITS[code]) for code in ("performance", "procurement", "assets")]


class Campaign(models.Model):
    """One kind of document of one year. Budgets of a year and final accounts of the year before run side by side."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="财政部门")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("文件", max_length=6, choices=KINDS)
    pack = models.CharField("模板", max_length=20)
    filers = models.CharField("谁填报", max_length=11, choices=Filers.choices, default=Filers.BOTH)
    stages = ArrayField(models.CharField(max_length=10, choices=Stage.choices), verbose_name="审核环节")
    co_reviews = ArrayField(models.CharField(max_length=11, choices=CO_REVIEWS), verbose_name="会审", default=list, blank=True)
    opened_at = models.DateTimeField("布置时间", null=True, blank=True)
    created_at = models.DateTimeField("建立时间", db_default=Now())

    class Meta:
        verbose_name = "填报任务"
        ordering = ("-year", "kind")
        constraints = [
            models.UniqueConstraint(fields=["bureau", "year", "kind"], name="campaign_once_a_year_and_kind"),
            models.CheckConstraint(name="campaign_filers_are_known", condition=Q(filers__in=Filers.values)),
            models.CheckConstraint(name="campaign_asks_for_a_review", condition=Q(stages__contains=[Stage.LEAD])),
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.get_kind_display()}公开"

    @property
    def stages_words(self) -> str:
        """主管部门审核、业务股审核、综合股审核；会审：绩效."""
        reviews = "、".join(str(stage.label) for stage in Stage if stage in self.stages)
        more = "、".join(str(REMITS[each]) for each in self.co_reviews)
        return f"{reviews}；会审：{more}" if more else reviews


class Window(models.Model):
    """When a group of agencies files; the group without members is everybody else's."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, verbose_name="填报任务", related_name="windows")
    name = models.CharField("分组", max_length=40)
    opens_on = models.DateField("开始")
    closes_on = models.DateField("截止")
    departments = models.ManyToManyField(AgencyYear, verbose_name="部门", blank=True, related_name="+")

    class Meta:
        verbose_name = "填报窗口"
        ordering = ("campaign", "opens_on", "id")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], name="window_once"),
            models.CheckConstraint(name="window_closes_after_it_opens", condition=Q(closes_on__gte=F("opens_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.opens_on}—{self.closes_on}"


class Extension(models.Model):
    """More time for one agency, and why."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, verbose_name="填报任务", related_name="extensions")
    agency_year = models.ForeignKey(AgencyYear, models.PROTECT, verbose_name="部门或单位")
    until = models.DateField("延至")
    why = models.CharField("原因", max_length=200)
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="批准人", related_name="+")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "延期"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.agency_year} {self.until}"
