"""Every address of the site, and what answers when something is wrong."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("disclosure.web.urls"))]

handler400 = "disclosure.web.views.errors.bad_request"
handler403 = "disclosure.web.views.errors.not_found"
handler404 = "disclosure.web.views.errors.not_found"
handler500 = "disclosure.web.views.errors.server_error"
