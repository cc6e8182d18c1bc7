"""Whether a bureau names in public who is late, and ranks its agencies: both off until it says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0005_drafts_of_registers")]
    operations = [
        migrations.AddField("bureau", "shows_late", models.BooleanField("公开逾期单位的名称", default=False, db_default=False)),
        migrations.AddField("bureau", "shows_ranks", models.BooleanField("公开单位之间的排名", default=False, db_default=False)),
    ]
