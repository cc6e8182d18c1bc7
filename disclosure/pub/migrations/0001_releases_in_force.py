"""Schema pub: views over releases whose second has come. A filter lives here once, so a page cannot forget it."""

from django.db import migrations

# security_barrier: no function of a query sees a row before the view has let it through.
RELEASE = """
CREATE SCHEMA pub;
CREATE VIEW pub.release WITH (security_barrier) AS
SELECT id, region, agency_code, agency_name, year, kind, scope, version, title, document, document_sha256, publish_at, figures_checked,
       NOT EXISTS (
           SELECT FROM releases_release AS later
           WHERE (later.region, later.agency_code, later.year, later.kind) = (one.region, one.agency_code, one.year, one.kind)
             AND later.version > one.version AND later.publish_at <= statement_timestamp()
       ) AS in_force
FROM releases_release AS one
WHERE publish_at <= statement_timestamp();
CREATE VIEW pub.release_file WITH (security_barrier) AS
SELECT file.id, file.release_id, file.name, file.media_type, file.size, file.sha256, file.body
FROM releases_releasefile AS file JOIN releases_release AS one ON one.id = file.release_id
WHERE one.publish_at <= statement_timestamp();
"""


class Migration(migrations.Migration):
    dependencies = [("releases", "0003_the_releases_a_filing_took_figures_from")]
    operations = [migrations.RunSQL(RELEASE, "DROP VIEW pub.release_file, pub.release; DROP SCHEMA pub;")]
