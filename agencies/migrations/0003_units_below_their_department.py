"""Exemption, dates within a year, successor links; a unit lies below the department that its code names."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_bureaus"),
    ]

    operations = [
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("merge", "合并"), ("split", "分立"), ("move", "划转"), ("abolish", "撤销")],
                        max_length=7,
                        verbose_name="变动",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("why", models.CharField(max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "机构承继",
                "ordering": ("on", "id"),
            },
        ),
        migrations.AddField(
            model_name="agencyyear",
            name="department",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(code__regex=r"^[0-9]{6}$", then=django.db.models.functions.text.Left("code", 3)), default=None
                ),
                output_field=models.CharField(max_length=3, verbose_name="主管部门编码"),
            ),
        ),
        migrations.AddField(
            model_name="agencyyear",
            name="exemption",
            field=models.CharField(
                blank=True, default="", help_text="填了就不公开；不得写涉密内容", max_length=200, verbose_name="免予公开的原因"
            ),
        ),
        migrations.AddField(
            model_name="agencyyear",
            name="since",
            field=models.DateField(blank=True, null=True, verbose_name="年度中设立"),
        ),
        migrations.AddField(
            model_name="agencyyear",
            name="until",
            field=models.DateField(blank=True, null=True, verbose_name="年度中撤并"),
        ),
        migrations.AddConstraint(
            model_name="agencyyear",
            constraint=models.CheckConstraint(
                condition=models.Q(("since", None), ("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="agency_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyyear",
            constraint=models.UniqueConstraint(fields=("id", "year", "region", "code"), name="agency_id_year_region_code"),
        ),
        migrations.AddField(
            model_name="succession",
            name="from_agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="agencies.agency", verbose_name="原机构"
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="region",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.region", verbose_name="地区"),
        ),
        migrations.AddField(
            model_name="succession",
            name="to_agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="origins",
                to="agencies.agency",
                verbose_name="承继机构",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["merge", "split", "move", "abolish"])), name="succession_kind_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "abolish"), ("to_agency", None)),
                    models.Q(models.Q(("kind", "abolish"), _negated=True), ("to_agency__isnull", False)),
                    _connector="OR",
                ),
                name="only_an_abolished_agency_has_no_successor",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_agency", None), models.Q(("to_agency", models.F("from_agency")), _negated=True), ("kind", "move"), _connector="OR"
                ),
                name="an_agency_does_not_succeed_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(fields=("from_agency", "to_agency", "on"), name="succession_once", nulls_distinct=False),
        ),
    ]
