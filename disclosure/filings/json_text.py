"""Bytes become JSON, strictly: UTF-8, no repeated key, no NUL, no lone surrogate, no NaN. Knows nothing of packages."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from disclosure.filings.problems import PackageRefused, Problem, path_of, refuse

DEEPEST = 40
LONGEST_NUMBER = 40  # digits; no count of a package has more than seven
DOUBTFUL = ("\\u00", "\\b", "\\f", "\ufffe", "\uffff")  # in JSON, as the encoder writes it; a backslash before a b may be innocent
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what PostgreSQL, UTF-8 or XML cannot hold


class Repeating(dict[str, Any]):
    """An object in which a name stands twice: `names` says which."""

    names: tuple[str, ...] = ()


def parse_json(data: bytes) -> Any:
    """The value; raises PackageRefused with the line and column, or the path, of what is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse("", f"第{error.start + 1}个字节不是UTF-8编码", "请把文件另存为UTF-8") from None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise refuse("", f"第{error.lineno}行第{error.colno}列不是正确的JSON", "检查这里的引号、逗号和括号") from None
    except RecursionError:
        raise refuse("", "嵌套太深", "请按文件格式说明组织内容") from None
    problems = list(unreadable(value, []))
    if problems:
        raise PackageRefused(problems)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) == len(pairs):
        return dict(pairs)
    found = Repeating(pairs)
    found.names = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return found


def _integer(digits: str) -> float:
    return int(digits) if len(digits) <= LONGEST_NUMBER else math.inf


def is_surely_readable(value: Any) -> bool:
    """Whether it is seen at a glance that every text can be kept and every number is one; for values that are not deep and repeat no name."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()  # no lone surrogate
    except ValueError:
        return False
    return not any(each in text for each in DOUBTFUL)


def unreadable(value: Any, steps: list[str | int]) -> Iterator[Problem]:
    """Everything in a value that no package may hold, wherever it stands."""
    if len(steps) > DEEPEST:
        yield Problem(path_of(steps), "嵌套太深", "请按文件格式说明组织内容")
    elif isinstance(value, str):
        yield from _bad_text(value, steps)
    elif isinstance(value, float) and not math.isfinite(value):
        yield Problem(path_of(steps), "不是可用的数", '金额写成文字，例如 "12.30"；人数、辆数写成整数')
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from unreadable(each, [*steps, index])
    elif isinstance(value, dict):
        yield from _inside(value, steps)


def _inside(value: dict[str, Any], steps: list[str | int]) -> Iterator[Problem]:
    for name in value.names if isinstance(value, Repeating) else ():
        yield Problem(path_of([*steps, printable(name)]), "同一个名称在一处出现两次", "每个名称只能写一次")
    for name, each in value.items():
        inner = [*steps, printable(name)]
        yield from _bad_text(name, inner)
        yield from unreadable(each, inner)


def _bad_text(text: str, steps: list[str | int]) -> Iterator[Problem]:
    found = UNSTORABLE.search(text)
    if found:
        yield Problem(path_of(steps), f"含有不能保存的字符U+{ord(found[0]):04X}", "删去这个字符")


def printable(text: str) -> str:
    """A text that can be shown whatever it holds."""
    shown = UNSTORABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return shown if len(shown) <= 60 else shown[:57] + "…"
