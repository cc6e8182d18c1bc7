"""What was cancelled never was; what is withdrawn keeps its address, title, date and reason, and nothing else; the head of the chain."""

from django.db import migrations, models

EXEMPT = """NOT EXISTS (
    SELECT FROM filings_filing AS filing JOIN agencies_agencyyear AS agency ON agency.id = filing.agency_year_id
    WHERE filing.id = one.filing_id AND agency.exemption <> '')"""
STANDS = "NOT EXISTS (SELECT FROM releases_releaseevent AS event WHERE event.release_id = {release}.id AND event.kind = 'cancelled')"
GONE = """SELECT event.at, event.withdrawal, event.why FROM releases_releaseevent AS event
    WHERE event.release_id = {release}.id AND event.kind = 'withdrawn'
      AND NOT EXISTS (SELECT FROM releases_releaseevent AS back WHERE back.refers_to_id = event.id AND back.kind = 'restored')
    ORDER BY event.id DESC LIMIT 1"""
VIEWS = f"""
CREATE OR REPLACE VIEW pub.release WITH (security_barrier) AS
SELECT one.id, region, agency_code, agency_name, year, kind, scope, version, title, CASE WHEN gone.at IS NULL THEN document END AS document,
       document_sha256, publish_at, figures_checked,
       gone.at IS NULL AND NOT EXISTS (
           SELECT FROM releases_release AS later
           WHERE (later.region, later.agency_code, later.year, later.kind) = (one.region, one.agency_code, one.year, one.kind)
             AND later.version > one.version AND later.publish_at <= statement_timestamp()
             AND {STANDS.format(release="later")} AND NOT EXISTS ({GONE.format(release="later")})
       ) AS in_force,
       gone.at AS withdrawn_at, gone.withdrawal AS withdrawal, gone.why AS withdrawn_why
FROM releases_release AS one LEFT JOIN LATERAL ({GONE.format(release="one")}) AS gone ON true
WHERE publish_at <= statement_timestamp() AND {STANDS.format(release="one")} AND {EXEMPT};
CREATE OR REPLACE VIEW pub.release_file WITH (security_barrier) AS
SELECT file.id, file.release_id, file.name, file.media_type, file.size, file.sha256, file.body
FROM releases_releasefile AS file JOIN releases_release AS one ON one.id = file.release_id
WHERE one.publish_at <= statement_timestamp() AND {STANDS.format(release="one")} AND NOT EXISTS ({GONE.format(release="one")}) AND {EXEMPT};
CREATE VIEW pub.chain_head WITH (security_barrier) AS
SELECT number AS id, hash, at FROM releases_seal ORDER BY number DESC LIMIT 1;
"""


class Migration(migrations.Migration):
    dependencies = [("pub", "0004_successors"), ("releases", "0006_steps_move_filings")]
    operations = [
        migrations.RunSQL(VIEWS, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                ("id", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": '"pub"."chain_head"', "managed": False},
        ),
    ]
