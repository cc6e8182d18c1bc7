"""Dated files of open data. What is withdrawn or exempt takes the files that hold it away at once; the job writes new ones."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

FORGETS = """
CREATE FUNCTION snapshot_forgets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('releases_snapshot')); -- a file that is being stored is stored before, or sees the withdrawal
    DELETE FROM releases_snapshotchunk WHERE snapshot_id IN (SELECT id FROM releases_snapshot WHERE NEW.release_id = ANY (releases));
    DELETE FROM releases_snapshot WHERE NEW.release_id = ANY (releases);
    RETURN NULL;
END $$;
CREATE TRIGGER forgets AFTER INSERT ON releases_releaseevent FOR EACH ROW WHEN (NEW.kind IN ('withdrawn', 'purged'))
    EXECUTE FUNCTION snapshot_forgets();
CREATE FUNCTION snapshot_forgets_all() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('releases_snapshot'));
    DELETE FROM releases_snapshotchunk;
    DELETE FROM releases_snapshot;
    RETURN NULL;
END $$;
CREATE TRIGGER forgets AFTER UPDATE OF exemption ON agencies_agencyyear FOR EACH ROW
    WHEN (NEW.exemption IS DISTINCT FROM OLD.exemption) EXECUTE FUNCTION snapshot_forgets_all();
REVOKE ALL ON FUNCTION snapshot_forgets, snapshot_forgets_all FROM PUBLIC;
"""
UNFORGETS = """
DROP TRIGGER forgets ON releases_releaseevent; DROP TRIGGER forgets ON agencies_agencyyear; DROP FUNCTION snapshot_forgets, snapshot_forgets_all;
"""
KEY = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    dependencies = [("releases", "0008_figures_and_texts_beside_releases"), ("agencies", "0006_what_a_bureau_shows")]
    operations = [
        migrations.AddIndex("releasedfigure", models.Index(fields=["statement", "row", "column", "release"], name="figure_address")),
        migrations.AddIndex("releasedfigure", models.Index(fields=["statement", "parent", "column", "release"], name="figure_above")),
        migrations.AddField("releasedtext", "printed", models.CharField("印出的金额", max_length=40, default="")),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                KEY,
                ("part", models.CharField(max_length=20, verbose_name="范围")),
                ("stamp", models.CharField(max_length=18, verbose_name="时间")),
                ("name", models.CharField(max_length=60, verbose_name="文件名")),
                ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                ("size", models.PositiveBigIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(max_length=64, verbose_name="校验值")),
                ("rows", models.PositiveIntegerField(verbose_name="行数")),
                (
                    "releases",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None, verbose_name="公开文件"),
                ),
                ("fingerprint", models.CharField(max_length=64, verbose_name="内容校验值")),
                ("taken_at", models.DateTimeField(verbose_name="生成时间")),
            ],
            options={
                "verbose_name": "成批数据",
                "ordering": ("-taken_at", "name"),
                "constraints": [models.UniqueConstraint(fields=["stamp", "name"], name="snapshot_once")],
            },
        ),
        migrations.CreateModel(
            name="SnapshotChunk",
            fields=[
                KEY,
                ("number", models.PositiveIntegerField(verbose_name="次序")),
                ("body", models.BinaryField(verbose_name="内容")),
                (
                    "snapshot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chunks", to="releases.snapshot", verbose_name="成批数据"
                    ),
                ),
            ],
            options={
                "verbose_name": "成批数据的一段",
                "constraints": [models.UniqueConstraint(fields=["snapshot", "number"], name="chunk_once")],
            },
        ),
        migrations.RunSQL(FORGETS, UNFORGETS),
    ]
