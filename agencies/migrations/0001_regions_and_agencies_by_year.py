"""Regions, agencies and what they are called in a year."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Region",
            fields=[
                ("code", models.CharField(max_length=6, primary_key=True, serialize=False, verbose_name="行政区划代码")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
            ],
            options={
                "verbose_name": "地区",
                "ordering": ("code",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("code__regex", "^[0-9]{6}$")), name="region_code_has_six_digits")
                ],
            },
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.region", verbose_name="地区")),
            ],
            options={
                "verbose_name": "部门或单位",
            },
        ),
        migrations.CreateModel(
            name="AgencyYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("code", models.CharField(max_length=6, verbose_name="编码")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("administrative", "行政单位"),
                            ("civil_service", "参照公务员法管理的事业单位"),
                            ("institution", "事业单位"),
                        ],
                        max_length=14,
                        verbose_name="性质",
                    ),
                ),
                ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.agency", verbose_name="部门或单位")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="agencies.agencyyear",
                        verbose_name="主管部门",
                    ),
                ),
                ("region", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.region", verbose_name="地区")),
            ],
            options={
                "verbose_name": "年度机构",
                "ordering": ("year", "region", "code"),
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "year"), name="agency_once_a_year"),
                    models.UniqueConstraint(fields=("region", "year", "code"), name="agency_code_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9]{3}([0-9]{3})?$")), name="agency_code_has_three_or_six_digits"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", None), ("code__regex", "^[0-9]{6}$"), _connector="OR"),
                        name="only_a_unit_has_a_department",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["administrative", "civil_service", "institution"])), name="agency_kind_is_known"
                    ),
                ],
            },
        ),
    ]
