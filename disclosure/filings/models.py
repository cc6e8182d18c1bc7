"""What agencies entered: a filing and its rows. Knows no tables of the document; codes and years are held by the database."""

from django.db import models
from django.db.models import F, Q, Value

from agencies.models import AgencyYear
from disclosure.core.words import Kind, Nature, Scope, Source, Use, Vintage


def choices(words: type[Kind | Scope | Nature | Source | Use | Vintage]) -> list[tuple[str, str]]:
    """A word's values with their labels."""
    return [(str(word), word.label) for word in words]


def is_one_of(field: str, words: type[Nature | Source | Use | Vintage], *more: str) -> Q:
    """A condition that the database can hold."""
    return Q(**{f"{field}__in": [*more, *(str(word) for word in words)]})


class Filing(models.Model):
    """One document of one agency and year, as entered."""

    agency_year = models.ForeignKey(AgencyYear, models.PROTECT, verbose_name="部门或单位")
    units = models.ManyToManyField(AgencyYear, verbose_name="单位", related_name="filings_within")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("文件", max_length=6, choices=choices(Kind))
    scope = models.CharField("公开范围", max_length=10, choices=choices(Scope))
    pack = models.CharField("模板", max_length=20)
    objective = models.TextField("年度总体目标", blank=True, default="")
    assets_as_of = models.DateField("资产数截止日期", null=True, blank=True)
    last_year_complete = models.BooleanField("未列出的上年数都是0", default=False)

    class Meta:
        verbose_name = "填报"
        constraints = [
            models.UniqueConstraint(fields=["agency_year", "kind"], name="filing_once_a_year_and_kind"),
            models.UniqueConstraint(fields=["id", "year"], name="filing_id_and_year"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_year} {self.year} {self.get_kind_display()}"


class FilingRow(models.Model):
    """A row of a filing in its order."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报")
    position = models.PositiveIntegerField("序号")

    class Meta:
        abstract = True
        ordering = ("filing", "position")


class Project(FilingRow):
    """A project and its narrative."""

    key = models.CharField("代号", max_length=30)
    name = models.CharField("项目名称", max_length=100)
    overview = models.TextField("项目概述")
    basis = models.TextField("立项依据", blank=True)
    implementer = models.TextField("实施主体", blank=True)
    plan = models.TextField("实施方案", blank=True)
    period = models.TextField("实施周期", blank=True)
    objective = models.TextField("年度绩效目标", blank=True)

    class Meta(FilingRow.Meta):
        verbose_name = "项目"
        constraints = [
            models.UniqueConstraint(fields=["filing", "key"], name="project_key_once"),
            models.UniqueConstraint(fields=["filing", "name"], name="project_name_once"),
            models.UniqueConstraint(fields=["id", "filing"], name="project_id_and_filing"),
        ]

    def __str__(self) -> str:
        return self.name


class LedgerLine(FilingRow):
    """A line of a ledger in 元. `year` is the year of its codes; a migration ties codes, year and project to their tables."""

    year = models.PositiveSmallIntegerField("科目年度")
    unit = models.ForeignKey(AgencyYear, models.PROTECT, verbose_name="单位")
    function = models.CharField("功能科目", max_length=7)
    economic = models.CharField("经济科目", max_length=5)
    function_chart = models.GeneratedField(expression=Value("functional"), output_field=models.CharField(max_length=10), db_persist=True)
    economic_chart = models.GeneratedField(expression=Value("economic"), output_field=models.CharField(max_length=10), db_persist=True)
    nature = models.CharField("性质", max_length=24, choices=choices(Nature))
    source = models.CharField("资金来源", max_length=24, choices=choices(Source))
    vintage = models.CharField("年份", max_length=12, choices=choices(Vintage))
    use = models.CharField("用途", max_length=20, choices=choices(Use), blank=True, default="")
    item = models.CharField("明细", max_length=100, blank=True, default="")
    amount = models.DecimalField("金额（元）", max_digits=15, decimal_places=2)

    class Meta(FilingRow.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(name="%(class)s_function_has_seven_digits", condition=Q(function__regex=r"^[0-9]{7}$")),
            models.CheckConstraint(name="%(class)s_amount_is_not_negative", condition=Q(amount__gte=0)),
            models.CheckConstraint(name="%(class)s_nature_is_known", condition=is_one_of("nature", Nature)),
            models.CheckConstraint(name="%(class)s_source_is_known", condition=is_one_of("source", Source)),
            models.CheckConstraint(name="%(class)s_vintage_is_known", condition=is_one_of("vintage", Vintage)),
            models.CheckConstraint(name="%(class)s_use_is_known", condition=is_one_of("use", Use, "")),
        ]


class Line(LedgerLine):
    """A line of this year's ledger; project money names its project."""

    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, verbose_name="项目")

    class Meta(LedgerLine.Meta):
        verbose_name = "收支明细"
        constraints = [
            *LedgerLine.Meta.constraints,
            models.CheckConstraint(
                name="line_names_a_project_when_it_is_project_money",
                condition=Q(nature="project", project__isnull=False) | (~Q(nature="project") & Q(project=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function} {self.economic} {self.amount}"


class PriorLine(LedgerLine):
    """A line of last year's ledger, under last year's codes."""

    filing_year = models.GeneratedField(expression=F("year") + 1, output_field=models.PositiveSmallIntegerField(), db_persist=True)
    project = models.CharField("项目", max_length=30, blank=True, default="")

    class Meta(LedgerLine.Meta):
        verbose_name = "上年明细"

    def __str__(self) -> str:
        return f"{self.function} {self.economic} {self.amount}"


class Indicator(FilingRow):
    """A performance indicator of a project, or of the department when it names none."""

    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, verbose_name="项目")
    level1 = models.CharField("一级指标", max_length=200)
    level2 = models.CharField("二级指标", max_length=200)
    level3 = models.CharField("三级指标", max_length=200)
    target = models.CharField("指标值", max_length=200)

    class Meta(FilingRow.Meta):
        verbose_name = "绩效指标"

    def __str__(self) -> str:
        return self.level3


class EnteredFigure(models.Model):
    """A count or an amount in 元 that is no ledger line, by its key, e.g. procurement.goods."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报")
    key = models.CharField("名目", max_length=60)
    amount = models.DecimalField("金额（元）", null=True, blank=True, max_digits=15, decimal_places=2)
    count = models.PositiveIntegerField("数量", null=True, blank=True)

    class Meta:
        verbose_name = "其他数字"
        constraints = [
            models.UniqueConstraint(fields=["filing", "key"], name="entered_figure_once"),
            models.CheckConstraint(
                name="entered_figure_is_an_amount_or_a_count",
                condition=Q(amount__isnull=False, count=None) | Q(amount=None, count__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.key


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


class PriorFigure(Addressed):
    """Last year's figure in 元."""

    amount = models.DecimalField("上年数（元）", max_digits=15, decimal_places=2)

    class Meta(Addressed.Meta):
        verbose_name = "上年数"


class Reason(Addressed):
    """Why a figure changed."""

    text = models.TextField("原因")

    class Meta(Addressed.Meta):
        verbose_name = "增减原因"


class Text(FilingRow):
    """A paragraph of duties, the name of an office, or a term with its definition."""

    section = models.CharField("部分", max_length=8, choices=[("duties", "主要职责"), ("offices", "内设处室"), ("terms", "名词解释")])
    heading = models.CharField("名词", max_length=60, blank=True, default="")
    text = models.TextField("文字")

    class Meta(FilingRow.Meta):
        verbose_name = "文字"

    def __str__(self) -> str:
        return self.text[:20]
