"""Who published when, so that a question for one region and year looks at no other: two parts put together, each row by a number of its own."""

from django.db import migrations

TODAY = "(statement_timestamp() AT TIME ZONE 'Asia/Shanghai')::date"
DROP = "DROP VIEW pub.progress; DROP VIEW pub.due; DROP VIEW releases_progress;"
# 批复 starts the clock of 20 days; who is late is named only where the bureau says so.
PROGRESS = f"""
CREATE VIEW releases_progress AS
SELECT now.id, now.region, now.region_name, coalesce(bureau.shows_late, false) AS shows_late, now.agency_code, now.agency_name, now.year, now.kind,
       approved.issued_on, approved.issued_on + 20 AS publish_by, first.published_at, 'published' AS word,
       (first.published_at AT TIME ZONE 'Asia/Shanghai')::date <= approved.issued_on + 20 AS in_time
FROM releases_current AS now LEFT JOIN agencies_bureau AS bureau ON bureau.region_id = now.region
CROSS JOIN LATERAL (
    SELECT min(one.publish_at) AS published_at FROM releases_release AS one
    WHERE (one.region, one.agency_code, one.year, one.kind) = (now.region, now.agency_code, now.year, now.kind)
      AND NOT EXISTS (SELECT FROM releases_releaseevent AS event WHERE event.release_id = one.id AND event.kind = 'cancelled')) AS first
CROSS JOIN LATERAL (
    SELECT min(approval.issued_on) AS issued_on FROM filings_approval AS approval JOIN agencies_agencyyear AS one ON one.id = approval.agency_year_id
    WHERE (one.region_id, one.code, one.year) = (now.region, now.agency_code, now.year) AND approval.kind = now.kind) AS approved
UNION ALL
SELECT -min(approval.id), one.region_id, place.name, coalesce(bureau.shows_late, false), one.code, one.name, one.year, approval.kind,
       min(approval.issued_on), min(approval.issued_on) + 20, NULL, CASE WHEN min(approval.issued_on) + 20 < {TODAY} THEN 'overdue' ELSE 'within' END, NULL
FROM filings_approval AS approval JOIN agencies_agencyyear AS one ON one.id = approval.agency_year_id AND one.exemption = ''
JOIN agencies_region AS place ON place.code = one.region_id LEFT JOIN agencies_bureau AS bureau ON bureau.region_id = one.region_id
WHERE NOT EXISTS (SELECT FROM releases_current AS now
                  WHERE (now.region, now.agency_code, now.year, now.kind) = (one.region_id, one.code, one.year, approval.kind))
GROUP BY one.id, place.name, bureau.shows_late, approval.kind;

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
    dependencies = [("pub", "0009_answers")]
    operations = [migrations.RunSQL(DROP + PROGRESS, migrations.RunSQL.noop)]
