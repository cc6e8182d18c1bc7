"""Views for browsing, searching and comparing: agencies by year, who published when, figures and texts of what is in force, the classification."""

from django.db import migrations

TODAY = "(statement_timestamp() AT TIME ZONE 'Asia/Shanghai')::date"
IN_FORCE = "period.begins <= statement_timestamp() AND (period.ends IS NULL OR period.ends > statement_timestamp())"
NOT_EXEMPT = """NOT EXISTS (
    SELECT FROM agencies_agencyyear AS hidden
    WHERE (hidden.region_id, hidden.code, hidden.year) = (period.region, period.agency_code, period.year) AND hidden.exemption <> '')"""
BROWSING = f"""
-- A register is no news: an agency of a year is there with what it published, or where its bureau names what is due.
CREATE VIEW pub.agency WITH (security_barrier) AS
SELECT one.id, one.agency_id, one.region_id AS region, place.name AS region_name, one.year, one.code, one.name, one.kind,
       coalesce(above.code, '') AS parent_code, coalesce(above.name, '') AS parent_name, one.since, one.until,
       coalesce(spelt.pinyin, '') AS pinyin, coalesce(spelt.initials, '') AS initials
FROM agencies_agencyyear AS one JOIN agencies_region AS place ON place.code = one.region_id
LEFT JOIN releases_spelling AS spelt ON spelt.name = one.name
LEFT JOIN agencies_agencyyear AS above ON above.id = one.parent_id AND above.exemption = ''
WHERE one.exemption = '' AND (
    EXISTS (SELECT FROM releases_period AS period
            WHERE (period.region, period.agency_code, period.year) = (one.region_id, one.code, one.year) AND {IN_FORCE})
    OR EXISTS (SELECT FROM filings_approval AS approval JOIN agencies_bureau AS bureau ON bureau.region_id = one.region_id
               WHERE approval.agency_year_id = one.id AND bureau.shows_late));

CREATE VIEW pub.place WITH (security_barrier) AS
SELECT place.code AS id, place.name, coalesce(bureau.shows_late, false) AS shows_late, coalesce(bureau.shows_ranks, false) AS shows_ranks
FROM agencies_region AS place LEFT JOIN agencies_bureau AS bureau ON bureau.region_id = place.code
WHERE EXISTS (SELECT FROM pub.agency AS one WHERE one.region = place.code);

CREATE VIEW pub.current WITH (security_barrier) AS
SELECT period.release_id AS id, period.region, place.name AS region_name, period.agency_code, period.agency_name, period.year, period.kind, period.scope,
       period.begins AS publish_at
FROM releases_period AS period JOIN agencies_region AS place ON place.code = period.region
WHERE {IN_FORCE} AND {NOT_EXEMPT};

-- The amounts in 分: comparisons of bigint may be pushed below the barrier, those of numeric may not.
CREATE VIEW pub.figure WITH (security_barrier) AS
SELECT figure.id, figure.release_id, figure.place, figure.statement, figure."row", figure."column", figure.code, figure.parent, figure.level, figure.name,
       figure.kind AS measure, figure.text, figure.fen, figure.is_exact, figure.is_main, current.region, current.region_name, current.agency_code, current.agency_name, current.year,
       current.kind, current.scope
FROM releases_releasedfigure AS figure JOIN pub.current AS current ON current.id = figure.release_id;

CREATE VIEW pub.code WITH (security_barrier) AS
SELECT row_number() OVER (ORDER BY year, chart, code) AS id, year, chart, code, coalesce(parent, '') AS parent, name FROM codes_code;
"""
# 批复 starts the clock of 20 days; who is late is named only where the bureau says so.
PROGRESS = f"""
CREATE VIEW releases_progress AS
WITH approved AS (
    SELECT one.region_id AS region, one.code, one.name, one.year, approval.kind, min(approval.issued_on) AS issued_on
    FROM filings_approval AS approval JOIN agencies_agencyyear AS one ON one.id = approval.agency_year_id
    WHERE one.exemption = '' GROUP BY one.id, approval.kind
), published AS (
    SELECT now.region, now.agency_code AS code, now.agency_name AS name, now.year, now.kind,
           (SELECT min(first.publish_at) FROM releases_release AS first
            WHERE (first.region, first.agency_code, first.year, first.kind) = (now.region, now.agency_code, now.year, now.kind)
              AND NOT EXISTS (SELECT FROM releases_releaseevent AS event WHERE event.release_id = first.id AND event.kind = 'cancelled')) AS published_at
    FROM pub.current AS now
)
SELECT known.region, place.name AS region_name, coalesce(bureau.shows_late, false) AS shows_late, known.code AS agency_code, known.name AS agency_name, year, kind,
       issued_on, issued_on + 20 AS publish_by, published_at,
       CASE WHEN published_at IS NOT NULL THEN 'published' WHEN issued_on + 20 < {TODAY} THEN 'overdue' ELSE 'within' END AS word,
       (published_at AT TIME ZONE 'Asia/Shanghai')::date <= issued_on + 20 AS in_time
FROM (SELECT region, code, year, kind, coalesce(published.name, approved.name) AS name, issued_on, published_at
      FROM approved FULL JOIN published USING (region, code, year, kind)) AS known
JOIN agencies_region AS place ON place.code = known.region LEFT JOIN agencies_bureau AS bureau ON bureau.region_id = known.region;

CREATE VIEW pub.due WITH (security_barrier) AS
SELECT row_number() OVER () AS id, region, region_name, agency_code, agency_name, year, kind, issued_on, publish_by, published_at, word, in_time
FROM releases_progress WHERE word = 'published' OR shows_late;

CREATE VIEW pub.progress WITH (security_barrier) AS
SELECT min(row_number) AS id, region, region_name, bool_or(shows_late) AS names_late, year, kind, count(*) AS known,
       count(*) FILTER (WHERE word = 'published') AS published,
       count(*) FILTER (WHERE word = 'within') AS within, count(*) FILTER (WHERE word = 'overdue') AS overdue,
       count(*) FILTER (WHERE in_time) AS in_time, count(*) FILTER (WHERE NOT in_time) AS published_late
FROM (SELECT row_number() OVER (), * FROM releases_progress) AS numbered GROUP BY region, region_name, year, kind;
"""
SEARCH = """
-- The operator of the index may not be pushed below a security barrier; so this one function looks, and gives back only what is in force.
CREATE FUNCTION pub.find_texts(said text, wanted text, of_region text, of_year integer, most integer)
RETURNS TABLE (id bigint, release_id bigint, place varchar, title varchar, text text, fen bigint, region varchar, region_name varchar, agency_code varchar,
               agency_name varchar, year smallint, kind varchar, scope varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT one.id, one.release_id, one.place, one.title, one.text, one.fen, now.region, now.region_name, now.agency_code, now.agency_name,
           now.year, now.kind, now.scope
    FROM releases_releasedtext AS one JOIN pub.current AS now ON now.id = one.release_id
    WHERE one.grams @@ gram_query(said) AND one.kind = wanted AND (of_region = '' OR now.region = of_region) AND (of_year = 0 OR now.year = of_year)
    ORDER BY array_to_tsvector(grams(one.title)) @@ gram_query(said) DESC, now.year DESC, one.fen DESC NULLS LAST, one.id LIMIT most
$$;
REVOKE ALL ON FUNCTION pub.find_texts FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("pub", "0005_withdrawn_and_sealed"),
        ("releases", "0008_figures_and_texts_beside_releases"),
        ("agencies", "0006_what_a_bureau_shows"),
        ("codes", "0002_parent_of_the_same_year_and_chart"),
        ("filings", "0012_a_job_reads_what_is_handed_in"),
    ]
    operations = [
        migrations.RunSQL(BROWSING, "DROP VIEW pub.code, pub.figure, pub.current, pub.place, pub.agency"),
        migrations.RunSQL(PROGRESS, "DROP VIEW pub.progress, pub.due, releases_progress"),
        migrations.RunSQL(SEARCH, "DROP FUNCTION pub.find_texts"),
    ]
