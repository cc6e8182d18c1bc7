"""nginx with the configuration that is deployed, and gunicorn behind it. Tests stand on it too."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

HOST = "127.0.0.1"
DEPLOY = settings.BASE_DIR / "deploy"
AROUND = """
pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 2; daemon off;
events {{ worker_connections 512; }}
http {{ access_log off; sendfile on; default_type text/html; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
{deployed}
server {{ listen {host}:{plain}; location /static-file {{ root {folder}; }} location / {{ proxy_pass http://{host}:{app}; proxy_set_header Host $host; }} }}
}}
"""


@dataclass
class Served:
    """`cached`: through the deployed configuration; `plain`: past its cache, and static files of `folder`."""

    folder: Path
    database: str
    cached: int
    plain: int
    app: int
    application: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """gunicorn as the image starts it."""
        said = {"SITE": "public", "BENCH_DATABASE": self.database}
        bind = ["--bind", f"{HOST}:{self.app}", "--workers", "3", "--log-level", "critical"]
        self.application = launched([sys.executable, "-m", "gunicorn", "bench.served:application", *bind], **said)
        wait_for(self.app)

    def stop(self) -> None:
        """The application is gone, nginx stays."""
        if self.application:
            self.application.terminate()
            self.application.wait()
            self.application = None


def missing() -> list[str]:
    """The programs that are not here."""
    return [name for name in ("nginx", "wrk") if shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin") is None]


@contextmanager
def serving(folder: Path, database: str, *, limited: bool = False) -> Iterator[Served]:
    """Both servers, until the end; `limited`: with the limits of rates."""
    cached, plain, app = free_ports(3)
    served = Served(folder, database, cached, plain, app)
    (folder / "static-file").mkdir()
    folder.chmod(0o755)  # noqa: S103  nginx reads as another user
    (folder / "nginx.conf").write_text(configuration(served, limited=limited), encoding="utf-8")
    nginx = launched(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        served.start()
        for port in (served.cached, served.plain):
            wait_for(port)
        yield served
    finally:
        served.stop()
        nginx.terminate()
        nginx.wait()


def launched(command: list[str], **said: str) -> subprocess.Popen[bytes]:
    environment = os.environ | said | {"PATH": os.environ["PATH"] + ":/usr/sbin"}
    return subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)  # noqa: S603


def configuration(served: Served, *, limited: bool) -> str:
    """The deployed configuration with this machine's ports and folders."""
    deployed = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        (r"listen \[::\]:8080.*;", ""),
        (r"listen 8080", f"listen {HOST}:{served.cached}"),
        (r"\$\{PUBLIC_HOST\}", HOST),
        (r"\$\{OFFICE_HOST\}", "office.invalid"),
        (r"/etc/nginx/snippets/", f"{DEPLOY}/"),
        (r"http://(public|office):8000", f"http://{HOST}:{served.app}"),
        *(() if limited else ((r"rate=\d+r/[sm]", "rate=100000r/s"), (r"limit_conn files \d+;", ""))),
        (r"/tmp/cache", f"{served.folder}/cache"),  # noqa: S108
    ):
        deployed = re.sub(old, new, deployed)
    for name in ("proxy.conf", "made-here.conf"):
        text = (DEPLOY / name).read_text(encoding="utf-8").replace("/etc/nginx/snippets/", f"{DEPLOY}/")
        (served.folder / name).write_text(text, encoding="utf-8")
        deployed = deployed.replace(f"{DEPLOY}/{name}", f"{served.folder}/{name}")
    return AROUND.format(folder=served.folder, deployed=deployed, host=HOST, plain=served.plain, app=served.app)


def free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind((HOST, 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_for(port: int) -> None:
    for _ in range(150):
        with socket.socket() as asked:
            if asked.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(f"nothing listens at {port}")
