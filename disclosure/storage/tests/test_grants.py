"""What each login is refused, tried over its own connection; and that a grant too many would be noticed."""

import psycopg
import pytest
from django.db import connections
from psycopg import errors

from disclosure.storage.tests.databases import parameters

RELATIONS = """
SELECT n.nspname || '."' || c.relname || '"', n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_' ORDER BY 1
"""
READS = ("SELECT * FROM {} LIMIT 1", "SELECT count(*) FROM {}", "COPY {} TO STDOUT")
WRITES = (
    "INSERT INTO {} DEFAULT VALUES", "DELETE FROM {}", "TRUNCATE {} CASCADE", "LOCK TABLE {} IN ACCESS EXCLUSIVE MODE", "COPY {} FROM STDIN",
    "ALTER TABLE {} DISABLE TRIGGER ALL", "DROP TABLE {} CASCADE", "CREATE TRIGGER x BEFORE INSERT ON {} EXECUTE FUNCTION audit_refuse()",
)  # fmt: skip
MAKING = (
    "CREATE TABLE public.mine (id int)", "CREATE TEMP TABLE mine (id int)", "CREATE SCHEMA mine", "CREATE TABLE pub.mine (id int)",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'", "SELECT lo_create(0)", "SELECT lo_from_bytea(0, '')",
    "SET ROLE disclosure_office", "SET SESSION AUTHORIZATION disclosure_office", "SELECT * FROM pg_authid", "SELECT pg_read_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'true'", "ALTER ROLE disclosure_public SUPERUSER", "CREATE ROLE mine", "SET session_replication_role = replica",
    "SELECT public.audit_event('login', '', '', NULL)", "SELECT nextval('public.filings_filing_id_seq')",
    "GRANT disclosure_office TO disclosure_public",
)  # fmt: skip
REFUSALS = (errors.InsufficientPrivilege, errors.WrongObjectType, errors.ObjectNotInPrerequisiteState, errors.FeatureNotSupported)


def relations(where):
    with connections["owner"].cursor() as cursor:
        cursor.execute(RELATIONS)
        return [name for name, schema in cursor.fetchall() if where(schema)]


@pytest.fixture
def login(fresh):
    """Connect as a login; the public one without its read-only default, so that the grants alone refuse."""
    opened = []

    def connect(alias):
        opened.append(psycopg.connect(**parameters(alias), autocommit=True))
        opened[-1].execute("SET default_transaction_read_only = off")
        return opened[-1]

    yield connect
    for each in opened:
        each.close()


def gets_through(connection, statements):
    """The statements that were not refused, each in a transaction that is taken back."""
    through = []
    for statement in statements:
        try:
            with connection.transaction(force_rollback=True):
                if statement.startswith("COPY"):
                    with connection.cursor().copy(statement) as copy:
                        _ = copy.read() if "TO STDOUT" in statement else None
                else:
                    connection.execute(statement)
            through.append(statement)
        except REFUSALS:
            continue
    return through


def test_public_reads_nothing_outside_pub_and_writes_nothing_anywhere(login):
    outside, inside = relations(lambda schema: schema != "pub"), relations(lambda schema: schema == "pub")
    assert len(outside) > 40 and len(inside) >= 2
    updates = [f"UPDATE {table} SET id = id" for table in inside]
    tried = [each.format(table) for table in outside for each in READS + WRITES] + [
        each.format(table) for table in inside for each in WRITES
    ]
    assert gets_through(login("public"), [*tried, *updates, *MAKING]) == []


def test_public_reads_the_views(login):
    for view in relations(lambda schema: schema == "pub"):
        assert gets_through(login("public"), [f"SELECT count(*) FROM {view}"])


@pytest.mark.parametrize("grant", ["SELECT ON filings_line", "SELECT (amount) ON filings_line", "INSERT ON people_notice"])
def test_a_grant_too_many_is_noticed(login, grant):
    right, _, table = grant.partition(" ON ")
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO disclosure_public; GRANT {grant} TO disclosure_public")
    tries = {"SELECT": f"SELECT * FROM {table}", "SELECT (amount)": f"SELECT amount FROM {table}"}
    assert gets_through(login("public"), [tries.get(right, f"INSERT INTO {table} (subject, href, person_id) SELECT '', '', 1 WHERE false")])


AUDIT = (
    "UPDATE public.audit_entry SET actor = 'x'", "DELETE FROM public.audit_entry", "TRUNCATE public.audit_entry",
    "ALTER TABLE public.audit_entry DISABLE TRIGGER never_changes",
    "INSERT INTO public.audit_entry (id, action) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET actor = 'x'",
)  # fmt: skip


@pytest.mark.parametrize("alias", ["default", "public"])
def test_no_login_changes_the_trail(login, alias):
    connection = login(alias)
    assert gets_through(connection, AUDIT) == []


def test_not_even_the_owner_changes_the_trail_by_the_way(login):
    connection = login("owner")
    connection.execute("SELECT public.audit_event('login', '', '', NULL)")
    for statement in AUDIT[:3]:
        with pytest.raises(errors.RestrictViolation, match="never changed or deleted"):
            connection.execute(statement)
    assert connection.execute("SELECT count(*) FROM audit_entry").fetchone() == (1,)


def test_the_office_is_not_the_owner(login):
    """Else every test of a grant would prove nothing."""
    (office,) = login("default").execute("SELECT current_user").fetchone()
    owners = login("owner").execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert office == "disclosure_office" and owners and (office,) not in owners


def test_nobody_writes_the_trail_of_a_row_by_hand(login):
    with pytest.raises(errors.RestrictViolation, match="recorded by their triggers"):
        login("default").execute("SELECT public.audit_event('update', 'filings_line', '1', NULL)")


@pytest.mark.parametrize(
    ("alias", "limits"),
    [
        ("default", {"statement_timeout": "15s", "lock_timeout": "3s", "idle_in_transaction_session_timeout": "30s"}),
        ("public", {"statement_timeout": "3s", "lock_timeout": "1s", "default_transaction_read_only": "on"}),
    ],
)
def test_a_session_has_its_limits(fresh, alias, limits):
    with psycopg.connect(**parameters(alias)) as connection:
        assert {name: connection.execute(f"SHOW {name}").fetchone()[0] for name in limits} == limits
