"""批复: a fact beside a filing, typed or loaded at any time. It starts the clocks and is what figures must equal. Knows no workflow."""

from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, AgencyYear
from agencies.people.models import Person
from disclosure.core.words import Kind, Nature, Source

KEYS = ("function", "economic", "nature", "source", "project")
PUBLISH_WITHIN = timedelta(days=20)  # 预算法第十四条
HAND_DOWN_WITHIN = timedelta(days=15)  # 预算法第五十二条


class AmountUnit(models.TextChoices):
    YUAN = "yuan", _("元")
    WAN = "wan", _("万元")


class Approval(models.Model):
    """The budget or final account of an agency as approved: by the bureau for a department, by the department for its unit.

    Never changed: a later one replaces it. `columns` are the columns that were loaded, `unit` the unit they were loaded in.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="部门或单位")
    agency_year = models.ForeignKey(AgencyYear, models.PROTECT, verbose_name="年度机构", related_name="approvals")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("文件", max_length=6, choices=[(str(kind), kind.label) for kind in Kind])
    number = models.CharField("文号", max_length=60)
    issued_on = models.DateField("批复日期")
    issuer = models.CharField("批复机关", max_length=60)
    columns = ArrayField(models.CharField(max_length=8), verbose_name="批复到", default=list, blank=True)
    unit = models.CharField("金额单位", max_length=4, choices=AmountUnit.choices)
    by = models.ForeignKey(Person, models.PROTECT, null=True, verbose_name="录入人", related_name="+")
    at = models.DateTimeField("录入时间", db_default=Now())

    class Meta:
        verbose_name = "批复"
        ordering = ("-issued_on", "-id")
        constraints = [
            models.CheckConstraint(name="approval_columns_are_known", condition=Q(columns__contained_by=list(KEYS))),
            models.CheckConstraint(name="approval_unit_is_known", condition=Q(unit__in=AmountUnit.values)),
            models.CheckConstraint(name="approval_has_a_number", condition=~Q(number="")),
        ]

    def __str__(self) -> str:
        return f"{self.number}（{self.issued_on}）"

    @property
    def publish_by(self) -> date:
        """The last day of the 20."""
        return self.issued_on + PUBLISH_WITHIN

    @property
    def hand_down_by(self) -> date:
        """The last day of the 15 within which a department approves its units' budgets."""
        return self.issued_on + HAND_DOWN_WITHIN


class ApprovedFigure(models.Model):
    """One figure of an approval, in 元; columns that were not loaded are blank."""

    approval = models.ForeignKey(Approval, models.PROTECT, verbose_name="批复", related_name="figures")
    function = models.CharField("功能科目", max_length=7, blank=True, default="")
    economic = models.CharField("经济科目", max_length=5, blank=True, default="")
    nature = models.CharField("性质", max_length=24, blank=True, default="")
    source = models.CharField("资金来源", max_length=24, blank=True, default="")
    project = models.CharField("项目", max_length=100, blank=True, default="")
    amount = models.DecimalField("金额（元）", max_digits=15, decimal_places=2)

    class Meta:
        verbose_name = "批复数"
        ordering = ("approval", "id")
        constraints = [models.UniqueConstraint(fields=["approval", *KEYS], name="approved_figure_once")]

    def __str__(self) -> str:
        return f"{self.function} {self.economic} {self.amount}"

    @property
    def nature_words(self) -> str:
        return Nature(self.nature).label if self.nature else ""

    @property
    def source_words(self) -> str:
        return Source(self.source).label if self.source else ""

    @property
    def spoken_amount(self) -> str:
        """1,234.00, in 元."""
        return f"{self.amount:,.2f}"
