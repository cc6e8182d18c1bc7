"""A release for tests of what a release is: made and stored with steps that are rows alone."""

from disclosure.releases.models import Release
from disclosure.releases.releasing import make, store
from disclosure.releases.tests.came_through import come_through, make_ready


def release_filing(*, filing, by="发布人", publish_at, site="https://example.org") -> Release:
    """The next version of the filing, as `releases.publishing` makes it."""
    made = make(filing=filing, publish_at=publish_at, site=site)
    make_ready(filing)
    stored = store(filing=filing, made=made, by=by)
    come_through(stored)
    return stored
