"""What agencies entered: the rows of a filing, and by name those of what was transcribed. Knows no tables of the document.

Codes, years and kinds are held by the database.
"""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Now

from agencies.models import AgencyYear
from agencies.people.models import Person
from disclosure.core.words import Flow, Kind, Nature, Source, Stage, Use, Vintage
from disclosure.filings.approval_models import Approval, ApprovedFigure
from disclosure.filings.campaign_models import Campaign, Extension, Window
from disclosure.filings.crosswalk import CROSSED
from disclosure.filings.filing_models import LONGEST_ROW, Addressed, Author, EnteredRow, Filing, choices, is_one_of
from disclosure.filings.load_models import Load, LoadedLedger, LoadWord
from disclosure.filings.transcript_models import (
    ExplainedTerm,
    Original,
    PrintedCell,
    PrintedRow,
    PrintedTable,
    Quotation,
    StatedFigure,
)

__all__ = [
    "Approval",
    "ApprovedFigure",
    "Author",
    "BudgetFigure",
    "Campaign",
    "Crossing",
    "EnteredFigure",
    "ExplainedTerm",
    "Extension",
    "Filing",
    "ImportDraft",
    "Indicator",
    "Line",
    "Load",
    "LoadWord",
    "LoadedLedger",
    "Original",
    "PrintedCell",
    "PrintedRow",
    "PrintedTable",
    "PriorFigure",
    "PriorLine",
    "Project",
    "Quotation",
    "Reason",
    "StatedFigure",
    "Text",
    "Window",
    "choices",
]

STORED = (Stage.INITIAL_BUDGET, Stage.OUTTURN)
IS_SPENDING = Q(flow=Flow.SPENDING.value)
HAS_SPENDING_CODES = ~Q(economic="") & ~Q(nature="")
SECTIONS = (
    ("duties", "主要职责"), ("offices", "内设处室"), ("terms", "名词解释"), ("evaluation", "绩效自评说明"), ("report", "评价报告"),
    ("reception", "公务接待的用途"),
)  # fmt: skip


class Project(EnteredRow):
    """A project and its narrative."""

    key = models.CharField("代号", max_length=30)
    name = models.CharField("项目名称", max_length=100)
    overview = models.TextField("项目概述")
    basis = models.TextField("立项依据", blank=True)
    implementer = models.TextField("实施主体", blank=True)
    plan = models.TextField("实施方案", blank=True)
    period = models.TextField("实施周期", blank=True)
    objective = models.TextField("年度绩效目标", blank=True)
    achieved = models.TextField("全年实际完成情况", blank=True, default="")

    class Meta(EnteredRow.Meta):
        verbose_name = "项目"
        constraints = [
            models.UniqueConstraint(fields=["filing", "key"], name="project_key_once"),
            models.UniqueConstraint(fields=["filing", "name"], name="project_name_once"),
            models.UniqueConstraint(fields=["id", "filing"], name="project_id_and_filing"),
        ]

    def __str__(self) -> str:
        return self.name


