"""Who published when, sorted out of one heap: an approval more is a row more, and not one more look for every document that was ever published."""

from django.db import migrations

TODAY = "(statement_timestamp() AT TIME ZONE 'Asia/Shanghai')::date"
DROP = "DROP VIEW pub.progress; DROP VIEW pub.due; DROP VIEW releases_progress;"
# 批复 starts the clock of 20 days; who is late is named only where the bureau says so.
PROGRESS = f"""
-- What is in force, what was ever released, what was approved: one heap, sorted by document. No join of four columns, whose size nobody can guess.
CREATE VIEW releases_known AS
SELECT region, agency_code, year, kind, max(id) AS id, min(approval) AS approval, min(issued_on) AS issued_on, min(publish_at) AS published_at,
       coalesce(max(agency_name) FILTER (WHERE id IS NOT NULL), max(agency_name)) AS agency_name, bool_or(is_exempt) AS is_exempt
FROM (SELECT region, agency_code, year, kind, id, agency_name, NULL::bigint AS approval, NULL::date AS issued_on, NULL::timestamptz AS publish_at,
             false AS is_exempt FROM releases_current
      UNION ALL
      SELECT region, agency_code, year, kind, NULL, NULL, NULL, NULL, publish_at, false FROM releases_release AS one
      WHERE NOT EXISTS (SELECT FROM releases_releaseevent AS event WHERE event.release_id = one.id AND event.kind = 'cancelled')
      UNION ALL
      SELECT one.region_id, one.code, one.year, approval.kind, NULL, one.name, approval.id, approval.issued_on, NULL, one.exemption <> ''
      FROM filings_approval AS approval JOIN agencies_agencyyear AS one ON one.id = approval.agency_year_id) AS facts
GROUP BY region, agency_code, year, kind;

CREATE VIEW releases_progress AS
SELECT coalesce(known.id, -known.approval) AS id, known.region, place.name AS region_name, coalesce(bureau.shows_late, false) AS shows_late,
       known.agency_code, known.agency_name, known.year, known.kind, known.issued_on, known.issued_on + 20 AS publish_by,
       CASE WHEN known.id IS NOT NULL THEN known.published_at END AS published_at,
       CASE WHEN known.id IS NOT NULL THEN 'published' WHEN known.issued_on + 20 < {TODAY} THEN 'overdue' ELSE 'within' END AS word,
       CASE WHEN known.id IS NOT NULL THEN (known.published_at AT TIME ZONE 'Asia/Shanghai')::date <= known.issued_on + 20 END AS in_time
FROM releases_known AS known JOIN agencies_region AS place ON place.code = known.region
LEFT JOIN agencies_bureau AS bureau ON bureau.region_id = known.region
WHERE known.id IS NOT NULL OR (known.approval IS NOT NULL AND NOT known.is_exempt);

CREATE VIEW pub.due WITH (security_barrier) AS
SELECT id, region, region_name, agency_code, agency_name, year, kind, issued_on, publish_by, published_at, word, in_time
FROM releases_progress WHERE word = 'published' OR shows_late;

CREATE VIEW pub.progress WITH (security_barrier) AS
SELECT min(id) AS id, region, region_name, bool_or(shows_late) AS names_late, year, kind, count(*) AS known,
       count(*) FILTER (WHERE word = 'published') AS published,
       count(*) FILTER (WHERE word = 'within') AS within, count(*) FILTER (WHERE word = 'overdue') AS overdue,
       count(*) FILTER (WHERE in_time) AS in_time, count(*) FILTER (WHERE NOT in_time) AS published_late
FROM releases_progress GROUP BY region, region_name, year, kind;
"""


class Migration(migrations.Migration):
    dependencies = [("pub", "0012_whether_the_same_stands_in_force")]
    operations = [migrations.RunSQL(DROP + PROGRESS, migrations.RunSQL.noop)]
