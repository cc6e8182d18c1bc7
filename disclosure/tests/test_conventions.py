"""The conventions of the house: what a file says first, what is pinned, what may never be mentioned."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    path for top in ("agencies", "disclosure", "bench", "tools") for path in (ROOT / top).rglob("*.py") if path.name != "__init__.py"
]
PINNED = ("requirements.txt", "requirements/demo.txt", "requirements/dev.txt")


def test_the_first_line_of_every_file_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT) for path in SOURCES if not path.read_text(encoding="utf-8").lstrip("#! /usrbinevpytho3\n").startswith('"""')
    ]
    assert silent == []


@pytest.mark.parametrize("name", PINNED)
def test_requirements_are_pinned_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(
        r"^([a-z0-9-]+(?:\[[a-z,]+\])?)==[^\s]+ \\\n(?:\s+--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.MULTILINE | re.IGNORECASE
    )
    assert packages and len(packages) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE | re.IGNORECASE))


def test_weasyprint_is_new_enough_to_be_safe() -> None:
    assert re.search(r"^weasyprint==(7\d|[89]\d)\.", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)


CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def test_every_page_that_a_page_links_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", CODE.sub("", page.read_text(encoding="utf-8")))]
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_an_import_upwards_is_refused(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "agencies", "disclosure"):
        source, target = ROOT / name, tmp_path / name
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__")) if source.is_dir() else shutil.copy(source, target)
    with (tmp_path / "disclosure" / "core" / "money.py").open("a", encoding="utf-8") as file:
        file.write("\nimport disclosure.web.public.addresses\n")
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(tmp_path), "PATH": ""})
    assert done.returncode == 1 and "The flow: upper imports lower BROKEN" in done.stdout
