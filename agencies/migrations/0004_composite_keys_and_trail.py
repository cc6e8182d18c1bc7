"""Composite keys that Django cannot write: a unit lies below the department of its code, of its year and region; and every write leaves its trail."""

from django.db import migrations

from disclosure.audit.sql import track

KEYS = {
    "unit_below_its_department": (
        "agencies_agencyyear", "(parent_id, year, region_id, department)", "agencies_agencyyear (id, year, region_id, code)",
    ),
    "agency_of_its_region": ("agencies_agencyyear", "(agency_id, region_id)", "agencies_agency (id, region_id)"),
    "succession_from_the_region": ("agencies_succession", "(from_agency_id, region_id)", "agencies_agency (id, region_id)"),
    "succession_to_the_region": ("agencies_succession", "(to_agency_id, region_id)", "agencies_agency (id, region_id)"),
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_units_below_their_department"), ("audit", "0001_the_trail")]
    operations = [
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY {columns} REFERENCES {target} DEFERRABLE INITIALLY DEFERRED",
                f"ALTER TABLE {table} DROP CONSTRAINT {name}",
            )
            for name, (table, columns, target) in KEYS.items()
        ),
        *(track(f"agencies_{table}") for table in ("bureau", "agency", "agencyyear", "succession")),
    ]
