"""A filing, and what its rows have in common. Knows no kind of row."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from agencies.models import AgencyYear
from agencies.people.models import Person
from disclosure.core.words import Kind, Origin, Scope, Word
from disclosure.filings.campaign_models import Campaign, Window
from disclosure.filings.states import State

LONGEST_ROW = 86  # of a comparison: 表.行.栏


def choices(words: type[Word]) -> list[tuple[str, str]]:
    """A word's values with their labels."""
    return [(str(word), word.label) for word in words]


def is_one_of(field: str, words: type[Word], *more: str) -> Q:
    """A condition that the database can hold."""
    return Q(**{f"{field}__in": [*more, *(str(word) for word in words)]})


class Filing(models.Model):
    """One document of one agency and year, as entered; or as published elsewhere, then it has an original and no lines."""

    agency_year = models.ForeignKey(AgencyYear, models.PROTECT, verbose_name="部门或单位")
    units = models.ManyToManyField(AgencyYear, verbose_name="单位", related_name="filings_within")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("文件", max_length=6, choices=choices(Kind))
    scope = models.CharField("公开范围", max_length=10, choices=choices(Scope))
    pack = models.CharField("模板", max_length=20)
    origin = models.CharField("来源", max_length=11, choices=choices(Origin), default=Origin.ENTERED)
    objective = models.TextField("年度总体目标", blank=True, default="")
    assets_as_of = models.DateField("资产数截止日期", null=True, blank=True)
    last_year_complete = models.BooleanField("未列出的上年数都是0", default=False)
    budget_complete = models.BooleanField("未列出的年初预算数都是0", default=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, verbose_name="填报任务", related_name="filings")
    window = models.ForeignKey(Window, models.PROTECT, null=True, blank=True, verbose_name="填报窗口", related_name="filings")
    state = models.CharField("状态", max_length=19, choices=State.choices, default=State.NOT_STARTED, editable=False)
    round = models.PositiveSmallIntegerField("第几次公开", default=1, editable=False)

    class Meta:
        verbose_name = "填报"
        constraints = [
            models.UniqueConstraint(fields=["agency_year", "kind"], name="filing_once_a_year_and_kind"),
            models.UniqueConstraint(fields=["id", "year"], name="filing_id_and_year"),
            models.UniqueConstraint(fields=["id", "origin"], name="filing_id_and_origin"),
            models.UniqueConstraint(fields=["id", "kind"], name="filing_id_and_kind"),
            models.CheckConstraint(name="filing_state_is_known", condition=Q(state__in=State.values)),
        ]

    def __str__(self) -> str:
        return f"{self.agency_year} {self.year} {self.get_kind_display()}"


class Author(models.Model):
    """Someone who wrote rows of a filing, as the database saw it: he may not review or publish it."""

    filing = models.ForeignKey(Filing, models.DO_NOTHING, verbose_name="填报", related_name="authors")  # the database deletes with it
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="填报人", related_name="+")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "填报过的人"
        constraints = [models.UniqueConstraint(fields=["filing", "person"], name="author_once")]

    def __str__(self) -> str:
        return f"{self.filing}：{self.person}"


class FilingRow(models.Model):
    """A row of a filing in its order."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报")
    position = models.PositiveIntegerField("序号")

    class Meta:
        abstract = True
        ordering = ("filing", "position")


class EnteredRow(FilingRow):
    """A row that clerks write one by one: whoever changes it names the version that he saw, so that nobody's change is lost."""

    version = models.PositiveIntegerField("版本", default=1, db_default=1, editable=False)

    class Meta(FilingRow.Meta):
        abstract = True


class Addressed(models.Model):
    """Something said of a figure at an address."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报")
    statement = models.CharField("表", max_length=4)
    row = models.CharField("行", max_length=40)
    column = models.CharField("栏", max_length=40)

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["filing", "statement", "row", "column"], name="%(class)s_once")]

    def __str__(self) -> str:
        return f"{self.statement}/{self.row}/{self.column}"
