"""Campaigns, approvals, and the state of a filing."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_drafts_of_registers"),
        ("filings", "0005_every_write_leaves_its_trail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="filing",
            name="round",
            field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="第几次公开"),
        ),
        migrations.AddField(
            model_name="filing",
            name="state",
            field=models.CharField(
                choices=[
                    ("not_started", "未填报"),
                    ("preparing", "填报中"),
                    ("submitted", "单位已报"),
                    ("department_reviewed", "部门已审"),
                    ("division_reviewed", "业务股已审"),
                    ("finance_reviewed", "财政已审"),
                    ("ready", "待公开"),
                    ("released", "已公开"),
                    ("correcting", "更正中"),
                ],
                default="not_started",
                editable=False,
                max_length=19,
                verbose_name="状态",
            ),
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("kind", models.CharField(choices=[("budget", "预算"), ("final", "决算")], max_length=6, verbose_name="文件")),
                ("number", models.CharField(max_length=60, verbose_name="文号")),
                ("issued_on", models.DateField(verbose_name="批复日期")),
                ("issuer", models.CharField(max_length=60, verbose_name="批复机关")),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), blank=True, default=list, size=None, verbose_name="批复到"
                    ),
                ),
                ("unit", models.CharField(choices=[("yuan", "元"), ("wan", "万元")], max_length=4, verbose_name="金额单位")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="录入时间")),
                ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.agency", verbose_name="部门或单位")),
                (
                    "agency_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="agencies.agencyyear",
                        verbose_name="年度机构",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
            ],
            options={
                "verbose_name": "批复",
                "ordering": ("-issued_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ApprovedFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("function", models.CharField(blank=True, default="", max_length=7, verbose_name="功能科目")),
                ("economic", models.CharField(blank=True, default="", max_length=5, verbose_name="经济科目")),
                ("nature", models.CharField(blank=True, default="", max_length=24, verbose_name="性质")),
                ("source", models.CharField(blank=True, default="", max_length=24, verbose_name="资金来源")),
                ("project", models.CharField(blank=True, default="", max_length=100, verbose_name="项目")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=15, verbose_name="金额（元）")),
                (
                    "approval",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="filings.approval", verbose_name="批复"
                    ),
                ),
            ],
            options={
                "verbose_name": "批复数",
                "ordering": ("approval", "id"),
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="authors", to="filings.filing", verbose_name="填报"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="填报人"
                    ),
                ),
            ],
            options={
                "verbose_name": "填报过的人",
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("kind", models.CharField(choices=[("budget", "预算"), ("final", "决算")], max_length=6, verbose_name="文件")),
                ("pack", models.CharField(max_length=20, verbose_name="模板")),
                (
                    "filers",
                    models.CharField(
                        choices=[("both", "部门和单位"), ("departments", "只有部门"), ("units", "只有单位")],
                        default="both",
                        max_length=11,
                        verbose_name="谁填报",
                    ),
                ),
                (
                    "stages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("department", "主管部门审核"), ("division", "业务股审核"), ("lead", "综合股审核")], max_length=10
                        ),
                        size=None,
                        verbose_name="审核环节",
                    ),
                ),
                (
                    "co_reviews",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("performance", "绩效"), ("procurement", "采购"), ("assets", "资产")], max_length=11
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="会审",
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="布置时间")),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="建立时间")),
                ("bureau", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.bureau", verbose_name="财政部门")),
            ],
            options={
                "verbose_name": "填报任务",
                "ordering": ("-year", "kind"),
            },
        ),
        migrations.AddField(
            model_name="filing",
            name="campaign",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="filings",
                to="filings.campaign",
                verbose_name="填报任务",
            ),
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(verbose_name="延至")),
                ("why", models.CharField(max_length=200, verbose_name="原因")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
                (
                    "agency_year",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.agencyyear", verbose_name="部门或单位"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="批准人"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="filings.campaign",
                        verbose_name="填报任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "延期",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Window",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="分组")),
                ("opens_on", models.DateField(verbose_name="开始")),
                ("closes_on", models.DateField(verbose_name="截止")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="windows", to="filings.campaign", verbose_name="填报任务"
                    ),
                ),
                ("departments", models.ManyToManyField(blank=True, related_name="+", to="agencies.agencyyear", verbose_name="部门")),
            ],
            options={
                "verbose_name": "填报窗口",
                "ordering": ("campaign", "opens_on", "id"),
            },
        ),
        migrations.AddField(
            model_name="filing",
            name="window",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="filings",
                to="filings.window",
                verbose_name="填报窗口",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "not_started",
                            "preparing",
                            "submitted",
                            "department_reviewed",
                            "division_reviewed",
                            "finance_reviewed",
                            "ready",
                            "released",
                            "correcting",
                        ],
                    )
                ),
                name="filing_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(("columns__contained_by", ["function", "economic", "nature", "source", "project"])),
                name="approval_columns_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(condition=models.Q(("unit__in", ["yuan", "wan"])), name="approval_unit_is_known"),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(condition=models.Q(("number", ""), _negated=True), name="approval_has_a_number"),
        ),
        migrations.AddConstraint(
            model_name="approvedfigure",
            constraint=models.UniqueConstraint(
                fields=("approval", "function", "economic", "nature", "source", "project"), name="approved_figure_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.UniqueConstraint(fields=("filing", "person"), name="author_once"),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.UniqueConstraint(fields=("bureau", "year", "kind"), name="campaign_once_a_year_and_kind"),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(("filers__in", ["both", "departments", "units"])), name="campaign_filers_are_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(condition=models.Q(("stages__contains", ["lead"])), name="campaign_asks_for_a_review"),
        ),
        migrations.AddConstraint(
            model_name="window",
            constraint=models.UniqueConstraint(fields=("campaign", "name"), name="window_once"),
        ),
        migrations.AddConstraint(
            model_name="window",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_on__gte", models.F("opens_on"))), name="window_closes_after_it_opens"
            ),
        ),
    ]
