"""Final accounts: flows and stages of lines, the year's budget, codes that changed, what projects achieved. A line's stage fits its filing's kind."""

import django.db.models.deletion
from django.db import migrations, models

from disclosure.codes.composite import composite_foreign_key

LINES = (("line", "line"), ("priorline", "prior_line"))  # models, and how their foreign keys are called
FLOWS = [
    ("spending", "支出"),
    ("income", "收入"),
    ("opening_balance", "年初结转和结余"),
    ("closing_balance", "年末结转和结余"),
    ("surplus_used", "使用非财政拨款结余"),
    ("surplus_distributed", "结余分配"),
]
STAGES = [("initial_budget", "年初预算"), ("outturn", "决算")]
NATURES = [
    ("basic", "基本支出"),
    ("project", "项目支出"),
    ("operating", "经营支出"),
    ("remitted_upward", "上缴上级支出"),
    ("subsidy_to_subordinate", "对附属单位补助支出"),
]
USES = [
    ("personnel", "列入人员经费"),
    ("public", "列入公用经费"),
    ("academic_exchange", "学术交流合作"),
    ("foreign_affairs", "外事接待"),
    ("overseas_reception", "国（境）外接待"),
]
SECTIONS = [
    ("duties", "主要职责"),
    ("offices", "内设处室"),
    ("terms", "名词解释"),
    ("evaluation", "绩效自评说明"),
    ("report", "评价报告"),
    ("reception", "公务接待的用途"),
]
OF_A_FINAL_ACCOUNT = "FROM filings_filing WHERE filings_filing.id = filing_id AND kind = 'final'"
CROSSED = [("function", "功能科目"), ("economic", "经济科目"), ("project", "项目"), ("agency", "部门或单位")]


def key() -> tuple[str, models.Field]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def filing() -> tuple[str, models.Field]:
    return ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报"))


def economic_code(model: str, name: str) -> migrations.RunSQL:
    columns = ("year", "economic_chart", "economic")
    return composite_foreign_key(f"filings_{model}", columns, "codes_code", ("year", "chart", "code"), name=f"{name}_economic_of_its_year")


def without(operation: migrations.RunSQL) -> migrations.RunSQL:
    return migrations.RunSQL(sql=operation.reverse_sql, reverse_sql=operation.sql)


def no_chart_of_no_code(model: str, name: str) -> list[migrations.operations.base.Operation]:
    """A generated column cannot be altered: it goes with its foreign key, and both come back."""
    chart = models.GeneratedField(
        db_persist=True,
        expression=models.Case(models.When(models.Q(("economic", ""), _negated=True), then=models.Value("economic"))),
        output_field=models.CharField(max_length=10, null=True),
    )
    return [
        without(economic_code(model, name)),
        migrations.RemoveField(model_name=model, name="economic_chart"),
        migrations.AddField(model_name=model, name="economic_chart", field=chart),
        economic_code(model, name),
    ]


def kind_of_stage(model: str, name: str) -> list[migrations.operations.base.Operation]:
    """Lines of final accounts that were kept before stages were are outturn."""
    filing_kind = models.GeneratedField(
        db_persist=True,
        expression=models.Case(models.When(stage="outturn", then=models.Value("final")), default=models.Value("budget")),
        output_field=models.CharField(max_length=6),
    )
    return [
        migrations.RunSQL(f"UPDATE filings_{model} SET stage = 'outturn' {OF_A_FINAL_ACCOUNT}", migrations.RunSQL.noop),  # noqa: S608
        migrations.AddField(model_name=model, name="filing_kind", field=filing_kind),
        composite_foreign_key(
            f"filings_{model}",
            ("filing_id", "filing_kind"),
            "filings_filing",
            ("id", "kind"),
            name=f"{name}_stage_of_its_filings_kind",
            deferrable=True,
        ),
    ]


def fields(model: str) -> list[migrations.operations.base.Operation]:
    """What a line says of itself, and the words that it may say it in."""
    return [
        migrations.AddField(model, "flow", models.CharField(choices=FLOWS, default="spending", max_length=20, verbose_name="收支")),
        migrations.AddField(model, "stage", models.CharField(choices=STAGES, default="initial_budget", max_length=20, verbose_name="阶段")),
        migrations.AlterField(model, "economic", models.CharField(blank=True, max_length=5, verbose_name="经济科目")),
        migrations.AlterField(model, "nature", models.CharField(blank=True, choices=NATURES, max_length=24, verbose_name="性质")),
        migrations.AlterField(model, "use", models.CharField(blank=True, choices=USES, default="", max_length=20, verbose_name="用途")),
    ]


