"""Composite keys that Django cannot write: a role stays in its bureau and in its person's duty; and every write leaves its trail."""

from django.db import migrations

from disclosure.audit.sql import track

KEYS = {
    "role_stays_in_the_bureau": ("people_appointment", "(person_id, bureau_id)", "people_person (id, bureau_id)"),
    "role_stays_in_the_duty": ("people_appointment", "(person_id, duty)", "people_person (id, duty)"),
    "role_is_held_in_the_bureau": ("people_appointment", "(agency_id, bureau_id)", "agencies_agency (id, region_id)"),
    "person_works_in_the_bureau": ("people_person", "(agency_id, bureau_id)", "agencies_agency (id, region_id)"),
}


class Migration(migrations.Migration):
    dependencies = [("people", "0001_people_and_appointments"), ("agencies", "0002_bureaus"), ("audit", "0001_the_trail")]
    operations = [
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY {columns} REFERENCES {target}",
                f"ALTER TABLE {table} DROP CONSTRAINT {name}",
            )
            for name, (table, columns, target) in KEYS.items()
        ),
        track("people_person", secret=("password",)),
        track("people_appointment"),
        track("people_onetimecode", secret=("hash",)),
    ]
