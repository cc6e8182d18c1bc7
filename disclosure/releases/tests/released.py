"""A release for tests of what a release is: made and stored without the steps, which a committed transaction would refuse."""

from disclosure.releases.models import Release
from disclosure.releases.releasing import make, store


def release_filing(*, filing, by="发布人", publish_at, site="https://example.org") -> Release:
    """The next version of the filing, as `releases.publishing` makes it."""
    return store(filing=filing, made=make(filing=filing, publish_at=publish_at, site=site), by=by)
