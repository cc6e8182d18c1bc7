"""Rows that clerks write one by one have a version, so that nobody's change is lost."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("filings", "0007_only_open_filings_are_written"),
    ]

    operations = [
        migrations.AddField(
            model_name="crossing",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="indicator",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="line",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="priorline",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="project",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="text",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False, verbose_name="版本"),
        ),
    ]
