"""What comparisons and searches read of thousands of releases at once: amounts out of an index, texts with the year that they are ordered by."""

from django.db import migrations, models

# The three columns of an address go together; without this the planner thinks that hardly any figure stands at one.
TOGETHER = """
CREATE STATISTICS figure_address_together ON statement, "row", "column" FROM releases_releasedfigure;
ALTER STATISTICS figure_address_together SET STATISTICS 1000; -- there are some hundreds of addresses, each as frequent as the others
"""
YEAR = """
ALTER TABLE releases_releasedtext ADD COLUMN year smallint CHECK (year >= 0);
ALTER TABLE releases_releasedtext DISABLE TRIGGER never_changes; -- nothing that was released changes: each text learns the year of its release
UPDATE releases_releasedtext AS one SET year = release.year FROM releases_release AS release WHERE release.id = one.release_id;
ALTER TABLE releases_releasedtext ENABLE TRIGGER never_changes;
ALTER TABLE releases_releasedtext ALTER COLUMN year SET NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("releases", "0009_open_data_in_bulk")]
    operations = [
        migrations.RemoveIndex("releasedfigure", "figure_address"),
        migrations.AddIndex(
            "releasedfigure", models.Index(fields=["statement", "row", "column", "release"], include=["fen"], name="figure_at_address")
        ),
        migrations.RunSQL(TOGETHER, "DROP STATISTICS figure_address_together"),
        migrations.RunSQL(
            YEAR,
            "ALTER TABLE releases_releasedtext DROP COLUMN year",
            state_operations=[migrations.AddField("releasedtext", "year", models.PositiveSmallIntegerField("年度"))],
        ),
    ]
