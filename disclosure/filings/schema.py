"""A package against its published JSON Schema, the findings said in words. Knows the form of a package, not its meaning.

What depends on the kind and the origin stands first in the schema: of two findings at one path the first is told, and that one knows more.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from disclosure.filings.json_text import printable
from disclosure.filings.problems import Problem, path_of

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "filing-package.schema.json"
MOST = 50
GROUPS = {dict, list}
NOT_BLANK = r"\S"
TYPES = {
    "object": "一组名称和值", "array": "一个列表", "string": "文字（加引号）", "integer": "整数", "number": "数", "boolean": "true 或 false", "null": "空",
}  # fmt: skip
BREAKS = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})
KINDS = {dict: "一组名称和值", list: "一个列表", type(None): "空"}
Found = Iterator[tuple[list[str | int], str, str]]  # steps below the value, what was found, what is expected


@cache
def published() -> dict[str, Any]:
    """The schema as it is published."""
    return dict(json.loads(SCHEMA.read_text(encoding="utf-8")))


@cache
def validator() -> Any:
    """The published schema, ready to use; 2024.0 is no integer and a line break at the end is no match, as in other languages."""
    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    strict = extend(Draft202012Validator, {"pattern": _whole_pattern}, type_checker=checker)
    return strict(published(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _whole_pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not whole(pattern).search(value):
        yield ValidationError("pattern")


@cache
def whole(pattern: str) -> re.Pattern[str]:
    """A pattern of the schema whose end is the end of the text."""
    return re.compile(re.sub(r"\$$", r"\\Z", pattern))


@cache
def quick() -> Any:
    """The same schema in a compiled validator, which says only whether all is well; numbers with a point it takes for whole ones."""
    return jsonschema_rs.Draft202012Validator(published(), validate_formats=True)


def is_surely_right(package: Any) -> bool:
    """Whether the compiled validator finds nothing; what it cannot judge is left to the other."""
    try:
        return not holds_float(package) and bool(quick().is_valid(package))
    except ValueError:
        return False


def holds_float(value: Any) -> bool:
    """Most values are texts and groups of texts, which are not looked into one by one."""
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)
    kinds = set(map(type, found))
    return float in kinds or (bool(kinds & GROUPS) and any(holds_float(each) for each in found if isinstance(each, dict | list)))


def shape_problems(package: Any) -> list[Problem]:
    """What is wrong with the form, one problem a path, in the order of the schema; at most fifty."""
    if is_surely_right(package):
        return []
    found: dict[str, Problem] = {}
    for problem in _problems(package):
        found.setdefault(problem.path, problem)
        if len(found) == MOST:
            break
    return list(found.values())


def _problems(package: Any) -> Iterator[Problem]:
    for error in validator().iter_errors(package):
        for steps, found, expected in DESCRIBE.get(str(error.validator), _other)(error):
            yield Problem(path_of([*error.absolute_path, *steps]), found, expected)


def shown(value: Any) -> str:
    """A found value, short enough for a message."""
    text = f"“{value.translate(BREAKS)}”" if isinstance(value, str) else KINDS.get(type(value)) or json.dumps(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _hint(error: ValidationError) -> str:
    text = error.schema.get("description", "")
    return f"（{text}）" if text else ""


def _type(error: ValidationError) -> Found:
    yield [], f"是{shown(error.instance)}", f"应为{TYPES[str(error.validator_value)]}{_hint(error)}"


def _required(error: ValidationError) -> Found:
    """Every missing name once, though the validator reports each of them with the whole list."""
    for name in error.validator_value:
        if error.message.startswith(repr(name)):
            yield [name], "没有填写", f"必须填写{described(error.schema, name)}"


def described(schema: Any, name: str) -> str:
    """What a property of a schema is, in brackets."""
    declared = {**published()["properties"], **schema.get("properties", {})}[name]
    target = published()["$defs"][declared["$ref"].rpartition("/")[2]] if "$ref" in declared else {}
    text = declared.get("description") or target.get("description")
    return f"（{text}）" if text else ""


def _unknown(error: ValidationError) -> Found:
    known = error.schema.get("properties", {})
    for name in error.instance:
        if name not in known:
            yield [printable(name)], "是不认识的名称", f"这里可用的名称：{'、'.join(known)}"


def _enum(error: ValidationError) -> Found:
    yield [], f"是{shown(error.instance)}", f"应为 {'、'.join(str(value) for value in error.validator_value)} 之一{_hint(error)}"


def _const(error: ValidationError) -> Found:
    yield [], f"是{shown(error.instance)}", f"应为 {error.validator_value}"


def _pattern(error: ValidationError) -> Found:
    expected = "不能空着" if error.validator_value == NOT_BLANK else "格式不对"
    steps: list[str | int] = [printable(error.instance)] if "propertyNames" in error.absolute_schema_path else []
    yield steps, f"是{shown(error.instance)}", f"{expected}{_hint(error)}"


def _limit(error: ValidationError) -> Found:
    words = {"minLength": "至少{}个字", "maxLength": "至多{}个字", "minimum": "不小于{}", "maximum": "不大于{}"}
    yield [], f"是{shown(error.instance)}", f"应{words[str(error.validator)].format(error.validator_value)}{_hint(error)}"


def _items(error: ValidationError) -> Found:
    words = {"minItems": "至少要有{}条", "maxItems": "至多{}条", "maxProperties": "至多{}条"}
    yield [], f"有{len(error.instance)}条", f"{words[str(error.validator)].format(error.validator_value)}{_hint(error)}"


def _format(error: ValidationError) -> Found:
    yield [], f"是{shown(error.instance)}", f"应为日历上有的日期，例如 2023-12-31{_hint(error)}"


def _not_here(error: ValidationError) -> Found:
    """What a package of the other origin may hold; the schema says why."""
    yield [], "不能填写", error.schema["description"]


def _other(error: ValidationError) -> Found:
    yield [], f"是{shown(error.instance)}", "不符合文件格式说明"


DESCRIBE: dict[str, Callable[[ValidationError], Found]] = {
    "type": _type, "required": _required, "additionalProperties": _unknown, "enum": _enum, "const": _const, "pattern": _pattern,
    "minLength": _limit, "maxLength": _limit, "minimum": _limit, "maximum": _limit, "minItems": _items, "maxItems": _items, "maxProperties": _items,
    "format": _format, "not": _not_here,
}  # fmt: skip
