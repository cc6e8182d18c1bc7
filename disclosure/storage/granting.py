"""Applies roles.sql as the owner, all or nothing, and sets the passwords of the two logins. Knows no table."""

from pathlib import Path

from django.db import connections, transaction
from psycopg import sql

from disclosure.storage.logins import OFFICE, OWNER, PUBLIC

ROLES_SQL = Path(__file__).parent / "roles.sql"


def apply_roles() -> None:
    """Logins and grants as roles.sql says."""
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(ROLES_SQL.read_text("utf-8"))
        for alias in (OFFICE, PUBLIC):
            login = connections[alias].settings_dict
            if login["PASSWORD"]:
                said = sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login["USER"]), sql.Literal(login["PASSWORD"]))
                cursor.execute(said)
