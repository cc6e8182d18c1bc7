"""Each clerk's last look at a draft is kept, so that the next says what changed since."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("filings", "0010_the_bureaus_loads"),
        ("releases", "0006_steps_move_filings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Preview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.JSONField(verbose_name="内容")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="previews", to="filings.filing", verbose_name="填报"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="人员"
                    ),
                ),
            ],
            options={
                "verbose_name": "看过的草稿",
                "constraints": [models.UniqueConstraint(fields=("filing", "person"), name="preview_once")],
            },
        ),
    ]
