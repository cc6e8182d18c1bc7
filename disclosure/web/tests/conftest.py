"""What the tests of pages stand on: a folder for collected files, a published archive, a browser."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from disclosure.web.tests.documents import document
from disclosure.web.tests.releases import publish

ARGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


@pytest.fixture(autouse=True)
def _static_root(settings):
    """WhiteNoise warns of a missing folder, and a warning is an error."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def release(db):
    return publish(document())


@pytest.fixture(scope="session")
def browser():
    # Playwright keeps an event loop on this thread; Django takes that for asynchronous code and refuses the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGS.split())
        yield running
        running.close()
