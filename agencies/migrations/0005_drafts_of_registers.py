"""Registers that were uploaded and wait to be confirmed."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_composite_keys_and_trail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TreeDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("rows", models.JSONField(verbose_name="内容")),
                ("register", models.CharField(max_length=64, verbose_name="名录校验值")),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="上传时间")),
                ("bureau", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="agencies.bureau", verbose_name="财政部门")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="上传人"
                    ),
                ),
            ],
            options={
                "verbose_name": "待确认的名录",
            },
        ),
    ]
