"""Files that are no right JSON: each is refused with its line and column, or its path."""

from typing import Any

import pytest

from disclosure.filings.json_text import parse_json
from disclosure.filings.problems import PackageRefused

REFUSED = {
    "broken": (b'{\n "year": 2024,,\n}', "整份文件：第2行第15列不是正确的JSON；检查这里的引号、逗号和括号"),
    "cut off": (b'{"year": 20', "整份文件：第1行第12列不是正确的JSON；检查这里的引号、逗号和括号"),
    "empty": (b"", "整份文件：第1行第1列不是正确的JSON；检查这里的引号、逗号和括号"),
    "GB18030": ('{"name": "上饶"}'.encode("gb18030"), "整份文件：第11个字节不是UTF-8编码；请把文件另存为UTF-8"),
    "UTF-16": ('{"a": 1}'.encode("utf-16"), "整份文件：第1个字节不是UTF-8编码；请把文件另存为UTF-8"),
    "repeated key": (b'{"lines": [{"amount": "1", "amount": "2"}]}', "lines[0].amount：同一个名称在一处出现两次；每个名称只能写一次"),
    "NUL in a value": (b'{"agency": {"name": "a\\u0000"}}', "agency.name：含有不能保存的字符U+0000；删去这个字符"),
    "NUL in a key": (b'{"a\\u0000": 1}', "a\\u0000：含有不能保存的字符U+0000；删去这个字符"),
    "lone surrogate": (b'{"texts": {"duties": ["\\ud800"]}}', "texts.duties[0]：含有不能保存的字符U+D800；删去这个字符"),
    "lone surrogate in a key": (b'{"\\udfff": 1}', "\\udfff：含有不能保存的字符U+DFFF；删去这个字符"),
    "control character": (b'["\\u0001"]', "[0]：含有不能保存的字符U+0001；删去这个字符"),
    "no character": (b'["\\uffff"]', "[0]：含有不能保存的字符U+FFFF；删去这个字符"),
    "NaN": (b'{"lines": [{"amount": NaN}]}', 'lines[0].amount：不是可用的数；金额写成文字，例如 "12.30"；人数、辆数写成整数'),
    "Infinity": (b"[-Infinity]", '[0]：不是可用的数；金额写成文字，例如 "12.30"；人数、辆数写成整数'),
    "1e400": (b"[1e400]", '[0]：不是可用的数；金额写成文字，例如 "12.30"；人数、辆数写成整数'),
    "5000 digits": (b"[" + b"9" * 5000 + b"]", '[0]：不是可用的数；金额写成文字，例如 "12.30"；人数、辆数写成整数'),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_right_json_is_refused_in_words(data: Any, message: str) -> None:
    with pytest.raises(PackageRefused) as refused:
        parse_json(data)
    assert str(refused.value) == message


@pytest.mark.parametrize("depth", [50, 500, 990, 5000, 200_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused_whatever_its_depth(depth: int, opening: str, closing: str) -> None:
    with pytest.raises(PackageRefused, match="嵌套太深；请按文件格式说明组织内容"):
        parse_json((opening * depth + "1" + closing * depth).encode())


def test_a_byte_order_mark_and_a_pair_of_surrogates_are_fine() -> None:
    assert parse_json(b'\xef\xbb\xbf{"a": "\\ud83d\\ude00\\n\\t"}') == {"a": "😀\n\t"}


def test_a_name_that_stands_twice_among_very_many_is_found_at_once() -> None:
    data = "{" + ",".join(f'"{number % 200_000}": 1' for number in range(200_001)) + "}"
    with pytest.raises(PackageRefused, match="^0：同一个名称在一处出现两次"):
        parse_json(data.encode())
