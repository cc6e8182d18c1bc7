"""Bureaus of regions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_regions_and_agencies_by_year"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bureau",
            fields=[
                (
                    "region",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="agencies.region",
                        verbose_name="地区",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
            ],
            options={
                "verbose_name": "财政部门",
                "ordering": ("region",),
            },
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.UniqueConstraint(fields=("id", "region"), name="agency_id_and_region"),
        ),
        migrations.AddField(
            model_name="bureau",
            name="upper",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lower",
                to="agencies.bureau",
                verbose_name="上级财政部门",
            ),
        ),
    ]
