"""The addresses of the public pages."""

from django.urls import path, register_converter

from disclosure.web.health import healthz, readyz
from disclosure.web.public.addresses import CONVERTERS
from disclosure.web.public.views.changes import version_changes
from disclosure.web.public.views.execution import execution, version_execution
from disclosure.web.public.views.files import version_file
from disclosure.web.public.views.home import home
from disclosure.web.public.views.integrity import integrity
from disclosure.web.public.views.release import release, version
from disclosure.web.public.views.rules import rules

for name, converter in CONVERTERS.items():
    register_converter(converter, name)

RELEASE = "<region:region>/<agency:agency>/<year:year>/<kind:kind>/"

urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("rules/", rules, name="rules"),
    path("integrity/", integrity, name="integrity"),
    path(RELEASE, release, name="release"),
    path(RELEASE + "execution/", execution, name="execution"),
    path(RELEASE + "v<version:number>/", version, name="version"),
    path(RELEASE + "v<version:number>/execution/", version_execution, name="version_execution"),
    path(RELEASE + "v<version:number>/changes/", version_changes, name="version_changes"),
    path(RELEASE + "v<version:number>/<file:name>", version_file, name="version_file"),
]

handler400 = "disclosure.web.errors.bad_request"
handler403 = "disclosure.web.errors.forbidden"
handler404 = "disclosure.web.errors.not_found"
handler500 = "disclosure.web.errors.server_error"
