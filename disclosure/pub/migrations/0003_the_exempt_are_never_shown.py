"""What an exempt agency ever released is not in force in public. The exemption of its year decides."""

from django.db import migrations

VISIBLE = """
CREATE OR REPLACE VIEW pub.release WITH (security_barrier) AS
SELECT id, region, agency_code, agency_name, year, kind, scope, version, title, document, document_sha256, publish_at, figures_checked,
       NOT EXISTS (
           SELECT FROM releases_release AS later
           WHERE (later.region, later.agency_code, later.year, later.kind) = (one.region, one.agency_code, one.year, one.kind)
             AND later.version > one.version AND later.publish_at <= statement_timestamp()
       ) AS in_force
FROM releases_release AS one
WHERE publish_at <= statement_timestamp() {exempt};
CREATE OR REPLACE VIEW pub.release_file WITH (security_barrier) AS
SELECT file.id, file.release_id, file.name, file.media_type, file.size, file.sha256, file.body
FROM releases_releasefile AS file JOIN releases_release AS one ON one.id = file.release_id
WHERE one.publish_at <= statement_timestamp() {exempt};
"""
EXEMPT = """AND NOT EXISTS (
    SELECT FROM filings_filing AS filing JOIN agencies_agencyyear AS agency ON agency.id = filing.agency_year_id
    WHERE filing.id = one.filing_id AND agency.exemption <> '')"""


class Migration(migrations.Migration):
    dependencies = [
        ("pub", "0002_models_of_the_views"),
        ("agencies", "0003_units_below_their_department"),
        ("filings", "0005_every_write_leaves_its_trail"),
    ]
    operations = [migrations.RunSQL(VISIBLE.format(exempt=EXEMPT), VISIBLE.format(exempt=""))]
