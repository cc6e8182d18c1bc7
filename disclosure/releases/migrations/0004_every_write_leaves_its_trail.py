"""Where figures were taken from leaves its trail. Releases are their own: they are only ever added to."""

from django.db import migrations

from disclosure.audit.sql import track


class Migration(migrations.Migration):
    dependencies = [("releases", "0003_the_releases_a_filing_took_figures_from"), ("audit", "0001_the_trail")]
    operations = [track("releases_basis")]
