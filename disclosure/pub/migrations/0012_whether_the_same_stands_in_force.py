"""One mark of all that is in force: it is the same as long as exactly the same is. Made of what is public alone."""

from django.db import migrations

# Releases only begin (one that gives way to a correction stays among those that have), and only an event takes one away or brings it back:
# the two numbers never come back with another set.
STANDING = """
CREATE VIEW pub.standing WITH (security_barrier) AS
SELECT 1 AS id, concat_ws('.', begun.number, moved.number, hidden.releases) AS mark
FROM (SELECT count(*) AS number FROM releases_period WHERE begins <= statement_timestamp()) AS begun
CROSS JOIN (SELECT count(*) AS number FROM releases_releaseevent WHERE kind IN ('withdrawn', 'restored')) AS moved
CROSS JOIN (SELECT string_agg(period.release_id::text, ',' ORDER BY period.release_id) AS releases
            FROM agencies_agencyyear AS exempt JOIN releases_period AS period
              ON (period.region, period.agency_code, period.year) = (exempt.region_id, exempt.code, exempt.year)
            WHERE exempt.exemption <> '' AND period.begins <= statement_timestamp()) AS hidden;
"""


class Migration(migrations.Migration):
    dependencies = [("pub", "0011_texts_in_the_order_of_their_years"), ("agencies", "0007_the_exempt_are_found_at_once")]
    operations = [migrations.RunSQL(STANDING, "DROP VIEW pub.standing")]
