"""The PDF of a document, warm and finished, against warm Chromium printing the same HTML; alternating in one run.

`.venv/bin/python -m bench.pdf [disclosure.json]`; without a file, the invented archive of the tests.
"""

import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosure.settings")

RUNS = 9
PRINT: dict[str, Any] = {"tagged": True, "outline": True, "prefer_css_page_size": True}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


class Measure(TypedDict):
    name: str
    value: float
    unit: str
    reference: str
    reference_value: float
    ratio: float


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def measure(html: str, css: str, runs: int = RUNS) -> list[Measure]:
    """Medians of alternating pairs, both from HTML to a finished tagged PDF with outline.

    A document has a page of its own in Chromium, as ours shares nothing with the last; the second row, for the record,
    gives Chromium one page that it has loaded and printed before.
    """
    from playwright.sync_api import sync_playwright

    from disclosure.exports.pdf import renderer

    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        styled = html.replace("</head>", f"<style>{css}</style></head>")
        reused = browser.new_page()
        reused.set_content(styled)

        actions = (lambda: renderer.render(html), lambda: print_fresh(browser, styled), lambda: reused.pdf(**PRINT))
        rounds = [[seconds(action) for action in actions] for _ in range(runs + 2)][2:]
        browser.close()
    return [row(rounds, 1, "pdf", "chromium, a page a document"), row(rounds, 2, "pdf, printing alone", "chromium, one loaded page")]


def print_fresh(browser: Any, styled: str) -> None:
    page = browser.new_page()
    page.set_content(styled)
    page.pdf(**PRINT)
    page.close()


def row(rounds: list[list[float]], place: int, name: str, reference: str) -> Measure:
    value, other = statistics.median(times[0] for times in rounds), statistics.median(times[place] for times in rounds)
    ratio = statistics.median(times[0] / times[place] for times in rounds)
    return Measure(name=name, value=value, unit="s", reference=reference, reference_value=other, ratio=ratio)


def run(path: str | None = None) -> list[Measure]:
    """The rows of this benchmark."""
    import django

    django.setup()
    from disclosure.exports.paper import document_html
    from disclosure.exports.render_child import STYLE
    from disclosure.exports.shape import Document
    from disclosure.exports.tests.documents import document

    given = json.loads(Path(path).read_text("utf-8")) if path else document()
    return measure(document_html(cast(Document, given)), STYLE.read_text("utf-8"))


def main() -> None:
    for found in run(*sys.argv[1:2]):
        sys.stdout.write(
            f"{found['name']}\t{found['value']:.3f} {found['unit']}\t{found['reference']} {found['reference_value']:.3f}\t{found['ratio']:.2f}\n"
        )


if __name__ == "__main__":
    main()
