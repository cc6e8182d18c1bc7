"""One workbook with the ledgers of a whole bureau, what its words mean there, and what each filing got of it."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from disclosure.audit.sql import track


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_drafts_of_registers"),
        ("filings", "0009_a_workbook_waits_to_be_confirmed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Load",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("kind", models.CharField(choices=[("budget", "预算"), ("final", "决算")], max_length=6, verbose_name="文件")),
                ("unit", models.CharField(choices=[("yuan", "元"), ("wan", "万元")], max_length=4, verbose_name="金额单位")),
                ("name", models.CharField(max_length=100, verbose_name="文件名")),
                ("body", models.BinaryField(verbose_name="文件")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("uploaded", "正在读"),
                            ("unsure", "等您说明"),
                            ("refused", "有错，没有导入"),
                            ("read", "等您确认"),
                            ("written", "已导入"),
                        ],
                        default="uploaded",
                        max_length=8,
                        verbose_name="阶段",
                    ),
                ),
                ("questions", models.JSONField(default=list, verbose_name="要问的")),
                ("problems", models.JSONField(default=list, verbose_name="错误")),
                ("preview", models.JSONField(default=dict, verbose_name="预览")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="上传时间")),
                ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="导入时间")),
                (
                    "bureau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.bureau", verbose_name="财政部门"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="导入人"
                    ),
                ),
            ],
            options={
                "verbose_name": "成批导入",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="LoadedLedger",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lines", models.JSONField(verbose_name="明细")),
                ("total", models.DecimalField(decimal_places=2, max_digits=15, verbose_name="支出合计（元）")),
                ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="写入时间")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="核对时间")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核对人",
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="loaded", to="filings.filing", verbose_name="填报"
                    ),
                ),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ledgers", to="filings.load", verbose_name="成批导入"
                    ),
                ),
            ],
            options={
                "verbose_name": "预填的明细",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="LoadWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[("heading", "表头"), ("source", "资金性质"), ("nature", "支出性质")], max_length=7, verbose_name="类别"
                    ),
                ),
                ("word", models.CharField(max_length=100, verbose_name="词")),
                ("meaning", models.CharField(max_length=24, verbose_name="含义")),
                (
                    "bureau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.bureau", verbose_name="财政部门"
                    ),
                ),
            ],
            options={
                "verbose_name": "导出表的用词",
            },
        ),
        migrations.AddConstraint(
            model_name="load",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["uploaded", "unsure", "refused", "read", "written"])), name="load_stage_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="load",
            constraint=models.CheckConstraint(condition=models.Q(("kind__in", ["budget", "final"])), name="load_kind_is_known"),
        ),
        migrations.AddConstraint(
            model_name="loadedledger",
            constraint=models.UniqueConstraint(fields=("filing", "load"), name="ledger_once_a_load"),
        ),
        migrations.AddConstraint(
            model_name="loadword",
            constraint=models.UniqueConstraint(fields=("bureau", "what", "word"), name="load_word_once"),
        ),
        track("filings_load", secret=("body", "preview", "questions", "problems")),
        track("filings_loadword"),
        track("filings_loadedledger", secret=("lines",)),
    ]
