"""Is the process alive, can it answer. The body says no more than ok or fail."""

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from disclosure.pub.models import Release
from disclosure.web.headers import public

PLAIN = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked."""
    return HttpResponse("ok", headers=PLAIN)


@public
def readyz(request: HttpRequest) -> HttpResponse:
    """What this half stands on answers: the views of what is in force, or the database with every migration."""
    ready = views_answer() if settings.SITE == "public" else is_migrated()
    return HttpResponse("ok", headers=PLAIN) if ready else HttpResponse("fail", status=503, headers=PLAIN)


def views_answer() -> bool:
    """Whether the public login reads its views; it can see no more."""
    try:
        Release.objects.values("pk").first()
    except DatabaseError:
        return False
    return True


def is_migrated() -> bool:
    try:
        executor = MigrationExecutor(connections["default"])
    except DatabaseError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
