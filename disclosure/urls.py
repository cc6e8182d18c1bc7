"""Every address of both halves, for a process that serves the whole site (SITE=all: the demo)."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("office/", include("disclosure.web.office.addresses")),
    path("", include("disclosure.web.report.urls")),
    path("", include("disclosure.web.public.urls")),
]

handler400 = "disclosure.web.errors.bad_request"
handler403 = "disclosure.web.errors.forbidden"
handler404 = "disclosure.web.errors.not_found"
handler500 = "disclosure.web.errors.server_error"
