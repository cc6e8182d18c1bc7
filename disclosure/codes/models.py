"""The government's classification as the database's law: codes by year, their other names, the mapping; knows no ledger."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left, Length
from django.db.models.functions.datetime import Now
from django.db.models.lookups import GreaterThan

from disclosure.core.chart import CHARTS

DIGITS_3_5_7 = r"^[0-9]{3}([0-9]{2}){0,2}$"
DIGITS_3_5 = r"^[0-9]{3}([0-9]{2})?$"
DIGITS_5 = r"^[0-9]{5}$"
CHART_CHOICES = [(chart, title) for chart, (title, _) in CHARTS.items()]
BUDGETS = {
    "general": "一般公共预算",
    "fund": "政府性基金预算",
    "soe": "国有资本经营预算",
    "shared": "多本预算共用",
    "social_insurance": "社会保险基金预算",
}
GROUPS = {"personnel": "人员经费", "public": "公用经费"}
CONFIDENCES = {"seen": "见于已公开文件", "known": "确知", "unsure": "待核实"}
NAME_KINDS = {"former": "曾用名", "variant": "印刷异文"}
MAPPED_KINDS = {"administrative": "机关和参公事业单位", "institution": "事业单位（不含参公）", "any": "不区分"}

DIGITS_OF_ITS_CHART = Q(chart__in=["functional", "revenue"], code__regex=DIGITS_3_5_7) | Q(
    chart__in=["economic", "government"], code__regex=DIGITS_3_5
)
HAS_A_NAME = Q(name__regex=r"\S")
IN_ORDER = Q(first_year__lte=F("last_year")) | Q(first_year=None) | Q(last_year=None)


class Code(models.Model):
    """One code of one year's book. Its parent follows from its digits; the database holds it to the same year and chart."""

    pk = models.CompositePrimaryKey("year", "chart", "code")
    year = models.PositiveSmallIntegerField("年度")
    chart = models.CharField("科目表", max_length=10, choices=CHART_CHOICES)
    code = models.CharField("编码", max_length=7)
    # NULL for a class: MATCH SIMPLE then asks for no parent
    parent = models.GeneratedField(
        expression=models.Case(models.When(GreaterThan(Length("code"), 3), then=Left("code", Length("code") - 2))),
        output_field=models.CharField(max_length=5, null=True),
        db_persist=True,
        verbose_name="上级编码",
    )
    name = models.TextField("名称")
    budget = models.CharField("所属预算", max_length=16, choices=BUDGETS, blank=True, default="")
    group = models.CharField("人员或公用", max_length=9, choices=GROUPS, blank=True, default="")
    confidence = models.CharField("可信程度", max_length=6, choices=CONFIDENCES)
    definition = models.TextField("说明", blank=True, default="")

    class Meta:
        verbose_name = "科目"
        ordering = ("year", "chart", "code")
        indexes = [models.Index(fields=["year", "chart", "parent"], name="code_parent")]
        constraints = [
            models.CheckConstraint(name="code_year_is_of_this_classification", condition=Q(year__gte=2007, year__lte=2100)),
            models.CheckConstraint(name="code_digits_by_chart", condition=DIGITS_OF_ITS_CHART),
            models.CheckConstraint(name="code_has_a_name", condition=HAS_A_NAME),
            models.CheckConstraint(name="code_budget_is_known", condition=Q(budget__in=["", *BUDGETS])),
            models.CheckConstraint(name="code_group_is_known", condition=Q(group__in=["", *GROUPS])),
            models.CheckConstraint(name="code_confidence_is_known", condition=Q(confidence__in=list(CONFIDENCES))),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.code} {self.name}"


class CodeName(models.Model):
    """Another name of a code: one it bore in earlier books, or a harmless variant in print."""

    chart = models.CharField("科目表", max_length=10, choices=CHART_CHOICES)
    code = models.CharField("编码", max_length=7)
    name = models.TextField("名称")
    first_year = models.PositiveSmallIntegerField("始用年度", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("停用年度", null=True, blank=True)
    kind = models.CharField("类别", max_length=7, choices=NAME_KINDS)
    confidence = models.CharField("可信程度", max_length=6, choices=CONFIDENCES)
    note = models.TextField("备注", blank=True, default="")

    class Meta:
        verbose_name = "科目别名"
        ordering = ("chart", "code", "first_year")
        constraints = [
            models.UniqueConstraint(fields=["chart", "code", "name"], name="code_name_once"),
            models.CheckConstraint(name="code_name_digits_by_chart", condition=DIGITS_OF_ITS_CHART),
            models.CheckConstraint(name="code_name_is_not_blank", condition=HAS_A_NAME),
            models.CheckConstraint(name="code_name_years_in_order", condition=IN_ORDER),
            models.CheckConstraint(name="code_name_kind_is_known", condition=Q(kind__in=list(NAME_KINDS))),
            models.CheckConstraint(name="code_name_confidence_is_known", condition=Q(confidence__in=list(CONFIDENCES))),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class CodeMapping(models.Model):
    """Which 款 of 政府经济分类 an economic 款 of a kind of unit belongs to, over a span of years (blank is open)."""

    economic = models.CharField("部门经济分类", max_length=5)
    kind_of_unit = models.CharField("单位类别", max_length=14, choices=MAPPED_KINDS)
    government = models.CharField("政府经济分类", max_length=5)
    first_year = models.PositiveSmallIntegerField("始用年度", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("停用年度", null=True, blank=True)
    confidence = models.CharField("可信程度", max_length=6, choices=CONFIDENCES)
    note = models.TextField("备注", blank=True, default="")

    class Meta:
        verbose_name = "经济分类对应"
        ordering = ("economic", "kind_of_unit", "first_year")
        constraints = [
            models.UniqueConstraint(fields=["economic", "kind_of_unit", "first_year"], name="code_mapping_once", nulls_distinct=False),
            models.CheckConstraint(name="code_mapping_digits", condition=Q(economic__regex=DIGITS_5, government__regex=DIGITS_5)),
            models.CheckConstraint(name="code_mapping_years_in_order", condition=IN_ORDER),
            models.CheckConstraint(name="code_mapping_kind_is_known", condition=Q(kind_of_unit__in=list(MAPPED_KINDS))),
            models.CheckConstraint(name="code_mapping_confidence_is_known", condition=Q(confidence__in=list(CONFIDENCES))),
        ]

    def __str__(self) -> str:
        return f"{self.economic} → {self.government}"


class EditionLoad(models.Model):
    """One event: a book that changed something when it was loaded. A load that changes nothing leaves none."""

    year = models.PositiveSmallIntegerField("年度")
    by = models.CharField("操作人", max_length=200)
    at = models.DateTimeField("时间", db_default=Now())
    file = models.CharField("文件名", max_length=255)
    digest = models.CharField("SHA-256", max_length=64)
    added = models.PositiveIntegerField("新增")
    changed = models.PositiveIntegerField("修改")
    removed = models.PositiveIntegerField("删除")

    class Meta:
        verbose_name = "科目导入"
        ordering = ("at",)
        constraints = [
            models.CheckConstraint(name="edition_load_names_a_person", condition=Q(by__regex=r"\S")),
            models.CheckConstraint(name="edition_load_digest", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.file}"
