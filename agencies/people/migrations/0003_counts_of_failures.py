"""The table in which all processes count failed logins (Django's database cache), and the trail of second factors, their secrets masked."""

from django.db import migrations

from disclosure.audit.sql import track

CACHE = """
CREATE TABLE office_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX office_cache_expires ON office_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_no_role_crosses_a_bureau"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunSQL(CACHE, "DROP TABLE office_cache"), track("mfa_authenticator", secret=("data",))]
