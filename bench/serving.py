"""nginx with the configuration that is deployed, gunicorn behind it, and the load: wrk for rates, a steady stream of questions for waiting times."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from django.conf import settings

HOST = "127.0.0.1"
DEPLOY = settings.BASE_DIR / "deploy"
SECONDS, CONNECTIONS, ROUNDS = 1, 8, 7
PER_SECOND, STREAM_SECONDS = 20, 8
AROUND = """
pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 2; daemon off;
events {{ worker_connections 512; }}
http {{ access_log off; sendfile on; default_type text/html; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
{deployed}
server {{ listen {host}:{plain}; location /static-file {{ root {folder}; }} location / {{ proxy_pass http://{host}:{app}; proxy_set_header Host $host; }} }}
}}
"""


@dataclass(frozen=True)
class Served:
    """`cached`: through the deployed configuration; `plain`: past its cache, and static files of `folder`."""

    folder: Path
    cached: int
    plain: int


def missing() -> list[str]:
    """The programs that are not here."""
    return [name for name in ("nginx", "wrk") if shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin") is None]


@contextmanager
def serving(folder: Path, database: str) -> Iterator[Served]:
    """Both servers, until the end."""
    cached, plain, app = free_ports(3)
    (folder / "static-file").mkdir()
    folder.chmod(0o755)  # noqa: S103  nginx reads as another user
    (folder / "nginx.conf").write_text(configuration(folder, cached, plain, app), encoding="utf-8")
    running = started(folder, database, app)
    try:
        for port in (app, cached, plain):
            wait_for(port)
        yield Served(folder, cached, plain)
    finally:
        for each in running:
            each.terminate()
            each.wait()


def started(folder: Path, database: str, app: int) -> list[subprocess.Popen[bytes]]:
    """gunicorn as the image starts it, and nginx."""
    environment = os.environ | {"SITE": "public", "BENCH_DATABASE": database, "PATH": os.environ["PATH"] + ":/usr/sbin"}
    gunicorn = [
        sys.executable,
        "-m",
        "gunicorn",
        "bench.served:application",
        "--bind",
        f"{HOST}:{app}",
        "--workers",
        "3",
        "--log-level",
        "error",
    ]
    nginx = ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    return [subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR) for command in (gunicorn, nginx)]  # noqa: S603


def configuration(folder: Path, cached: int, plain: int, app: int) -> str:
    """The deployed configuration with this machine's ports and folders, and without its limits of rates."""
    deployed = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        (r"listen (\[::\]:)?8080( default_server)?;", ""),
        (r"server_name \$\{PUBLIC_HOST\};", f"listen {HOST}:{cached}; server_name {HOST};"),
        (r"server_name \$\{OFFICE_HOST\};", f"listen {HOST}:{cached}; server_name office.invalid;"),
        (r"/etc/nginx/snippets/", f"{DEPLOY}/"),
        (r"http://(public|office):8000", f"http://{HOST}:{app}"),
        (r"rate=\d+r/[sm]", "rate=100000r/s"),
        (r"/tmp/cache", f"{folder}/cache"),  # noqa: S108
    ):
        deployed = re.sub(old, new, deployed)
    deployed = re.sub(r"server \{\s*location = /healthz[^}]*\}\s*location / \{ return 444; \}\s*\}", "", deployed)
    for name in ("proxy.conf", "made-here.conf"):
        text = (DEPLOY / name).read_text(encoding="utf-8").replace("/etc/nginx/snippets/", f"{DEPLOY}/")
        (folder / name).write_text(text, encoding="utf-8")
        deployed = deployed.replace(f"{DEPLOY}/{name}", f"{folder}/{name}")
    return AROUND.format(folder=folder, deployed=deployed, host=HOST, plain=plain, app=app)


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


def body_of(port: int, address: str) -> bytes:
    """What the address answers; anything but 200 is no benchmark."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise AssertionError(f"{address}: {answer.status}")
    return body


def rate(port: int, address: str) -> float:
    """Requests a second, by wrk."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", f"http://{HOST}:{port}{address}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    if "Non-2xx" in said or "Socket errors" in said:
        raise AssertionError(f"{address}: {said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])  # type: ignore[index]


def beside_static(served: Served, port: int, address: str) -> tuple[float, float]:
    """A/B/A: the rate of the address and of a static file of its size, medians of the rounds."""
    name = f"static-file/{abs(hash(address))}.html"
    (served.folder / name).write_bytes(body_of(port, address))
    rates = [(rate(served.plain, f"/{name}"), rate(port, address), rate(served.plain, f"/{name}")) for _ in range(ROUNDS)]
    return median(each[1] for each in rates), median((each[0] + each[2]) / 2 for each in rates)


def waits(port: int, addresses: list[str]) -> tuple[float, float]:
    """Seconds: the 95th percentile at PER_SECOND questions a second, and the median of one reader alone."""
    alone = [timed(port, each) for each in addresses * 3]
    with ThreadPoolExecutor(64) as pool:
        begun, asked = time.perf_counter(), []
        for number in range(PER_SECOND * STREAM_SECONDS):
            time.sleep(max(0.0, begun + number / PER_SECOND - time.perf_counter()))
            asked.append(pool.submit(timed, port, addresses[number % len(addresses)]))
        together = [each.result() for each in asked]
    return quantiles(together, n=20)[-1], median(alone)


def timed(port: int, address: str) -> float:
    begun = time.perf_counter()
    body_of(port, address)
    return time.perf_counter() - begun
