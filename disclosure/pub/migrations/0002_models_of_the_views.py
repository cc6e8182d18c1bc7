"""The models that read the views; they change no table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pub", "0001_releases_in_force"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("agency_code", models.CharField(max_length=6)),
                ("agency_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=6)),
                ("scope", models.CharField(max_length=10)),
                ("version", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("document", models.JSONField()),
                ("document_sha256", models.CharField(max_length=64)),
                ("publish_at", models.DateTimeField()),
                ("figures_checked", models.PositiveIntegerField()),
                ("in_force", models.BooleanField()),
            ],
            options={
                "db_table": '"pub"."release"',
                "ordering": ("-publish_at", "region", "agency_code"),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="ReleaseFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("body", models.BinaryField()),
            ],
            options={
                "db_table": '"pub"."release_file"',
                "ordering": ("release", "name"),
                "managed": False,
            },
        ),
    ]
