"""Files by their suffix: JSON, workbook, and everything that is neither."""

import json
from pathlib import Path
from typing import Any

import pytest

from disclosure.filings.package import checked
from disclosure.filings.package_file import read_package_file
from disclosure.filings.problems import PackageRefused
from disclosure.filings.tests.packages import SAMPLES, UNIT, sample, with_line
from disclosure.filings.workbook_sheets import SHEETS

FORMS = "填报包是 .json 文件或 .xlsx 工作簿"
REFUSED = {
    "empty.json": (b"", f"整份文件：文件是空的；{FORMS}"),
    "empty.xlsx": (b"", f"整份文件：文件是空的；{FORMS}"),
    "renamed.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "整份文件：是旧格式的文件（xls）；请用WPS或Excel另存为xlsx文件"),
    "printed.xlsx": (b"%PDF-1.7", "整份文件：是PDF文件，不是xlsx文件；请交填报包的xlsx文件"),
    "package.pdf": (b"%PDF-1.7", f"整份文件：“package.pdf”是.pdf文件；{FORMS}"),
    "package.xls": (b"x", f"整份文件：“package.xls”是.xls文件；{FORMS}"),
    "package.xlsm": (b"PK", f"整份文件：“package.xlsm”是带宏的工作簿（xlsm）；{FORMS}"),
    "package": (b"{}", f"整份文件：“package”是没有后缀的文件；{FORMS}"),
    "workbook.json": (b"PK\x03\x04\xff\xfe", "整份文件：第5个字节不是UTF-8编码；请把文件另存为UTF-8"),
    "large.json": (b" " * ((10 << 20) + 1), "整份文件：文件有10.0MB；至多10MB"),
}  # fmt: skip


def refusal(path: Any) -> str:
    with pytest.raises(PackageRefused) as refused:
        read_package_file(path)
    return str(refused.value)


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_both_forms_of_the_sample_are_the_same_package(suffix: str) -> None:
    assert read_package_file(SAMPLES / f"{UNIT}.{suffix}") == sample()


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "A.JSON").write_text(json.dumps(sample()))
    assert read_package_file(str(tmp_path / "A.JSON")) == sample()


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_package_is_refused_in_words(tmp_path: Path, name: str) -> None:
    data, message = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path / name) == message


def test_what_is_no_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file.json").touch()
    assert refusal(tmp_path / "folder.json") == f"整份文件：“folder.json”不是文件；{FORMS}"
    assert refusal(tmp_path / "none.json") == "整份文件：找不到文件“none.json”；检查文件的位置和名称"
    assert refusal(tmp_path / "file.json" / "a.json") == "整份文件：文件“a.json”打不开；检查文件的名称和权限"
    assert refusal("a\0b.json") == "整份文件：文件“a\\u0000b.json”打不开；检查文件的名称和权限"


def test_a_problem_of_a_json_file_names_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(with_line(amount=70)))
    assert refusal(tmp_path / "a.json").startswith("lines[0].amount：是70；应为文字（加引号）")


def test_the_examples_of_the_documentation_are_right_and_its_sheets_are_all_there() -> None:
    told = (SAMPLES.parent / "docs" / "filing-package.md").read_text("utf-8")
    examples = [block.partition("```")[0] for block in told.split("```json\n")[2:]]
    assert [checked(json.loads(example))["origin"] for example in examples] == ["entered", "entered", "transcribed"]
    assert all(sheet.name in told for sheet in SHEETS)
