"""The addresses of the public pages."""

from django.urls import path, register_converter

from disclosure.web.health import healthz, readyz
from disclosure.web.public.addresses import CONVERTERS
from disclosure.web.public.api import api
from disclosure.web.public.views.answers import answers
from disclosure.web.public.views.browse import agency, region
from disclosure.web.public.views.bulk import datapackage, index, snapshot
from disclosure.web.public.views.changes import version_changes
from disclosure.web.public.views.compare import compare
from disclosure.web.public.views.data import api_docs, data
from disclosure.web.public.views.execution import execution, version_execution
from disclosure.web.public.views.feeds import corrections, feed, robots, sitemap
from disclosure.web.public.views.files import version_file
from disclosure.web.public.views.home import home
from disclosure.web.public.views.integrity import integrity
from disclosure.web.public.views.league import league
from disclosure.web.public.views.published import published
from disclosure.web.public.views.release import release, version
from disclosure.web.public.views.rules import rules
from disclosure.web.public.views.search import results
from disclosure.web.public.views.tree import tree, tree_code

for name, converter in CONVERTERS.items():
    register_converter(converter, name)

RELEASE = "<region:region>/<agency:agency>/<year:year>/<kind:kind>/"

urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("rules/", rules, name="rules"),
    path("integrity/", integrity, name="integrity"),
    path("published/", published, name="published"),
    path("answers/", answers, name="answers"),
    path("search", results, name="search"),
    path("feed.atom", feed, name="feed"),
    path("corrections.atom", corrections, name="corrections"),
    path("<region:region>/feed.atom", feed, name="region_feed"),
    path("<region:region>/<agency:code>/feed.atom", feed, name="agency_feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("data/", data, name="data"),
    path("data/index.json", index, name="data_index"),
    path("data/datapackage.json", datapackage, name="datapackage"),
    path("data/<stamp:stamp>/<snapshot:name>", snapshot, name="snapshot"),
    path("api/", api_docs, name="api"),
    path("api/docs", api_docs, name="api_docs"),
    path("api/", api.urls),
    path("compare/", compare, name="compare"),
    path("compare/tree/", tree, name="tree"),
    path("compare/tree/<chart:chart>/<code:code>/", tree_code, name="tree_code"),
    path("compare/league/<slug:measure>/", league, name="league"),
    path("<region:code>/", region, name="region"),
    path("<region:region>/<agency:code>/", agency, name="agency_page"),
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
