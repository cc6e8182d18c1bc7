"""Every word of the public pages has its English, with the same figures in it; the English pages speak it, and the compiled file is the written one."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings

from disclosure.web.public.tests.places import three
from disclosure.web.public.tests.releases import HOME

LOCALE = Path(settings.BASE_DIR) / "locale" / "en" / "LC_MESSAGES"
TEMPLATES = (
    "public/*.html",
    "_parts/*.html",
    "report/*.html",
    "office/_parts/error_summary.html",
    "400.html",
    "404.html",
    "500.html",
    "403.html",
)
CODE = (
    "disclosure/web/public/**/*.py",
    "disclosure/web/report/*.py",
    "disclosure/pub/*.py",
    "disclosure/exports/*.py",
    "disclosure/web/templatetags/*.py",
)
SHORT = re.compile(r"\{%\s*translate\s+(?:\"([^\"]*)\"|'([^']*)')")
LONG = re.compile(r"\{%\s*blocktranslate([^%]*)%\}(.*?)\{%\s*endblocktranslate", re.DOTALL)
HOLE = re.compile(r"%\(\w+\)s|%s")


def said_in_templates():
    for pattern in TEMPLATES:
        for path in (Path(settings.BASE_DIR) / "templates").glob(pattern):
            text = path.read_text(encoding="utf-8")
            yield from (one or other for one, other in SHORT.findall(text))
            for how, words in LONG.findall(text):
                trimmed = " ".join(line.strip() for line in words.strip().splitlines()) if "trimmed" in how else words
                yield re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", trimmed)


def said_in_code():
    for pattern in CODE:
        for path in Path(settings.BASE_DIR).glob(pattern):
            if "tests" not in path.parts:
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "gettext_lazy")
                    if called and isinstance(node.args[0], ast.Constant):
                        yield node.args[0].value


@pytest.fixture(scope="module")
def english():
    with (LOCALE / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_every_word_of_the_public_pages_has_its_english(english):
    said = {*said_in_templates(), *said_in_code()}
    assert len(said) > 300
    assert sorted(words for words in said if english.gettext(words) == words) == []


def test_the_same_figures_stand_in_both(english):
    said = {*said_in_templates(), *said_in_code()}
    assert [words for words in said if sorted(HOLE.findall(words)) != sorted(HOLE.findall(english.gettext(words)))] == []


def test_the_compiled_file_is_the_written_one(english):
    written = (LOCALE / "django.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid ("(?:[^"\\]|\\.)+")\nmsgstr ("(?:[^"\\]|\\.)*")', written, re.MULTILINE)
    assert len(pairs) > 300
    assert [one for one, other in pairs if english.gettext(ast.literal_eval(one)) != ast.literal_eval(other)] == []


@pytest.mark.parametrize("address", ["/", "/published/", "/search?q=x", "/compare/", "/compare/tree/", "/data/", "/api/docs", "/nowhere"])
def test_the_frame_of_an_english_page_is_english(client, db, address):
    three()
    page = client.get(f"/en{address}").content.decode()
    assert '<html lang="en"' in page and "Main navigation" in page and "主导航" not in page


def test_statements_keep_their_titles_and_gain_english_ones(client, release):
    page = client.get(f"/en{HOME}").content.decode()
    assert "单位支出总表" in page and '<span class="minor" lang="en">Expenditure</span>' in page
    assert 'lang="en">Expenditure' not in client.get(HOME).content.decode()
