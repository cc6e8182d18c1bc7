"""Releases and their files."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("filings", "0001_filings_and_their_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6, verbose_name="行政区划代码")),
                ("agency_code", models.CharField(max_length=6, verbose_name="编码")),
                ("agency_name", models.CharField(max_length=60, verbose_name="名称")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("kind", models.CharField(choices=[("budget", "预算"), ("final", "决算")], max_length=6, verbose_name="文件")),
                ("scope", models.CharField(choices=[("department", "部门"), ("unit", "单位")], max_length=10, verbose_name="公开范围")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("title", models.CharField(max_length=120, verbose_name="标题")),
                ("document", models.JSONField(verbose_name="文件内容")),
                ("document_sha256", models.CharField(max_length=64, verbose_name="校验值")),
                ("content_sha256", models.CharField(max_length=64, verbose_name="内容校验值（不含版次和时间）")),
                ("publish_at", models.DateTimeField(verbose_name="公开时间")),
                ("figures_checked", models.PositiveIntegerField(verbose_name="逐一核对的数字个数")),
                ("by", models.CharField(max_length=60, verbose_name="发布人")),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="入库时间")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="filings.filing", verbose_name="填报")),
            ],
            options={
                "verbose_name": "公开文件",
                "ordering": ("-publish_at", "region", "agency_code"),
            },
        ),
        migrations.CreateModel(
            name="ReleaseFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="文件名")),
                ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(max_length=64, verbose_name="校验值")),
                ("body", models.BinaryField(verbose_name="内容")),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="releases.release", verbose_name="公开文件"
                    ),
                ),
            ],
            options={
                "verbose_name": "文件",
                "ordering": ("release", "name"),
            },
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(fields=("region", "agency_code", "year", "kind", "version"), name="release_version_once"),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="release_version_counts_from_one"),
        ),
        migrations.AddConstraint(
            model_name="releasefile",
            constraint=models.UniqueConstraint(fields=("release", "name"), name="release_file_once"),
        ),
    ]
