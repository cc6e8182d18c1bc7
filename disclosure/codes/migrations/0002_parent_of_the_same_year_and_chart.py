"""A code's parent must stand in the same year and chart."""

from django.db import migrations

from disclosure.codes.composite import composite_foreign_key


class Migration(migrations.Migration):
    dependencies = [("codes", "0001_codes_of_a_year")]
    operations = [
        composite_foreign_key(
            "codes_code", ("year", "chart", "parent"), "codes_code", ("year", "chart", "code"), name="code_parent_of_same_year_and_chart"
        )
    ]
