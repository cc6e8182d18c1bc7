"""What the tests of reports stand on: a document that went its way and was released."""

from disclosure.releases.tests.test_events import flow, release

__all__ = ["flow", "release"]
