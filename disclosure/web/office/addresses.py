"""What lies below /office/: one file of addresses a subject."""

from django.urls import URLPattern, URLResolver, include, path

from disclosure.web.office.views.desk import desk, to_desk
from disclosure.web.office.views.help import guide, help_page
from disclosure.web.office.views.notices import notices, read_notices

urlpatterns: list[URLPattern | URLResolver] = [
    path("", to_desk, name="office"),
    path("desk/", desk, name="desk"),
    path("help/", help_page, name="help"),
    path("help/entry/", guide, name="guide"),
    path("notices/", notices, name="notices"),
    path("notices/read/", read_notices, name="read_notices"),
    path("", include("disclosure.web.office.addresses_accounts")),
    path("", include("disclosure.web.office.addresses_people")),
    path("", include("disclosure.web.office.addresses_agencies")),
    path("", include("disclosure.web.office.addresses_audit")),
    path("", include("disclosure.web.office.addresses_filings")),
    path("", include("disclosure.web.office.addresses_entry")),
    path("", include("disclosure.web.office.addresses_reports")),
]
