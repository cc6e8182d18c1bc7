"""Regions, agencies and what they are called in a year. Knows no budgets."""

from django.db import models
from django.db.models import Q

from disclosure.core.words import UnitKind

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


class Bureau(models.Model):
    """The finance bureau of a region: it owns the region's agencies; roles never cross it."""

    region = models.OneToOneField(Region, models.PROTECT, primary_key=True, verbose_name="地区")
    name = models.CharField("名称", max_length=60)
    upper = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="上级财政部门", related_name="lower")

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

    class Meta:
        verbose_name = "年度机构"
        ordering = ("year", "region", "code")
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="agency_once_a_year"),
            models.UniqueConstraint(fields=["region", "year", "code"], name="agency_code_once_a_year"),
            models.CheckConstraint(name="agency_code_has_three_or_six_digits", condition=Q(code__regex=r"^[0-9]{3}([0-9]{3})?$")),
            models.CheckConstraint(name="only_a_unit_has_a_department", condition=Q(parent=None) | Q(code__regex=r"^[0-9]{6}$")),
            models.CheckConstraint(name="agency_kind_is_known", condition=Q(kind__in=[str(kind) for kind in UnitKind])),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_department(self) -> bool:
        """Departments have three digits."""
        return len(self.code) == 3
