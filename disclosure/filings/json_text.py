"""Bytes become JSON, strictly: UTF-8, no repeated key, no NUL, no lone surrogate, no NaN. Knows nothing of packages."""

import json
from collections.abc import Iterator
from typing import Any

from disclosure.filings.problems import PackageRefused, Problem, path_of, refuse


def parse_json(data: bytes) -> Any:
    """The value; raises PackageRefused with the line and column, or the path, of what is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse("", f"第{error.start + 1}个字节不是UTF-8编码", "请把文件另存为UTF-8") from None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise refuse("", f"第{error.lineno}行第{error.colno}列不是正确的JSON", "检查这里的引号、逗号和括号") from None
    except RecursionError:
        raise refuse("", "嵌套太深", "请按文件格式说明组织内容") from None
    problems = [Problem(path, found, "删去这个字符") for path, found in bad_characters(value, [])]
    if problems:
        raise PackageRefused(problems)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise refuse(printable(name), "同一个名称在一处出现两次", "每个名称只能写一次")
    return dict(pairs)


def _constant(name: str) -> None:
    raise refuse("", f"出现了{name}", '金额写成文字，例如 "12.30"')


def bad_characters(value: Any, steps: list[str | int]) -> Iterator[tuple[str, str]]:
    """Where a text holds what PostgreSQL or UTF-8 cannot: NUL, half a surrogate pair."""
    if isinstance(value, str):
        found = next((f"U+{ord(char):04X}" for char in value if char == "\0" or "\ud800" <= char <= "\udfff"), None)
        if found:
            yield path_of(steps), f"含有不能保存的字符{found}"
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from bad_characters(name, [*steps, printable(name)])
            yield from bad_characters(each, [*steps, printable(name)])
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from bad_characters(each, [*steps, index])


def printable(text: str) -> str:
    """A text that can be shown whatever it holds."""
    return text.encode("utf-8", "backslashreplace").decode()