class LedgerLine(EnteredRow):
    """A line of a ledger in 元. `year` is the year of its codes; migrations tie codes, year, kind and project to their tables.

    Spending alone has an economic code and a nature; the chart of no code is NULL, so that none is looked for.
    """

    year = models.PositiveSmallIntegerField("科目年度")
    flow = models.CharField("收支", max_length=20, choices=choices(Flow), default=Flow.SPENDING)
    stage = models.CharField("阶段", max_length=20, choices=[(str(stage), stage.label) for stage in STORED], default=Stage.INITIAL_BUDGET)
    filing_kind = models.GeneratedField(
        expression=Case(When(stage=Stage.OUTTURN.value, then=Value(Kind.FINAL.value)), default=Value(Kind.BUDGET.value)),
        output_field=models.CharField(max_length=6),
        db_persist=True,
    )
    unit = models.ForeignKey(AgencyYear, models.PROTECT, verbose_name="单位")
    function = models.CharField("功能科目", max_length=7)
    economic = models.CharField("经济科目", max_length=5, blank=True)
    function_chart = models.GeneratedField(expression=Value("functional"), output_field=models.CharField(max_length=10), db_persist=True)
    economic_chart = models.GeneratedField(
        expression=Case(When(~Q(economic=""), then=Value("economic"))),
        output_field=models.CharField(max_length=10, null=True),
        db_persist=True,
    )
    nature = models.CharField("性质", max_length=24, choices=choices(Nature), blank=True)
    source = models.CharField("资金来源", max_length=24, choices=choices(Source))
    vintage = models.CharField("年份", max_length=12, choices=choices(Vintage))
    use = models.CharField("用途", max_length=20, choices=choices(Use), blank=True, default="")
    item = models.CharField("明细", max_length=100, blank=True, default="")
    amount = models.DecimalField("金额（元）", max_digits=15, decimal_places=2)

    class Meta(EnteredRow.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(name="%(class)s_function_has_seven_digits", condition=Q(function__regex=r"^[0-9]{7}$")),
            models.CheckConstraint(name="%(class)s_flow_is_known", condition=is_one_of("flow", Flow)),
            models.CheckConstraint(name="%(class)s_stage_is_known", condition=Q(stage__in=[str(stage) for stage in STORED])),
            models.CheckConstraint(
                name="%(class)s_amount_of_a_budget_is_not_negative", condition=Q(amount__gte=0) | Q(stage=Stage.OUTTURN.value)
            ),
            models.CheckConstraint(name="%(class)s_nature_is_known", condition=is_one_of("nature", Nature, "")),
            models.CheckConstraint(
                name="%(class)s_has_economic_and_nature_when_it_is_spending",
                condition=(IS_SPENDING & HAS_SPENDING_CODES) | (~IS_SPENDING & Q(economic="", nature="")),
            ),
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


class Indicator(EnteredRow):
    """A performance indicator of a project, or of the department when it names none."""

    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, verbose_name="项目")
    level1 = models.CharField("一级指标", max_length=200)
    level2 = models.CharField("二级指标", max_length=200)
    level3 = models.CharField("三级指标", max_length=200)
    target = models.CharField("指标值", max_length=200)
    actual = models.CharField("全年实际完成值", max_length=200, blank=True, default="")
    reason = models.CharField("未完成原因和改进措施", max_length=500, blank=True, default="")

    class Meta(EnteredRow.Meta):
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


class PriorFigure(Addressed):
    """Last year's figure in 元."""

    amount = models.DecimalField("上年数（元）", max_digits=15, decimal_places=2)

    class Meta(Addressed.Meta):
        verbose_name = "上年数"


class BudgetFigure(Addressed):
    """A figure of the year's budget in 元, at its address in the budget document."""

    amount = models.DecimalField("年初预算数（元）", max_digits=15, decimal_places=2)

    class Meta(Addressed.Meta):
        verbose_name = "年初预算数"


class Reason(Addressed):
    """Why a figure changed; of another comparison than with last year the row is 表.行.栏."""

    row = models.CharField("行", max_length=LONGEST_ROW)
    text = models.TextField("原因")

    class Meta(Addressed.Meta):
        verbose_name = "增减原因"


class Crossing(EnteredRow):
    """A code of other years' figures and the code that this filing has in its place."""

    what = models.CharField("类别", max_length=8, choices=list(CROSSED.items()))
    old = models.CharField("原编码", max_length=30)
    new = models.CharField("现编码", max_length=30)

    class Meta(EnteredRow.Meta):
        verbose_name = "科目对照"
        constraints = [
            models.UniqueConstraint(fields=["filing", "what", "old"], name="crossing_of_an_old_code_once"),
            models.CheckConstraint(name="crossing_what_is_known", condition=Q(what__in=list(CROSSED))),
            models.CheckConstraint(name="crossing_changes_the_code", condition=~Q(old=F("new"))),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Text(EnteredRow):
    """A paragraph of a section, the name of an office, or a term with its definition."""

    section = models.CharField("部分", max_length=10, choices=SECTIONS)
    heading = models.CharField("名词", max_length=60, blank=True, default="")
    text = models.TextField("文字")

    class Meta(EnteredRow.Meta):
        verbose_name = "文字"

    def __str__(self) -> str:
        return self.text[:20]


class ImportDraft(models.Model):
    """What a file would make of a filing, until its person confirms it: the package, and the check value of what stood there.

    A job reads it. Of one that was refused there is no package but `problems`; `left` are those of rows that stay out. `marked` is the
    person's own file with either marked in it.
    """

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="drafts")
    person = models.ForeignKey(Person, models.CASCADE, verbose_name="上传人", related_name="+")
    name = models.CharField("文件名", max_length=100)
    body = models.BinaryField("上传的文件")
    package = models.JSONField("内容", null=True)
    problems = models.JSONField("错误", default=list)
    left = models.JSONField("没有读入的行", default=list)
    marked = models.BinaryField("标出错误的文件", null=True)
    base_sha256 = models.CharField("上传时的校验值", max_length=64, blank=True, default="")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "待确认的工作簿"
        constraints = [models.UniqueConstraint(fields=["filing", "person"], name="one_draft_a_person")]

    def __str__(self) -> str:
        return self.name
