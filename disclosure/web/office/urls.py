"""The addresses of the office. Every one of them has a row in policy.toml."""

from django.urls import URLPattern, URLResolver, include, path

from disclosure.web.health import healthz, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("office/", include("disclosure.web.office.addresses")),
    path("", include("disclosure.web.report.urls")),
]

handler400 = "disclosure.web.errors.bad_request"
handler403 = "disclosure.web.errors.forbidden"
handler404 = "disclosure.web.errors.not_found"
handler500 = "disclosure.web.errors.server_error"
