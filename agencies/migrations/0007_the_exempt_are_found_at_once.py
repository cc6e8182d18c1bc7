"""The few agencies that are exempt are asked for by every public query: they are found without reading the register."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0006_what_a_bureau_shows")]
    operations = [
        migrations.AddIndex(
            "agencyyear",
            models.Index(
                fields=["region", "code", "year"], name="agency_that_is_exempt", condition=models.Q(("exemption", ""), _negated=True)
            ),
        )
    ]
