"""Is the process alive, can it answer. The body says no more than ok or fail."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from disclosure.web.headers import public

PLAIN = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked."""
    return HttpResponse("ok", headers=PLAIN)


@public
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration."""
    return HttpResponse("ok", headers=PLAIN) if is_ready() else HttpResponse("fail", status=503, headers=PLAIN)


def is_ready() -> bool:
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
