"""What the tests of pages stand on: a published archive, a server, a browser."""

import os

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.cache import caches
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test.testcases import LiveServerThread
from playwright.sync_api import sync_playwright

from disclosure.storage.tests.databases import Borrowed, Lent
from disclosure.web.public.codes import codes
from disclosure.web.public.facets import facets
from disclosure.web.public.kept import PAGES
from disclosure.web.public.names import names
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import publish

ARGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    """Names, codes and facets stay in memory for a while; a test begins with none."""
    for memory in (names, codes, facets):
        memory.forget()
    caches[PAGES].clear()


@pytest.fixture
def release(db):
    return publish(document())


class SharingServer(ThreadedWSGIServer):
    """A server that answers inside the test's own transaction, and so must leave its connection open."""

    def _close_connections(self):
        pass


class SharingThread(LiveServerThread):
    server_class = SharingServer


@pytest.fixture(scope="session")
def _server(django_db_setup):
    """Released things can never be deleted, so a test must not commit any: pytest-django's own live_server would."""
    connection = connections["default"]
    connection.inc_thread_sharing()
    override = {"default": Lent(connection), "public": Borrowed(connection)}
    thread = SharingThread("127.0.0.1", StaticFilesHandler, connections_override=override)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture
def server(_server, db):
    """The address of the site, which sees what the test has written."""
    return _server


@pytest.fixture(scope="session")
def browser():
    # Playwright keeps an event loop on this thread; Django takes that for asynchronous code and refuses the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGS.split())
        yield running
        running.close()
