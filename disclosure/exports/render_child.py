"""The process that turns HTML into PDF: `python -m disclosure.exports.render_child`. It knows no Django and no network.

It reads (length, HTML) and answers (status, length, bytes) until its input ends, and keeps style sheet and fonts warm.
"""

import contextlib
import ctypes
import gc
import io
import logging
import os
import resource
import signal
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

import pikepdf
import weasyprint
from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from disclosure.exports import borders, justify, tags
from disclosure.exports.frames import DONE, FAILED, HEAD, LENGTH, READY

STYLE = Path(__file__).resolve().parents[2] / "static" / "css" / "print.css"
FACES = {"Noto-Serif-CJK": "fonts-noto-cjk", "Fig": "fonts-liberation"}  # as print.css names them -> Debian packages
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
FONT_FOLDERS = ("/usr/share/fonts/", "/usr/local/share/fonts/", "/usr/share/texmf/fonts/")
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "ftplib.")


class DataOnly(URLFetcher):  # type: ignore[misc]
    """What a document may fetch: pictures written into it."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)


class Packaged(DataOnly):
    """What our own style sheet may fetch besides: installed fonts. A document never gets this one."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        path = Path(unquote(urlsplit(url).path)).resolve()
        if url.startswith("file:///") and str(path).startswith(FONT_FOLDERS):
            return URLFetcherResponse(url, path.read_bytes())
        return super().fetch(url, headers)


class Press:
    """A style sheet, its fonts and counters, read once for all documents of this process."""

    def __init__(self) -> None:
        borders.install()
        justify.install()
        self.fonts, self.counters = FontConfiguration(), CounterStyle()
        self.style = CSS(string=STYLE.read_text("utf-8"), font_config=self.fonts, counter_style=self.counters, url_fetcher=Packaged())
        self.fetcher = DataOnly()

    def print(self, html: str) -> bytes:
        with missing_signs() as missing:
            made = self.draw(html)
        if missing:
            raise LookupError(f"系统字体里没有这些字，印不出来：{'、'.join(missing)}；请改用别的字，或安装有这些字的字体")
        return finish(made)

    def draw(self, html: str) -> bytes:
        made: bytes = HTML(string=html, url_fetcher=self.fetcher).write_pdf(
            pdf_variant="pdf/ua-1",
            stylesheets=[self.style],
            font_config=self.fonts,
            counter_style=self.counters,
            uncompressed_pdf=True,  # `finish` compresses once
        )
        return made


@contextlib.contextmanager
def missing_signs() -> Iterator[list[str]]:
    """The signs that no font has, as WeasyPrint warns of them: it would print squares, and lose the text of the whole font."""
    found: list[str] = []

    def notice(record: logging.LogRecord) -> bool:
        if ".notdef" in str(record.msg) and isinstance(record.args, tuple):
            sign = f"{record.args[0]}（U+{record.args[1]:04X}）"
            found.extend([sign] if sign not in found else [])
        return True

    weasyprint.LOGGER.addFilter(notice)
    try:
        yield found
    finally:
        weasyprint.LOGGER.removeFilter(notice)


def finish(made: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        require_faces(pdf)
        tags.mend(pdf)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def require_faces(pdf: pikepdf.Pdf) -> None:
    """Without its faces a document is set in squares, silently: better none than that one."""
    used = [str(thing.FontName) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]
    if missing := [package for face, package in FACES.items() if not any(face in name for name in used)]:
        raise LookupError(f"系统缺少字体，请安装 {'、'.join(missing)}")


def forbid() -> None:
    """No sockets and no processes, whatever a library tries; where the kernel allows it, no network exists either."""

    def refuse(event: str, _: Any) -> None:
        if event.startswith(FORBIDDEN):
            raise PermissionError(f"{event} is not for the renderer")

    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(CLONE_NEWNET) != 0:
            libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    sys.addaudithook(refuse)


def write_nothing() -> None:
    """No file, of any size; what is printed leaves by the pipe."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def limit(memory: int, seconds: int) -> None:
    """Bytes of address space for ever, seconds of processor from now on."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    allow(seconds)


def allow(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def answer(press: Press, html: bytes) -> tuple[int, bytes]:
    try:
        return DONE, press.print(html.decode("utf-8"))
    except MemoryError:
        return FAILED, "内存超限".encode()
    except Exception as error:
        return FAILED, (str(error) if isinstance(error, LookupError) else f"{type(error).__name__}: {error}").encode()


def serve(press: Press, source: BinaryIO, target: BinaryIO, seconds: int) -> None:
    send(target, READY, b"")
    while len(head := source.read(LENGTH.size)) == LENGTH.size:
        html = source.read(LENGTH.unpack(head)[0])
        allow(seconds)
        gc.disable()  # boxes are freed at once after the document: 0.8 of the time
        send(target, *answer(press, html))
        gc.enable()
        gc.collect()


def send(target: BinaryIO, status: int, body: bytes) -> None:
    target.write(HEAD.pack(status, len(body)) + body)
    target.flush()


def main() -> None:
    warnings.simplefilter("ignore")
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    # Answers leave by a copy of the output, so that nothing a library prints can mix with them.
    with os.fdopen(os.dup(1), "wb") as target:
        os.dup2(2, 1)
        press = Press()  # before the limits: a poor process finds half the fonts and leaves that list in the machine's font cache
        write_nothing()
        limit(memory, seconds)
        forbid()
        serve(press, sys.stdin.buffer, target, seconds)


if __name__ == "__main__":
    main()
