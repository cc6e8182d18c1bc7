"""What became of an agency's code, so that old addresses lead on. The exempt are left out on both sides."""

from django.db import migrations, models

SUCCESSOR = """
CREATE VIEW pub.successor WITH (security_barrier) AS
SELECT DISTINCT ON (region, old_code, new_code) one.id, one.region_id AS region, old.code AS old_code, old.name AS old_name, one.kind, one."on",
       new.code AS new_code, new.name AS new_name
FROM agencies_succession AS one
JOIN agencies_agencyyear AS old ON old.agency_id = one.from_agency_id
JOIN agencies_agencyyear AS new ON new.agency_id = one.to_agency_id
WHERE old.exemption = '' AND new.exemption = '' AND one."on" <= (statement_timestamp() AT TIME ZONE 'Asia/Shanghai')::date
ORDER BY region, old_code, new_code, one."on" DESC, new.year DESC;
"""


class Migration(migrations.Migration):
    dependencies = [("pub", "0003_the_exempt_are_never_shown"), ("agencies", "0004_composite_keys_and_trail")]
    operations = [
        migrations.RunSQL(SUCCESSOR, "DROP VIEW pub.successor"),
        migrations.CreateModel(
            name="Successor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("old_code", models.CharField(max_length=6)),
                ("old_name", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=7)),
                ("on", models.DateField()),
                ("new_code", models.CharField(max_length=6)),
                ("new_name", models.CharField(max_length=60)),
            ],
            options={"db_table": '"pub"."successor"', "ordering": ("on", "new_code"), "managed": False},
        ),
    ]
