"""Figures and texts of a release flat beside it, and the period in which it is in force, which the database keeps by itself."""

import django.db.models.deletion
from django.db import migrations, models

ON_RELEASE = {"on_delete": django.db.models.deletion.PROTECT, "to": "releases.release", "verbose_name": "公开文件"}
GRAMS = """
-- What words are compared by: two characters each, of one character itself. Full width is half width, capitals are small.
CREATE FUNCTION grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(DISTINCT substr(piece, at, 2)), '{}')
    FROM regexp_split_to_table(lower(normalize(words, NFKC)), E'[\\\\s!-/:-@\\\\[-`{-~、。“”‘’《》〈〉【】〔〕…—·￥]+') AS piece,
         LATERAL generate_series(1, greatest(length(piece) - 1, 1)) AS at
    WHERE piece <> ''
$$;
-- All bigrams of what is looked for; a single character is the beginning of one.
CREATE FUNCTION gram_query(said text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT string_agg(CASE WHEN length(gram) = 1 THEN quote_literal(gram) || ':*' ELSE quote_literal(gram) END, ' & ')::tsquery FROM unnest(grams(said)) AS gram
$$;
ALTER TABLE releases_releasedtext ADD COLUMN grams tsvector GENERATED ALWAYS AS (array_to_tsvector(grams(title || ' ' || text))) STORED;
CREATE INDEX text_grams ON releases_releasedtext USING gin (grams);
"""
UNGRAMS = "DROP INDEX text_grams; ALTER TABLE releases_releasedtext DROP COLUMN grams; DROP FUNCTION gram_query, grams;"

KEEPS = """
CREATE FUNCTION release_period_of(which bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one releases_release;
BEGIN
    SELECT * INTO one FROM releases_release WHERE id = which;
    PERFORM FROM filings_filing WHERE id = one.filing_id FOR UPDATE;
    DELETE FROM releases_period AS kept WHERE (kept.region, kept.agency_code, kept.year, kept.kind) = (one.region, one.agency_code, one.year, one.kind);
    INSERT INTO releases_period (release_id, region, agency_code, agency_name, year, kind, scope, begins, ends)
    SELECT id, region, agency_code, agency_name, year, kind, scope, publish_at, min(publish_at) OVER (ORDER BY version DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    FROM releases_release AS each
    WHERE (each.region, each.agency_code, each.year, each.kind) = (one.region, one.agency_code, one.year, one.kind)
      AND NOT release_is_cancelled(each.id) AND release_withdrawal(each.id) IS NULL;
END $$;
CREATE FUNCTION release_period_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM release_period_of(CASE TG_TABLE_NAME WHEN 'releases_release' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'release_id')::bigint END);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION release_period_of, release_period_moves FROM PUBLIC;
CREATE TRIGGER period AFTER INSERT ON releases_release FOR EACH ROW EXECUTE FUNCTION release_period_moves();
CREATE TRIGGER period AFTER INSERT ON releases_releaseevent FOR EACH ROW WHEN (NEW.kind IN ('cancelled', 'withdrawn', 'restored'))
    EXECUTE FUNCTION release_period_moves();
SELECT release_period_of(id) FROM releases_release;
"""
UNKEEPS = """
DROP TRIGGER period ON releases_release; DROP TRIGGER period ON releases_releaseevent; DROP FUNCTION release_period_moves, release_period_of;
"""

BELONGS = """
-- What is flat beside a release comes at once and once: nobody adds a figure to it later.
CREATE FUNCTION release_index_belongs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I AS kept WHERE kept.release_id IN (SELECT release_id FROM new_rows)'
                   ' AND kept.id NOT IN (SELECT id FROM new_rows))', TG_TABLE_NAME) INTO before;
    IF before THEN
        RAISE EXCEPTION 'what is searched comes with its release, at once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
"""
TABLE = """
CREATE TRIGGER belongs AFTER INSERT ON {table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION release_index_belongs();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release();
"""
UNTABLE = "DROP TRIGGER belongs ON {table}; DROP TRIGGER never_changes ON {table};"
FLAT = ("releases_releasedfigure", "releases_releasedtext")

