"""The database refuses to change, delete or empty what was released."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: what was released is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
TRIGGER = """
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release();
"""


class Migration(migrations.Migration):
    dependencies = [("releases", "0001_releases_and_their_files")]
    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION refuse_change_of_release"),
        *(
            migrations.RunSQL(TRIGGER.format(table=table), f"DROP TRIGGER never_changes ON {table}")
            for table in ("releases_release", "releases_releasefile")
        ),
    ]
