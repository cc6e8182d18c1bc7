"""Databases for tests: one template built as the owner, and clones of it; and the public half inside the transaction of a test.

A clone takes a fraction of a second. Tests run as the office's login, so a grant that is missing or too wide shows at once.
"""

import fcntl
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import errors, sql

from disclosure.codes.loading import load_packaged
from disclosure.storage.granting import apply_roles
from disclosure.storage.logins import OFFICE, OFFICE_LOGIN, OWNER, PUBLIC, PUBLIC_LOGIN

PASSWORD = "only-for-tests"


def build_template(name):
    """A migrated database with its grants and the packaged classification, to be cloned; nobody stays connected to it."""
    make(name, "template1")
    point(name)
    call_command("migrate", verbosity=0)
    with one_at_a_time():
        apply_roles()
        run(sql.SQL("GRANT {} TO {}").format(sql.Identifier(PUBLIC_LOGIN), sql.Identifier(OFFICE_LOGIN)))  # for `Borrowed`
    load_packaged(by="test")
    connections.close_all()


def clone(template, name):
    """A database like the template, with the rights on the database itself, which PostgreSQL does not copy."""
    make(name, template)
    point(name)
    with one_at_a_time():
        apply_roles()
    connections[OWNER].close()


def point(name):
    """Every alias to this database; a real PostgreSQL asks the logins for a password."""
    for alias in (OWNER, OFFICE, PUBLIC):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
    if connections[OWNER].settings_dict.get("HOST"):
        for alias in (OFFICE, PUBLIC):
            connections[alias].settings_dict["PASSWORD"] = PASSWORD


def make(name, template):
    drop(name)
    run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))


def drop(name):
    run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def run(statement):
    """One statement as the owner, outside of every transaction and of the tests' databases."""
    with psycopg.connect(**parameters(OWNER, dbname="postgres"), autocommit=True) as connection:
        connection.execute(statement)


def parameters(alias, **more):
    """How an alias connects, for a connection of one's own."""
    said = connections[alias].get_connection_params()
    known = ("dbname", "host", "port", "user", "password")
    return {key: said[key] for key in known if said.get(key)} | more


@contextmanager
def one_at_a_time():
    """Logins belong to the whole server: two processes must not alter them at once."""
    with (Path(tempfile.gettempdir()) / "disclosure-roles.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Lent:
    """A connection that others use and only the lender closes, whatever the others' requests signal when they end."""

    def __init__(self, lender):
        self.__dict__["lender"] = lender

    def __getattr__(self, name):
        return getattr(self.lender, name)

    def __setattr__(self, name, value):
        setattr(self.lender, name, value)

    def close(self):
        """The lender closes."""

    def close_if_unusable_or_obsolete(self):
        """A request that ends between two tests would find the lender opening a transaction, and close it."""


class Borrowed(Lent):
    """The alias `public` inside a test's own transaction: the office's connection, each statement under SET LOCAL ROLE."""

    def cursor(self, *args, **kwargs):
        return BorrowedCursor(self.lender.cursor(*args, **kwargs))


class BorrowedCursor:
    """A cursor whose statements run as the public login."""

    def __init__(self, cursor):
        self.cursor = cursor

    def __getattr__(self, name):
        return getattr(self.cursor, name)

    def __iter__(self):
        return iter(self.cursor)

    def __enter__(self):
        self.cursor.__enter__()
        return self

    def __exit__(self, *error):
        return self.cursor.__exit__(*error)

    def execute(self, *args, **kwargs):
        with as_public(self.cursor.connection):
            return self.cursor.execute(*args, **kwargs)


@contextmanager
def as_public(connection):
    """Statements of the psycopg connection as the public login; a failed one takes the role back with its transaction."""
    connection.execute(f"SET LOCAL ROLE {PUBLIC_LOGIN}")
    try:
        yield
    finally:
        with suppress(errors.InFailedSqlTransaction):
            connection.execute("RESET ROLE")
