"""Jobs, as their people see them."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30, verbose_name="种类")),
                ("subject", models.CharField(max_length=200, verbose_name="内容")),
                ("arguments", models.JSONField(verbose_name="参数")),
                ("batch", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="批次")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "排队"),
                            ("running", "进行中"),
                            ("done", "完成"),
                            ("refused", "未通过"),
                            ("failed", "出错"),
                            ("cancelled", "已取消"),
                        ],
                        default="queued",
                        max_length=9,
                        verbose_name="状态",
                    ),
                ),
                ("stage", models.CharField(blank=True, default="", max_length=60, verbose_name="阶段")),
                ("percent", models.PositiveSmallIntegerField(default=0, verbose_name="进度")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="第几次")),
                ("result", models.JSONField(blank=True, null=True, verbose_name="结果")),
                ("cancel_asked", models.BooleanField(default=False, verbose_name="要求取消")),
                ("queued_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="提交时间")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="结束时间")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jobs",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务",
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["queued", "running", "done", "refused", "failed", "cancelled"])),
                        name="job_status_is_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("percent__lte", 100)), name="job_percent_is_one"),
                ],
            },
        ),
    ]
