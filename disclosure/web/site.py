"""What every page says about the site itself. Knows the settings, no release."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from disclosure.web.public.manner import manner_of


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name and what its foot must print."""
    single = settings.OIDC_APP["name"] if settings.OIDC_ISSUER else ""
    return {
        "site": settings.SITE_WORDS,
        "manner": manner_of(request.path, request.META.get("QUERY_STRING", "")),
        "portal": {**settings.SITE_WORDS, "single_sign_on": single},
    }  # allauth means something else by `site`
