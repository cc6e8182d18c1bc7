"""Regions, agencies and what they are called in a year. Knows no budgets."""

from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Left, Now

from disclosure.core.words import UnitKind


class Reorganisation(models.TextChoices):
    """What can happen to an agency."""

    MERGE = "merge", "合并"
    SPLIT = "split", "分立"
    MOVE = "move", "划转"
    ABOLISH = "abolish", "撤销"


SUCCESSION_KINDS = Reorganisation.choices
UNIT_KINDS = [(str(kind), kind.label) for kind in UnitKind]


class Region(models.Model):
    """A place by its GB/T 2260 code."""

    code = models.CharField("行政区划代码", max_length=6, primary_key=True)
    name = models.CharField("名称", max_length=60)

    class Meta:
        verbose_name = "地区"
        ordering = ("code",)
        constraints = [models.CheckConstraint(name="region_code_has_six_digits", condition=Q(code__regex=r"^[0-9]{6}$"))]

    def __str__(self) -> str:
        return self.name

    @property
    def level(self) -> str:
        """Province, city or county, by the digits."""
        return "province" if self.code.endswith("0000") else "city" if self.code.endswith("00") else "county"


class Bureau(models.Model):
    """The finance bureau of a region: it owns the region's agencies; roles never cross it."""

    region = models.OneToOneField(Region, models.PROTECT, primary_key=True, verbose_name="地区")
    name = models.CharField("名称", max_length=60)
    upper = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="上级财政部门", related_name="lower")
    shows_late = models.BooleanField("公开逾期单位的名称", default=False, db_default=False)
    shows_ranks = models.BooleanField("公开单位之间的排名", default=False, db_default=False)

    class Meta:
        verbose_name = "财政部门"
        ordering = ("region",)

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """A department or unit for ever; its code, name and parent belong to a year."""

    region = models.ForeignKey(Region, models.PROTECT, verbose_name="地区")

    class Meta:
        verbose_name = "部门或单位"
        constraints = [models.UniqueConstraint(fields=["id", "region"], name="agency_id_and_region")]

    def __str__(self) -> str:
        return f"{self.region} {self.pk}"


class AgencyYear(models.Model):
    """An agency in a year: departments have three digits, units six that begin with their department's."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="部门或单位")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="地区")
    year = models.PositiveSmallIntegerField("年度")
    code = models.CharField("编码", max_length=6)
    name = models.CharField("名称", max_length=60)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="主管部门", related_name="units")
    kind = models.CharField("性质", max_length=14, choices=UNIT_KINDS)
    exemption = models.CharField("免予公开的原因", max_length=200, blank=True, default="", help_text="填了就不公开；不得写涉密内容")
    since = models.DateField("年度中设立", null=True, blank=True)
    until = models.DateField("年度中撤并", null=True, blank=True)
    department = models.GeneratedField(  # the code that a unit's own begins with: a foreign key holds it to its parent's
        expression=Case(When(code__regex=r"^[0-9]{6}$", then=Left("code", 3)), default=None),
        output_field=models.CharField("主管部门编码", max_length=3),
        db_persist=True,
    )

    class Meta:
        verbose_name = "年度机构"
        ordering = ("year", "region", "code")
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="agency_once_a_year"),
            models.UniqueConstraint(fields=["region", "year", "code"], name="agency_code_once_a_year"),
            models.CheckConstraint(name="agency_code_has_three_or_six_digits", condition=Q(code__regex=r"^[0-9]{3}([0-9]{3})?$")),
            models.CheckConstraint(name="only_a_unit_has_a_department", condition=Q(parent=None) | Q(code__regex=r"^[0-9]{6}$")),
            models.CheckConstraint(name="agency_kind_is_known", condition=Q(kind__in=[str(kind) for kind in UnitKind])),
            models.CheckConstraint(name="agency_ends_after_it_begins", condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since"))),
            models.UniqueConstraint(fields=["id", "year", "region", "code"], name="agency_id_year_region_code"),
        ]
        indexes = [models.Index(fields=["region", "code", "year"], name="agency_that_is_exempt", condition=~Q(exemption=""))]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_department(self) -> bool:
        """Departments have three digits."""
        return len(self.code) == 3

    @property
    def is_exempt(self) -> bool:
        """An exempt agency is registered, and never visible in public."""
        return bool(self.exemption)


class Succession(models.Model):
    """What became of an agency: merged or split into others, moved, or abolished (no successor)."""

    from_agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="原机构", related_name="successions")
    to_agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, verbose_name="承继机构", related_name="origins")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="地区")
    kind = models.CharField("变动", max_length=7, choices=SUCCESSION_KINDS)
    on = models.DateField("日期")
    why = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "机构承继"
        ordering = ("on", "id")
        constraints = [
            models.CheckConstraint(name="succession_kind_is_known", condition=Q(kind__in=[str(kind) for kind in Reorganisation])),
            models.CheckConstraint(
                name="only_an_abolished_agency_has_no_successor",
                condition=Q(kind="abolish", to_agency=None) | (~Q(kind="abolish") & Q(to_agency__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_agency_does_not_succeed_itself", condition=Q(to_agency=None) | ~Q(to_agency=F("from_agency")) | Q(kind="move")
            ),
            models.UniqueConstraint(fields=["from_agency", "to_agency", "on"], name="succession_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.from_agency}→{self.to_agency or '撤销'}"


class TreeDraft(models.Model):
    """A register that was uploaded and waits to be confirmed. `register`: the hash of what it was compared with."""

    bureau = models.ForeignKey(Bureau, models.CASCADE, verbose_name="财政部门")
    year = models.PositiveSmallIntegerField("年度")
    by = models.ForeignKey("people.Person", models.CASCADE, verbose_name="上传人", related_name="+")
    rows = models.JSONField("内容")
    register = models.CharField("名录校验值", max_length=64)
    created_at = models.DateTimeField("上传时间", db_default=Now())

    class Meta:
        verbose_name = "待确认的名录"

    def __str__(self) -> str:
        return f"{self.bureau} {self.year}"
