"""Views over the dated files of open data."""

from django.db import migrations, models

VIEWS = """
CREATE VIEW pub.snapshot WITH (security_barrier) AS
SELECT id, part, stamp, name, media_type, size, sha256, rows, taken_at FROM releases_snapshot;
CREATE VIEW pub.snapshot_chunk WITH (security_barrier) AS SELECT id, snapshot_id, number, body FROM releases_snapshotchunk;
"""
KEY = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    dependencies = [("pub", "0007_models_of_what_is_browsed"), ("releases", "0009_open_data_in_bulk")]
    operations = [
        migrations.RunSQL(VIEWS, "DROP VIEW pub.snapshot_chunk, pub.snapshot"),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                KEY,
                ("part", models.CharField(max_length=20)),
                ("stamp", models.CharField(max_length=18)),
                ("name", models.CharField(max_length=60)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("taken_at", models.DateTimeField()),
            ],
            options={"db_table": '"pub"."snapshot"', "ordering": ("-taken_at", "name"), "managed": False},
        ),
        migrations.CreateModel(
            name="SnapshotChunk",
            fields=[
                KEY,
                ("snapshot_id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("body", models.BinaryField()),
            ],
            options={"db_table": '"pub"."snapshot_chunk"', "ordering": ("snapshot_id", "number"), "managed": False},
        ),
    ]
