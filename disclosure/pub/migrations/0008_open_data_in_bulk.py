"""Views over the dated files of open data. What is found by its text says the amount as it is printed.

What is in force is one view without a barrier, so that questions for a few documents look at no others; the barrier stands around what the public reads.
"""

from django.db import migrations, models

VIEWS = """
CREATE VIEW pub.snapshot WITH (security_barrier) AS
SELECT id, part, stamp, name, media_type, size, sha256, rows, taken_at FROM releases_snapshot;
CREATE VIEW pub.snapshot_chunk WITH (security_barrier) AS SELECT id, snapshot_id, number, body FROM releases_snapshotchunk;
"""
IN_FORCE = """
CREATE OR REPLACE VIEW releases_current AS
SELECT period.release_id AS id, period.region, place.name AS region_name, period.agency_code, period.agency_name, period.year, period.kind, period.scope,
       period.begins AS publish_at
FROM releases_period AS period JOIN agencies_region AS place ON place.code = period.region
WHERE period.begins <= statement_timestamp() AND (period.ends IS NULL OR period.ends > statement_timestamp()) AND NOT EXISTS (
    SELECT FROM agencies_agencyyear AS hidden
    WHERE (hidden.region_id, hidden.code, hidden.year) = (period.region, period.agency_code, period.year) AND hidden.exemption <> '');
CREATE OR REPLACE VIEW pub.current WITH (security_barrier) AS SELECT * FROM releases_current;
CREATE OR REPLACE VIEW pub.figure WITH (security_barrier) AS
SELECT figure.id, figure.release_id, figure.place, figure.statement, figure."row", figure."column", figure.code, figure.parent, figure.level, figure.name,
       figure.kind AS measure, figure.text, figure.fen, figure.is_exact, figure.is_main, current.region, current.region_name, current.agency_code, current.agency_name, current.year,
       current.kind, current.scope
FROM releases_releasedfigure AS figure JOIN releases_current AS current ON current.id = figure.release_id;
"""
# Both kinds in one pass: what matches and is in force is found once, and of each kind the likeliest are taken.
FOUND = r"""
DROP FUNCTION pub.find_texts;
CREATE FUNCTION pub.find_texts(said text, wanted text, of_region text, of_year integer, most integer)
RETURNS TABLE (id bigint, release_id bigint, sort varchar, place varchar, title varchar, text text, printed varchar, region varchar, region_name varchar,
               agency_code varchar, agency_name varchar, year smallint, kind varchar, scope varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH matching AS MATERIALIZED (
        SELECT one.id, one.kind AS sort, one.fen, now.year, now.region, now.region_name, now.agency_code, now.agency_name, now.kind, now.scope,
               lower(one.title) LIKE ALL (ARRAY(
                   SELECT '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%' FROM regexp_split_to_table(lower(said), '\s+') AS word)) AS in_title
        FROM releases_releasedtext AS one JOIN releases_current AS now ON now.id = one.release_id
        WHERE one.grams @@ gram_query(said) AND wanted IN ('', one.kind)
          AND (of_region = '' OR now.region = of_region) AND (of_year = 0 OR now.year = of_year)
    ), taken AS (
        (SELECT * FROM matching WHERE sort = 'project' ORDER BY in_title DESC, year DESC, fen DESC NULLS LAST, id LIMIT most) UNION ALL
        (SELECT * FROM matching WHERE sort = 'text' ORDER BY in_title DESC, year DESC, fen DESC NULLS LAST, id LIMIT most)
    )
    SELECT one.id, one.release_id, taken.sort, one.place, one.title, one.text, one.printed, taken.region, taken.region_name, taken.agency_code, taken.agency_name,
           taken.year, taken.kind, taken.scope
    FROM taken JOIN releases_releasedtext AS one ON one.id = taken.id
    ORDER BY taken.in_title DESC, taken.year DESC, taken.fen DESC NULLS LAST, taken.id
$$;
REVOKE ALL ON FUNCTION pub.find_texts FROM PUBLIC;
"""
KEY = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    dependencies = [("pub", "0007_models_of_what_is_browsed"), ("releases", "0009_open_data_in_bulk")]
    operations = [
        migrations.RunSQL(IN_FORCE, migrations.RunSQL.noop),
        migrations.RunSQL(FOUND, migrations.RunSQL.noop),
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
