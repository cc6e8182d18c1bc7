"""What every page says about the site itself. Knows the settings, no release."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, dict[str, str]]:
    """The site's name and what its foot must print."""
    return {"site": settings.SITE_WORDS}
