"""What the tests of reports stand on: a document that went its way and was released."""

from disclosure.releases.tests.conftest import flow, furnished_release, release

__all__ = ["flow", "furnished_release", "release"]