def values(words: list[tuple[str, str]], *more: str) -> list[str]:
    return [*more, *(word for word, _ in words)]


def constraints(model: str) -> list[migrations.operations.base.Operation]:
    """What every line must fulfil, in the place of what it had to before."""
    spending, coded = models.Q(("flow", "spending")), ~models.Q(economic="") & ~models.Q(nature="")
    conditions = {
        "flow_is_known": models.Q(flow__in=values(FLOWS)),
        "stage_is_known": models.Q(stage__in=values(STAGES)),
        "amount_of_a_budget_is_not_negative": models.Q(amount__gte=0) | models.Q(stage="outturn"),
        "nature_is_known": models.Q(nature__in=values(NATURES, "")),
        "has_economic_and_nature_when_it_is_spending": (spending & coded) | (~spending & models.Q(economic="", nature="")),
        "use_is_known": models.Q(use__in=values(USES, "")),
    }
    return [
        *(migrations.RemoveConstraint(model, f"{model}_{name}") for name in ("amount_is_not_negative", "nature_is_known", "use_is_known")),
        *(
            migrations.AddConstraint(model, models.CheckConstraint(condition=condition, name=f"{model}_{name}"))
            for name, condition in conditions.items()
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_regions_and_agencies_by_year"),
        ("codes", "0002_parent_of_the_same_year_and_chart"),
        ("filings", "0003_originals_and_what_is_printed_in_them"),
    ]

    operations = [
        migrations.AddField("filing", "budget_complete", models.BooleanField(default=False, verbose_name="未列出的年初预算数都是0")),
        migrations.AddConstraint("filing", models.UniqueConstraint(fields=("id", "kind"), name="filing_id_and_kind")),
        *(operation for model, _ in LINES for operation in fields(model)),
        *(operation for names in LINES for operation in kind_of_stage(*names)),
        *(operation for names in LINES for operation in no_chart_of_no_code(*names)),
        *(operation for model, _ in LINES for operation in constraints(model)),
        migrations.AddField("indicator", "actual", models.CharField(blank=True, default="", max_length=200, verbose_name="全年实际完成值")),
        migrations.AddField(
            "indicator", "reason", models.CharField(blank=True, default="", max_length=500, verbose_name="未完成原因和改进措施")
        ),
        migrations.AddField("project", "achieved", models.TextField(blank=True, default="", verbose_name="全年实际完成情况")),
        migrations.AlterField("reason", "row", models.CharField(max_length=86, verbose_name="行")),
        migrations.AlterField("text", "section", models.CharField(choices=SECTIONS, max_length=10, verbose_name="部分")),
        migrations.CreateModel(
            name="BudgetFigure",
            fields=[
                key(),
                ("statement", models.CharField(max_length=4, verbose_name="表")),
                ("row", models.CharField(max_length=40, verbose_name="行")),
                ("column", models.CharField(max_length=40, verbose_name="栏")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=15, verbose_name="年初预算数（元）")),
                filing(),
            ],
            options={
                "verbose_name": "年初预算数",
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("filing", "statement", "row", "column"), name="budgetfigure_once")],
            },
        ),
        migrations.CreateModel(
            name="Crossing",
            fields=[
                key(),
                ("position", models.PositiveIntegerField(verbose_name="序号")),
                ("what", models.CharField(choices=CROSSED, max_length=8, verbose_name="类别")),
                ("old", models.CharField(max_length=30, verbose_name="原编码")),
                ("new", models.CharField(max_length=30, verbose_name="现编码")),
                filing(),
            ],
            options={
                "verbose_name": "科目对照",
                "ordering": ("filing", "position"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("filing", "what", "old"), name="crossing_of_an_old_code_once"),
                    models.CheckConstraint(condition=models.Q(what__in=values(CROSSED)), name="crossing_what_is_known"),
                    models.CheckConstraint(condition=models.Q(("old", models.F("new")), _negated=True), name="crossing_changes_the_code"),
                ],
            },
        ),
    ]
