"""Views over the dated files of open data; what is found by its text says the amount as it is printed."""

from django.db import migrations, models

VIEWS = """
CREATE VIEW pub.snapshot WITH (security_barrier) AS
SELECT id, part, stamp, name, media_type, size, sha256, rows, taken_at FROM releases_snapshot;
CREATE VIEW pub.snapshot_chunk WITH (security_barrier) AS SELECT id, snapshot_id, number, body FROM releases_snapshotchunk;
"""
FOUND = r"""
DROP FUNCTION pub.find_texts;
CREATE FUNCTION pub.find_texts(said text, wanted text, of_region text, of_year integer, most integer)
RETURNS TABLE (id bigint, release_id bigint, place varchar, title varchar, text text, {amount}, region varchar, region_name varchar, agency_code varchar,
               agency_name varchar, year smallint, kind varchar, scope varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT one.id, one.release_id, one.place, one.title, one.text, one.{column}, now.region, now.region_name, now.agency_code, now.agency_name,
           now.year, now.kind, now.scope
    FROM releases_releasedtext AS one JOIN pub.current AS now ON now.id = one.release_id
    WHERE one.grams @@ gram_query(said) AND one.kind = wanted AND (of_region = '' OR now.region = of_region) AND (of_year = 0 OR now.year = of_year)
    ORDER BY lower(one.title) LIKE ALL (ARRAY(
        SELECT '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%' FROM regexp_split_to_table(lower(said), '\s+') AS word)) DESC, now.year DESC, one.fen DESC NULLS LAST, one.id LIMIT most
$$;
REVOKE ALL ON FUNCTION pub.find_texts FROM PUBLIC;
"""
KEY = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    dependencies = [("pub", "0007_models_of_what_is_browsed"), ("releases", "0009_open_data_in_bulk")]
    operations = [
        migrations.RunSQL(FOUND.format(amount="printed varchar", column="printed"), FOUND.format(amount="fen bigint", column="fen")),
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
