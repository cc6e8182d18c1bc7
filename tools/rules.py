"""docs/rules.md from the rules themselves: `python -m tools.rules` writes it, a test holds it to them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django

from disclosure.exports.levels import LEVELS
from disclosure.releases.rule_book import Entry, rule_book

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
HEAD = """# 检查规则 rules

本页由规则生成（`python -m tools.rules`），不手改。编码永久不变，也不再用。错误：改正后才能公开；需说明的事项：写明理由；提示：尾差，不妨碍公开。
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for title, entries in rule_book() for line in family(title, entries))]) + "\n"


def family(title: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    """One family."""
    yield f"## {title}\n"
    for entry in entries:
        yield from told(entry)


def told(entry: Entry) -> Iterator[str]:
    """One rule."""
    yield f"### {entry.rule.code} {entry.rule.asks}\n"
    yield f"{LEVELS[entry.rule.level]}；依据{entry.rule.source}\n"
    yield f"怎么改：{entry.mending}\n"
    if entry.right:
        yield f"- 通过：{'；'.join(entry.right)}"
        yield f"- 不通过：{'；'.join(entry.wrong)}" + (f" → {entry.said}" if entry.said else "")
        yield ""


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosure.settings")
    django.setup()  # the words of the levels are translated
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name}：{sum(len(entries) for _, entries in rule_book())}条规则\n")
