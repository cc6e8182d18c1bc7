"""What agencies entered, or what was transcribed: a filing and its rows. Knows no tables of the document; codes and years are held by the database."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value

from agencies.models import AgencyYear
from disclosure.core.words import Kind, Nature, Origin, Scope, Source, Use, Vintage


def choices(words: type[Kind | Origin | Scope | Nature | Source | Use | Vintage]) -> list[tuple[str, str]]:
    """A word's values with their labels."""
    return [(str(word), word.label) for word in words]


def is_one_of(field: str, words: type[Nature | Source | Use | Vintage], *more: str) -> Q:
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

    class Meta:
        verbose_name = "填报"
        constraints = [
            models.UniqueConstraint(fields=["agency_year", "kind"], name="filing_once_a_year_and_kind"),
            models.UniqueConstraint(fields=["id", "year"], name="filing_id_and_year"),
            models.UniqueConstraint(fields=["id", "origin"], name="filing_id_and_origin"),
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
    """A line of this year's ledger, of a filing that is entered; project money names its project."""

    filing_origin = models.GeneratedField(expression=Value("entered"), output_field=models.CharField(max_length=11), db_persist=True)
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


class Original(models.Model):
    """What was published elsewhere. A migration ties it to a filing that is transcribed, and what is printed to it."""

    filing = models.OneToOneField(Filing, models.CASCADE, primary_key=True, verbose_name="填报")
    filing_origin = models.GeneratedField(expression=Value("transcribed"), output_field=models.CharField(max_length=11), db_persist=True)
    title = models.CharField("原件标题", max_length=200)
    published_on = models.DateField("原件公开日期", null=True, blank=True)
    address = models.CharField("原件网址", max_length=500, blank=True, default="")
    note = models.TextField("原件说明", blank=True, default="")
    complete = ArrayField(models.CharField(max_length=4), verbose_name="文字已列全的表", blank=True, default=list)
    pictures = ArrayField(models.CharField(max_length=4), verbose_name="印成图片的表", blank=True, default=list)

    class Meta:
        verbose_name = "原件"
        constraints = [models.CheckConstraint(name="original_has_a_title", condition=~Q(title=""))]

    def __str__(self) -> str:
        return self.title


class PrintedTable(FilingRow):
    """A table as printed."""

    statement = models.CharField("表", max_length=4)
    title = models.CharField("原标题", max_length=200, blank=True, default="")
    notes = ArrayField(models.TextField(), verbose_name="表注", blank=True, default=list)

    class Meta(FilingRow.Meta):
        verbose_name = "照录的表"
        constraints = [models.UniqueConstraint(fields=["filing", "statement"], name="printed_table_once")]

    def __str__(self) -> str:
        return self.statement


class PrintedRow(models.Model):
    """A row of a printed table; a blank name is the template's."""

    table = models.ForeignKey(PrintedTable, models.CASCADE, related_name="rows", verbose_name="表")
    position = models.PositiveIntegerField("序号")
    key = models.CharField("行", max_length=40)
    name = models.CharField("名称", max_length=100, blank=True, default="")

    class Meta:
        verbose_name = "照录的行"
        ordering = ("table", "position")
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="printed_row_once")]

    def __str__(self) -> str:
        return self.key


class PrintedCell(models.Model):
    """A printed number, or a cell that is printed blank."""

    row = models.ForeignKey(PrintedRow, models.CASCADE, related_name="cells", verbose_name="行")
    position = models.PositiveIntegerField("序号")
    column = models.CharField("栏", max_length=40)
    text = models.CharField("数", max_length=40, blank=True)

    class Meta:
        verbose_name = "照录的数"
        ordering = ("row", "position")
        constraints = [models.UniqueConstraint(fields=["row", "column"], name="printed_cell_once")]

    def __str__(self) -> str:
        return self.text


class Quotation(FilingRow):
    """A paragraph of prescribed wording, its figures marked with their addresses."""

    section = models.CharField("部分", max_length=100)
    text = models.TextField("文字")

    class Meta(FilingRow.Meta):
        verbose_name = "照录的文字"

    def __str__(self) -> str:
        return self.text[:20]


class StatedFigure(Addressed):
    """A figure of a sentence that is not quoted; the row of a comparison is 表.行.栏."""

    position = models.PositiveIntegerField("序号")
    row = models.CharField("行", max_length=86)
    text = models.CharField("数", max_length=40)

    class Meta(Addressed.Meta):
        verbose_name = "文字里的数"


class ExplainedTerm(FilingRow):
    """A term that the original explains; a blank definition is not carried over."""

    section = models.CharField("部分", max_length=100)
    term = models.CharField("名词", max_length=100)
    definition = models.TextField("解释", blank=True, default="")

    class Meta(FilingRow.Meta):
        verbose_name = "原件的名词"

    def __str__(self) -> str:
        return self.term
