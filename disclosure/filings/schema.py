"""A package against its published JSON Schema, the findings said in words. Knows the form of a package, not its meaning."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from disclosure.filings.problems import Problem, path_of

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "filing-package.schema.json"
MOST = 50
TYPES = {
    "object": "一组名称和值", "array": "一个列表", "string": "文字（加引号）", "integer": "整数", "number": "数", "boolean": "true 或 false", "null": "空",
}  # fmt: skip


@cache
def validator() -> Draft202012Validator:
    """The published schema, ready to use."""
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER)


def shape_problems(package: Any) -> list[Problem]:
    """What is wrong with the form, in the order of the file; at most fifty."""
    errors = sorted(validator().iter_errors(package), key=lambda error: [str(step) for step in error.absolute_path])
    return [_problem(error) for error in errors[:MOST]]


def _problem(error: ValidationError) -> Problem:
    describe = DESCRIBE.get(str(error.validator), _other)
    found, expected = describe(error)
    hint = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    return Problem(path_of(list(error.absolute_path)), found, f"{expected}（{hint}）" if hint else expected)


def shown(value: Any) -> str:
    """A found value, short enough for a message."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "…"


def _type(error: ValidationError) -> tuple[str, str]:
    return f"是{shown(error.instance)}", f"应为{TYPES.get(str(error.validator_value), str(error.validator_value))}"


def _required(error: ValidationError) -> tuple[str, str]:
    missing = [name for name in error.validator_value if name not in error.instance]
    return f"缺少 {'、'.join(missing)}", "这些内容必须填写"


def _unknown(error: ValidationError) -> tuple[str, str]:
    known = error.schema.get("properties", {})
    extra = [name for name in error.instance if name not in known]
    return f"有不认识的名称 {'、'.join(shown(name) for name in extra)}", f"可用的名称：{'、'.join(known)}"


def _enum(error: ValidationError) -> tuple[str, str]:
    return f"是{shown(error.instance)}", f"应为 {'、'.join(str(value) for value in error.validator_value)} 之一"


def _const(error: ValidationError) -> tuple[str, str]:
    return f"是{shown(error.instance)}", f"应为 {error.validator_value}"


def _pattern(error: ValidationError) -> tuple[str, str]:
    return f"是{shown(error.instance)}", "格式不对"


def _limit(error: ValidationError) -> tuple[str, str]:
    words = {"minLength": "不能为空，至少{}个字", "maxLength": "至多{}个字", "minimum": "不小于{}", "maximum": "不大于{}"}
    return f"是{shown(error.instance)}", words[str(error.validator)].format(error.validator_value)


def _items(error: ValidationError) -> tuple[str, str]:
    words = {"minItems": "至少要有{}条", "maxItems": "至多{}条"}
    return f"有{len(error.instance)}条", words[str(error.validator)].format(error.validator_value)


def _other(error: ValidationError) -> tuple[str, str]:
    return f"是{shown(error.instance)}", "不符合文件格式说明"


DESCRIBE: dict[str, Callable[[ValidationError], tuple[str, str]]] = {
    "type": _type, "required": _required, "additionalProperties": _unknown, "enum": _enum, "const": _const, "pattern": _pattern,
    "minLength": _limit, "maxLength": _limit, "minimum": _limit, "maximum": _limit, "minItems": _items, "maxItems": _items,
}  # fmt: skip
