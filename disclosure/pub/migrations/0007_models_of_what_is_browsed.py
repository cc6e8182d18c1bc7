"""The models that read the views for browsing and comparing; they change no table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pub", "0006_what_is_browsed_and_compared"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_id", models.BigIntegerField()),
                ("region", models.CharField(max_length=6)),
                ("region_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=6)),
                ("name", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=14)),
                ("parent_code", models.CharField(max_length=6)),
                ("parent_name", models.CharField(max_length=60)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("pinyin", models.CharField(max_length=400)),
                ("initials", models.CharField(max_length=80)),
            ],
            options={
                "db_table": '"pub"."agency"',
                "ordering": ("region", "year", "code"),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("chart", models.CharField(max_length=10)),
                ("code", models.CharField(max_length=7)),
                ("parent", models.CharField(max_length=7)),
                ("name", models.TextField()),
            ],
            options={
                "db_table": '"pub"."code"',
                "ordering": ("year", "chart", "code"),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Current",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("region_name", models.CharField(max_length=60)),
                ("agency_code", models.CharField(max_length=6)),
                ("agency_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=6)),
                ("scope", models.CharField(max_length=10)),
                ("publish_at", models.DateTimeField()),
            ],
            options={
                "db_table": '"pub"."current"',
                "ordering": ("-publish_at", "region", "agency_code"),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Due",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("region_name", models.CharField(max_length=60)),
                ("agency_code", models.CharField(max_length=6)),
                ("agency_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=6)),
                ("issued_on", models.DateField(null=True)),
                ("publish_by", models.DateField(null=True)),
                ("published_at", models.DateTimeField(null=True)),
                ("word", models.CharField(max_length=9)),
                ("in_time", models.BooleanField(null=True)),
            ],
            options={
                "db_table": '"pub"."due"',
                "ordering": ("-published_at", "region", "agency_code"),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("region_name", models.CharField(max_length=60)),
                ("agency_code", models.CharField(max_length=6)),
                ("agency_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=6)),
                ("place", models.PositiveIntegerField()),
                ("statement", models.CharField(max_length=4)),
                ("row", models.CharField(max_length=60)),
                ("column", models.CharField(max_length=30)),
                ("code", models.CharField(max_length=7)),
                ("parent", models.CharField(max_length=7)),
                ("level", models.CharField(max_length=5)),
                ("name", models.CharField(max_length=200)),
                ("measure", models.CharField(max_length=7)),
                ("text", models.CharField(max_length=40)),
                ("fen", models.BigIntegerField(null=True)),
                ("is_exact", models.BooleanField()),
                ("is_main", models.BooleanField()),
                ("scope", models.CharField(max_length=10)),
            ],
            options={
                "db_table": '"pub"."figure"',
                "ordering": ("release", "place"),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("code", models.CharField(db_column="id", max_length=6, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
                ("shows_late", models.BooleanField()),
                ("shows_ranks", models.BooleanField()),
            ],
            options={
                "db_table": '"pub"."place"',
                "ordering": ("code",),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("region_name", models.CharField(max_length=60)),
                ("names_late", models.BooleanField()),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=6)),
                ("known", models.PositiveIntegerField()),
                ("published", models.PositiveIntegerField()),
                ("within", models.PositiveIntegerField()),
                ("overdue", models.PositiveIntegerField()),
                ("in_time", models.PositiveIntegerField()),
                ("published_late", models.PositiveIntegerField()),
            ],
            options={
                "db_table": '"pub"."progress"',
                "ordering": ("-year", "kind", "region"),
                "managed": False,
            },
        ),
    ]
