"""A document as PDF, printed by a child process with limits; it knows how to ask the child, not how to print."""

import atexit
import contextlib
import os
import selectors
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO

from disclosure.exports.frames import DONE, HEAD, LENGTH, READY
from disclosure.exports.paper import document_html
from disclosure.exports.shape import Document

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1 << 30  # bytes of address space: mapped fonts count too
SECONDS = 120  # of processor and of wall clock, for one document
STARTING = 60  # seconds until the child has read its fonts
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH")  # no secrets reach the child


class PdfError(Exception):
    """The PDF could not be made; the message is for people."""


class Renderer:
    """One warm child; a new one after a failure, a time-out or a fork. Documents wait for each other."""

    def __init__(self, *, memory: int = MEMORY, seconds: float = SECONDS) -> None:
        self.memory, self.seconds = memory, seconds
        self.lock = threading.Lock()
        self.owner = 0
        self.child: subprocess.Popen[bytes] | None = None
        self.folder: tempfile.TemporaryDirectory[str] | None = None

    def render(self, html: str) -> bytes:
        body = html.encode()
        with self.lock:
            child = self._started()
            status, answer = self._ask(child, LENGTH.pack(len(body)) + body, self.seconds)
        if status != DONE:
            raise PdfError(f"PDF 未能生成：{answer.decode('utf-8', 'replace')}")
        return answer

    def close(self) -> None:
        """End the child; one inherited by a fork belongs to the parent and is left alone."""
        child, folder, self.child, self.folder = self.child, self.folder, None, None
        if child and self.owner == os.getpid():
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):
                    pipe and pipe.close()
        if folder and self.owner == os.getpid():
            folder.cleanup()

    def _started(self) -> subprocess.Popen[bytes]:
        if self.child and self.owner == os.getpid() and self.child.poll() is None:
            return self.child
        self.close()
        self.owner = os.getpid()
        self.folder = tempfile.TemporaryDirectory(prefix="press-")
        environment = {key: os.environ[key] for key in KEPT if key in os.environ}
        environment |= {"TMPDIR": self.folder.name, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-m", "disclosure.exports.render_child", str(self.memory), str(int(self.seconds) + 1)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.child = subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)  # type: ignore[call-overload]  # noqa: S603
        if self._ask(self.child, b"", STARTING)[0] != READY:
            raise PdfError("PDF 未能生成：排版进程没有启动")
        return self.child

    def _ask(self, child: subprocess.Popen[bytes], request: bytes, seconds: float) -> tuple[int, bytes]:
        try:
            return exchange(child, request, time.monotonic() + seconds)
        except TimeoutError as error:
            self.close()
            raise PdfError(f"PDF 未能生成：超过 {seconds:g} 秒，已中止") from error
        except (OSError, EOFError) as error:
            self.close()
            raise PdfError(f"PDF 未能生成：排版进程中途退出（内存或时间超限，代码 {child.returncode}）") from error


def exchange(child: subprocess.Popen[bytes], request: bytes, until: float) -> tuple[int, bytes]:
    """Write the request, read the answer, both before `until`; a child that reads nothing cannot hold us."""
    assert child.stdin and child.stdout
    write_all(child.stdin, request, until)
    status, size = HEAD.unpack(read_all(child.stdout, HEAD.size, until))
    return status, read_all(child.stdout, size, until)


def write_all(pipe: IO[bytes], data: bytes, until: float) -> None:
    os.set_blocking(pipe.fileno(), False)
    rest = memoryview(data)
    while rest:
        wait(pipe, selectors.EVENT_WRITE, until)
        rest = rest[os.write(pipe.fileno(), rest) :]


def read_all(pipe: IO[bytes], size: int, until: float) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        wait(pipe, selectors.EVENT_READ, until)
        piece = os.read(pipe.fileno(), size - len(pieces))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)


def wait(pipe: IO[bytes], event: int, until: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, until - time.monotonic())):
            raise TimeoutError


renderer = Renderer()
atexit.register(renderer.close)


def render_pdf(document: Document) -> bytes:
    """The finished PDF: tagged, PDF/UA-1, its dates from the imprint; the same document gives the same bytes."""
    return renderer.render(document_html(document))
