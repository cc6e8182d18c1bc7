"""The PDF of the Shangrao budget, warm and finished, against warm Chromium printing the same HTML; alternating in one run.

Three ways of using Chromium, since "warm" may mean any: a new page for each document, as ours shares nothing with the last one;
one page that loads each document; and printing alone, of a page that is loaded already.
"""

import os
import shutil
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.row import BenchRow
from disclosure.exports.paper import document_html
from disclosure.exports.pdf import renderer
from disclosure.exports.render_child import STYLE
from disclosure.filings.package import facts_of, read_package
from disclosure.releases.assemble import assemble
from disclosure.releases.opening import open_template

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "shangrao-2024-unit.json"
RUNS, WARM_UP = 9, 2
PRINT: dict[str, Any] = {"tagged": True, "outline": True, "prefer_css_page_size": True}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def measure() -> list[BenchRow]:
    """Medians of alternating rounds, HTML in and finished tagged PDF with outline out."""
    html = sample_html()
    styled = html.replace("</head>", f"<style>{STYLE.read_text('utf-8')}</style></head>")
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page()
        page.set_content(styled)
        actions = {
            "ours": lambda: renderer.render(html),
            "Chromium, a new page a document": lambda: print_fresh(browser, styled),
            "Chromium, one page loading each document": lambda: print_again(page, styled),
            "Chromium, printing alone": lambda: page.pdf(**PRINT),
        }
        rounds = [{name: seconds(action) for name, action in actions.items()} for _ in range(RUNS + WARM_UP)][WARM_UP:]
        browser.close()
    medians = {name: statistics.median(each[name] for each in rounds) for name in actions}
    return [BenchRow("PDF of Shangrao 2024, warm", medians["ours"], "s", name, medians[name]) for name in list(actions)[1:]]


def sample_html() -> str:
    """The print HTML of the sample."""
    facts = facts_of(read_package(SAMPLE.read_bytes()))
    return document_html(assemble(facts, open_template(facts)))


def seconds(action: Callable[[], object]) -> float:
    """One run."""
    start = perf_counter()
    action()
    return perf_counter() - start


def print_fresh(browser: Any, styled: str) -> None:
    """A page opened, loaded, printed and closed."""
    page = browser.new_page()
    print_again(page, styled)
    page.close()


def print_again(page: Page, styled: str) -> None:
    """A page that loads another document and prints it."""
    page.set_content(styled)
    page.pdf(**PRINT)
