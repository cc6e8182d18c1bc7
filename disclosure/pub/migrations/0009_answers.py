"""The view over reports whose answer was published, and which are about nothing that is withdrawn or exempt."""

from django.db import migrations, models

VIEW = """
CREATE VIEW pub.answer WITH (security_barrier) AS
SELECT one.id, one.bureau_id AS region, place.name AS region_name, one.agency_code, one.agency_name, release.year, release.kind, release.version,
       one.matter, one.place, one.question, one.outcome, one.answer, one.received_at, one.closed_at AS published_at
FROM reports_report AS one JOIN agencies_region AS place ON place.code = one.bureau_id
LEFT JOIN releases_release AS release ON release.id = one.release_id
WHERE one.state = 'published'
  AND (release.id IS NULL OR EXISTS (SELECT FROM releases_period AS period WHERE period.release_id = release.id AND period.begins <= statement_timestamp()))
  AND NOT EXISTS (SELECT FROM agencies_agencyyear AS hidden WHERE hidden.agency_id = one.agency_id AND hidden.exemption <> '');
"""
MATTERS = [
    ("figure", "数字有误"),
    ("wording", "文字有误"),
    ("file", "文件打不开或不完整"),
    ("missing", "应当公开而没有公开"),
    ("personal", "含有不宜公开的个人信息"),
    ("other", "其他"),
]
OUTCOMES = [
    ("corrected", "属实，已经更正"),
    ("to_be_corrected", "属实，将要更正"),
    ("right", "经核对无误"),
    ("noted", "已经记下，用于改进"),
]


class Migration(migrations.Migration):
    dependencies = [("pub", "0008_open_data_in_bulk"), ("reports", "0001_what_the_public_reports")]
    operations = [
        migrations.RunSQL(VIEW, "DROP VIEW pub.answer"),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("region", models.CharField(max_length=6)),
                ("region_name", models.CharField(max_length=60)),
                ("agency_code", models.CharField(max_length=6)),
                ("agency_name", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("kind", models.CharField(max_length=6, null=True)),
                ("version", models.PositiveSmallIntegerField(null=True)),
                ("matter", models.CharField(choices=MATTERS, max_length=8)),
                ("place", models.CharField(max_length=100)),
                ("question", models.TextField()),
                ("outcome", models.CharField(choices=OUTCOMES, max_length=15)),
                ("answer", models.TextField()),
                ("received_at", models.DateTimeField()),
                ("published_at", models.DateTimeField()),
            ],
            options={"db_table": '"pub"."answer"', "ordering": ("-published_at", "-id"), "managed": False},
        ),
    ]
