"""From which releases a filing took its figures of last year and of the budget."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("filings", "0004_final_accounts"),
        ("releases", "0002_releases_never_change"),
    ]

    operations = [
        migrations.CreateModel(
            name="Basis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[("last_year", "上年数"), ("budget", "年初预算数")], max_length=9, verbose_name="用作")),
                ("by", models.CharField(max_length=60, verbose_name="取数人")),
                ("taken_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="取数时间")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bases", to="filings.filing", verbose_name="填报"
                    ),
                ),
                ("release", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="releases.release", verbose_name="公开文件")),
            ],
            options={
                "verbose_name": "取数的公开文件",
                "constraints": [
                    models.UniqueConstraint(fields=("filing", "role", "release"), name="basis_once"),
                    models.CheckConstraint(condition=models.Q(("role__in", ["last_year", "budget"])), name="basis_role_is_known"),
                ],
            },
        ),
    ]
