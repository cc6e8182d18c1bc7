"""The two halves of the site, as values: which apps, middleware and addresses a process with SITE=public, office or all has. Knows no settings."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Half:
    """What a process serves; the public half has no sessions, no people and no draft in it at all."""

    urlconf: str
    apps: tuple[str, ...]
    middleware: tuple[str, ...]
    context: tuple[str, ...]


_FRONT = (
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "disclosure.web.headers.Headers",
    "django.middleware.common.CommonMiddleware",
)
_SCOPED = "disclosure.web.office.middleware."
_OFFICE = (
    _SCOPED + "requests",
    _SCOPED + "sessions",
    _SCOPED + "csrf",
    _SCOPED + "authentication",
    _SCOPED + "messages",
    "allauth.account.middleware.AccountMiddleware",  # allauth asks for it by this name; it touches no session
    _SCOPED + "rules",
)
_PUBLIC_APPS = ("django.contrib.staticfiles", "django_tables2", "disclosure.pub", "disclosure.exports", "disclosure.web")
_OFFICE_APPS = (
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "disclosure.storage",
    "disclosure.audit",
    "agencies",
    "agencies.people",
    "disclosure.jobs",
    "disclosure.codes",
    "disclosure.filings",
    "disclosure.releases",
    "disclosure.reports",
)
_OFFICE_CONTEXT = (
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "disclosure.web.office.frame.frame",
)

_MANNERS = "disclosure.web.public.manner.Manners"  # before CommonMiddleware, which asks whether an address is there

PUBLIC = Half(
    "disclosure.web.public.urls",
    _PUBLIC_APPS,
    (*_FRONT[:-1], "disclosure.web.headers.Tags", _MANNERS, _FRONT[-1]),
    ("disclosure.web.site.site",),
)
OFFICE = Half(
    "disclosure.web.office.urls",
    (*_OFFICE_APPS, *_PUBLIC_APPS),
    (*_FRONT[:-1], _MANNERS, _FRONT[-1], *_OFFICE),
    (*PUBLIC.context, *_OFFICE_CONTEXT),
)
ALL = Half("disclosure.urls", OFFICE.apps, (*PUBLIC.middleware, *OFFICE.middleware[len(_FRONT) :]), OFFICE.context)
HALVES: Mapping[str, Half] = {"public": PUBLIC, "office": OFFICE, "all": ALL}
