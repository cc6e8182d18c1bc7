"""The load on what is served: wrk for rates beside static files, a steady stream of questions for waiting times."""

import http.client
import re
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from statistics import median, quantiles

from bench.serving import HOST, Served

SECONDS, CONNECTIONS, ROUNDS = 1, 8, 7
PER_SECOND, STREAM_SECONDS = 20, 8


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
    return p95_while(port, addresses, for_seconds(STREAM_SECONDS)), median(alone)


def for_seconds(seconds: float) -> Callable[[], bool]:
    """True until they are over."""
    ends = time.perf_counter() + seconds
    return lambda: time.perf_counter() < ends


def p95_while(port: int, addresses: list[str], going_on: Callable[[], bool]) -> float:
    """Seconds: the 95th percentile of PER_SECOND questions a second, whoever else waits, while something goes on."""
    with ThreadPoolExecutor(64) as pool:
        begun = time.perf_counter()
        asked: list[Future[float]] = []
        while going_on():
            asked.append(pool.submit(timed, port, addresses[len(asked) % len(addresses)]))
            time.sleep(max(0.0, begun + len(asked) / PER_SECOND - time.perf_counter()))
        together = [each.result() for each in asked]
    return quantiles(together, n=20)[-1]


def timed(port: int, address: str) -> float:
    begun = time.perf_counter()
    body_of(port, address)
    return time.perf_counter() - begun