PURGES = """
CREATE OR REPLACE FUNCTION purge_release(which bigint, person bigint, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked releases_releaseevent;
BEGIN
    SELECT * INTO asked FROM releases_releaseevent AS one
    WHERE one.release_id = which AND one.kind = 'purge_requested'
      AND NOT EXISTS (SELECT FROM releases_releaseevent AS done WHERE done.refers_to_id = one.id) ORDER BY one.id DESC LIMIT 1;
    IF NOT FOUND OR asked.by_id = person OR release_withdrawal(which) IS NULL THEN
        RAISE EXCEPTION 'a purge is asked for by one and done by another, after the withdrawal' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM set_config('disclosure.purging', which::text, true);
    UPDATE releases_release SET document = '{}' WHERE id = which;
    UPDATE releases_releasefile SET body = '' WHERE release_id = which;
    DELETE FROM releases_releasedfigure WHERE release_id = which;
    DELETE FROM releases_releasedtext WHERE release_id = which;
    UPDATE releases_submission SET document = '{}' WHERE filing_id = (SELECT filing_id FROM releases_release WHERE id = which);
    INSERT INTO releases_releaseevent (release_id, kind, withdrawal, is_urgent, by_id, why, refers_to_id, at)
    VALUES (which, 'purged', '', false, person, reason, asked.id, statement_timestamp());
    PERFORM set_config('disclosure.purging', '', true);
END $$;
CREATE OR REPLACE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('disclosure.purging', true), '') <> '' AND current_user <> session_user
       AND (TG_OP = 'UPDATE' OR (TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('releases_releasedfigure', 'releases_releasedtext'))) THEN
        RETURN NULL; -- inside purge_release
    END IF;
    RAISE EXCEPTION '%: what was released is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("releases", "0007_what_a_clerk_has_seen")]
    operations = [
        migrations.CreateModel(
            name="Period",
            fields=[
                ("release", models.OneToOneField(primary_key=True, related_name="period", serialize=False, **ON_RELEASE)),
                ("region", models.CharField(max_length=6)),
                ("agency_code", models.CharField(max_length=6)),
                ("agency_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=6)),
                ("scope", models.CharField(max_length=10)),
                ("begins", models.DateTimeField(verbose_name="开始")),
                ("ends", models.DateTimeField(null=True, verbose_name="结束")),
            ],
            options={
                "verbose_name": "现行期间",
                "indexes": [
                    models.Index(fields=["year", "kind", "scope", "region"], name="period_of_a_year"),
                    models.Index(fields=["region", "agency_code", "year", "kind"], name="period_of_an_agency"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spelling",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False, verbose_name="名称")),
                ("pinyin", models.CharField(max_length=400, verbose_name="拼音")),
                ("initials", models.CharField(max_length=80, verbose_name="首字母")),
            ],
            options={"verbose_name": "名称的拼音"},
        ),
        migrations.CreateModel(
            name="ReleasedFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField(verbose_name="次序")),
                ("statement", models.CharField(max_length=4, verbose_name="表")),
                ("row", models.CharField(max_length=60, verbose_name="行")),
                ("column", models.CharField(max_length=30, verbose_name="栏")),
                ("code", models.CharField(max_length=7, verbose_name="科目编码")),
                ("parent", models.CharField(max_length=7, verbose_name="上级编码")),
                ("level", models.CharField(max_length=5, verbose_name="层级")),
                ("name", models.CharField(max_length=200, verbose_name="名称")),
                ("kind", models.CharField(max_length=7, verbose_name="种类")),
                ("text", models.CharField(max_length=40, verbose_name="印出的数")),
                ("fen", models.BigIntegerField(null=True, verbose_name="金额（分）")),
                ("is_exact", models.BooleanField(default=True, verbose_name="确数")),
                ("is_main", models.BooleanField(default=False, verbose_name="支出最多的类")),
                ("release", models.ForeignKey(db_index=False, related_name="flat_figures", **ON_RELEASE)),
            ],
            options={
                "verbose_name": "公开的数字",
                "indexes": [models.Index(fields=["fen"], name="figure_amount"), models.Index(fields=["text"], name="figure_printed")],
                "constraints": [models.UniqueConstraint(fields=["release", "statement", "row", "column"], name="figure_once")],
            },
        ),
        migrations.CreateModel(
            name="ReleasedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="次序")),
                ("kind", models.CharField(max_length=7, verbose_name="种类")),
                ("place", models.CharField(max_length=40, verbose_name="页内位置")),
                ("title", models.CharField(max_length=200, verbose_name="标题")),
                ("text", models.TextField(verbose_name="文字")),
                ("fen", models.BigIntegerField(null=True, verbose_name="金额（分）")),
                ("release", models.ForeignKey(related_name="flat_texts", **ON_RELEASE)),
            ],
            options={"verbose_name": "公开的文字"},
        ),
        migrations.RunSQL(GRAMS, UNGRAMS),
        migrations.RunSQL(KEEPS, UNKEEPS),
        migrations.RunSQL(BELONGS, "DROP FUNCTION release_index_belongs"),
        *(migrations.RunSQL(TABLE.format(table=table), UNTABLE.format(table=table)) for table in FLAT),
        migrations.RunSQL(PURGES, migrations.RunSQL.noop),
    ]
