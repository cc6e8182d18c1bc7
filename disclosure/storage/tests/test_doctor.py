"""The doctor finds nothing in a healthy database, and every sickness by its code."""

import time

import pytest
from django.core.management import call_command
from django.db import InternalError, connections

from disclosure.storage.doctor import examine
from disclosure.storage.invariants import INVARIANTS

SICKNESSES = (
    ("G01", "ALTER ROLE disclosure_office CREATEDB", "ALTER ROLE disclosure_office NOCREATEDB"),
    ("G02", "ALTER TABLE filings_filing OWNER TO disclosure_office", ""),
    ("G03", "GRANT SELECT ON filings_line TO disclosure_public", ""),
    ("G03", "GRANT SELECT (amount) ON filings_line TO disclosure_public", ""),
    ("G03", "GRANT INSERT ON people_notice TO PUBLIC", ""),
    ("G04", "GRANT DELETE ON pub.release TO disclosure_public", ""),
    ("G05", "GRANT EXECUTE ON FUNCTION audit_event(text, text, text, jsonb) TO PUBLIC", ""),
    ("G05", "GRANT USAGE ON SEQUENCE filings_filing_id_seq TO disclosure_public", ""),
    ("G06", "GRANT CREATE ON SCHEMA public TO disclosure_office", ""),
    ("G07", "GRANT UPDATE ON releases_release TO disclosure_office", ""),
    ("G07", "GRANT UPDATE (actor) ON audit_entry TO disclosure_office", ""),
    ("G08", "GRANT INSERT ON audit_entry TO disclosure_office", ""),
    ("G09", "GRANT TRUNCATE ON filings_line TO disclosure_office", ""),
    ("G10", "ALTER ROLE disclosure_public RESET default_transaction_read_only", "ALTER ROLE disclosure_public SET default_transaction_read_only = on"),
    ("G11", "GRANT pg_read_all_data TO disclosure_public", "REVOKE pg_read_all_data FROM disclosure_public"),
    ("V01", "ALTER VIEW pub.release RESET (security_barrier)", ""),
    ("V01", "CREATE TABLE pub.draft (id int)", ""),
    ("T01", "ALTER TABLE audit_entry DISABLE TRIGGER never_changes", ""),
    ("T02", "DROP TRIGGER audit_update ON filings_line", ""),
    ("T02", "CREATE TABLE filings_forgotten (id int)", ""),
    ("M01", "DELETE FROM django_migrations WHERE app = 'pub'", ""),
)  # fmt: skip


def codes():
    return {violation.invariant.code for violation in examine()}


def test_a_healthy_database(fresh, capsys):
    call_command("doctor")
    assert f"检查了{len(INVARIANTS) + 1}项，全部符合" in capsys.readouterr().out


def test_every_sickness_is_found_and_told_with_its_cure(fresh, capsys):
    with connections["owner"].cursor() as cursor:
        cursor.execute("GRANT SELECT ON filings_line TO disclosure_public")
    with pytest.raises(SystemExit):
        call_command("doctor")
    told = capsys.readouterr().err
    assert "公开登录在pub之外没有任何权限——不符：public.filings_line：SELECT" in told and "manage.py roles" in told


@pytest.mark.parametrize(("code", "sickness", "cure"), SICKNESSES)
def test_a_sickness(fresh, code, sickness, cure):
    with connections["owner"].cursor() as cursor:
        insist(cursor, sickness)
        try:
            assert code in codes()
        finally:
            insist(cursor, cure or "SELECT")


def insist(cursor, sql, tries=20):
    """Logins belong to the whole server, where another worker may be changing the same one just now."""
    try:
        cursor.execute(sql)
    except InternalError as error:
        if "concurrently updated" not in str(error) or not tries:
            raise
        time.sleep(0.1)
        insist(cursor, sql, tries - 1)


def test_roles_put_the_grants_right_again(fresh):
    with connections["owner"].cursor() as cursor:
        cursor.execute("GRANT SELECT ON filings_line TO disclosure_public; GRANT UPDATE ON releases_release TO disclosure_office")
        call_command("roles", verbosity=0)
    assert codes() == set()
