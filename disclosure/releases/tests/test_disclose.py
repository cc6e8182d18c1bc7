"""manage.py disclose: one document without a database, with the exit codes that scripts rely on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "shangrao-2024-unit.json"


def run(package: Path, out: Path, *more: str) -> int:
    """The exit code of the command."""
    try:
        call_command("disclose", str(package), "--out", str(out), *more)
    except SystemExit as stop:
        return int(stop.code)
    return 0


def changed(tmp_path: Path, change: object) -> Path:
    """A copy of the sample with a change."""
    package = json.loads(SAMPLE.read_text(encoding="utf-8"))
    change(package)
    path = tmp_path / "package.json"
    path.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_sound_package_becomes_all_its_files(tmp_path: Path) -> None:
    assert run(SAMPLE, tmp_path) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"disclosure.json", "disclosure.pdf", "disclosure.html", "disclosure.xlsx", "findings.json", "tables"}
    assert len(list((tmp_path / "tables").iterdir())) == 19


def test_the_same_package_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert run(SAMPLE, tmp_path / folder) == 0
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()]
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)


def test_the_workbook_form_gives_the_same_document(tmp_path: Path) -> None:
    for name in ("json", "xlsx"):
        assert run(SAMPLE.with_suffix(f".{name}"), tmp_path / name) == 0
    assert (tmp_path / "json" / "disclosure.json").read_bytes() == (tmp_path / "xlsx" / "disclosure.json").read_bytes()


def test_an_error_writes_the_findings_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = changed(tmp_path, lambda each: each.pop("reasons"))
    assert run(package, tmp_path / "out") == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["findings.json"]
    assert "错误 N02：“三公”经费中的公务接待费本年8.30万元，上年8.36万元，减少0.06万元" in capsys.readouterr().out


def test_a_transcribed_package_is_written_with_its_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SAMPLE.with_name("donghu-2024.json"), tmp_path) == 0
    findings = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))
    assert {"B19", "B24", "C02", "D02"} <= {each["rule"] for each in findings if each["level"] == "error"}
    assert "错误 B19" in capsys.readouterr().out
    page = (tmp_path / "disclosure.html").read_text(encoding="utf-8")
    assert "这里照原件列示，未作改动" in page and "应等于下一级各科目之和364.32万元" in page


def test_a_draft_is_written_in_spite_of_errors_and_says_so(tmp_path: Path) -> None:
    package = changed(tmp_path, lambda each: each.pop("reasons"))
    assert run(package, tmp_path / "out", "--draft") == 0
    assert json.loads((tmp_path / "out" / "disclosure.json").read_text(encoding="utf-8"))["draft"] is True
    assert "草稿" in (tmp_path / "out" / "disclosure.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda each: each["lines"][0].update(function="2010308"), "lines[0].function：2010308"),
        (lambda each: each["lines"][0].update(amount="七十"), "lines[0].amount：是“七十”"),
        (lambda each: each.update(lines=[]), "lines：有0条"),
        (lambda each: each.update(kind="final"), "headcount.posts：不能填写；编制人数只在预算里写"),
        (lambda each: each["reasons"][0].update(statement="YS77"), "reasons[0]：YS77/total/reception不是要与上年比较的数；可用的表和栏："),
        (lambda each: each["last_year"]["figures"][0].update(column="incomes"), "YS01/income_total/incomes不是要与上年比较的数"),
        (
            lambda each: each["last_year"]["figures"][0].update(row="totl"),
            "YS01/totl/income不是要与上年比较的数；YS01/income可用的行：income_total",
        ),
        (lambda each: each["last_year"]["figures"][6].update(row="299"), "不是要与上年比较的数"),
        (lambda each: each["reasons"][0].update(text="主要原因是：。"), "reasons[0].text：“主要原因是：。”没有说出原因"),
        (lambda each: each.update(goal=each["projects"][0]["goal"]), "goal：写了整体绩效目标；单位预算没有部门整体支出绩效目标表"),
    ],
)
def test_an_unreadable_package_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], change: object, message: str) -> None:
    assert run(changed(tmp_path, change), tmp_path / "out") == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


FINAL = SAMPLE.with_name("shangrao-2022-final.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda each: each["budget"]["figures"][1].update(row="totl"), "budget.figures[1]：2022年预算：《财政拨款收支总表》没有行totl"),
        (lambda each: each["reasons"][2].update(row="JS04.totl.total"), "reasons[2]：YX10/JS04.totl.total/change不是要与上年比较的数"),
        (lambda each: each["reasons"][2].update(statement="YX12"), "reasons[2]：YX12/JS04.208.total/change不是要与上年比较的数"),
        (lambda each: each["last_year"]["figures"][0].update(statement="YS01"), "last_year.figures[0]：YS01/income_total/income不是"),
    ],
)
def test_a_final_account_names_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str], change: object, message: str) -> None:
    package = json.loads(FINAL.read_text(encoding="utf-8"))
    change(package)
    (tmp_path / "final.json").write_text(json.dumps(package), encoding="utf-8")
    assert run(tmp_path / "final.json", tmp_path / "out") == 2
    assert message in capsys.readouterr().err


def test_it_needs_no_database(tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "disclose", str(SAMPLE), "--out", str(tmp_path)]
    env = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "SECRET_KEY": "x", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    assert run(SAMPLE, tmp_path / "out") == 2
    assert "不能写入" in capsys.readouterr().err


def test_a_long_objective_goes_on_over_the_page(tmp_path: Path) -> None:
    package = changed(tmp_path, lambda each: each["projects"][0]["goal"].update(objective="保障基金安全，" * 400))
    assert run(package, tmp_path / "out") == 0


def test_a_sign_without_a_font_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = changed(tmp_path, lambda each: each["texts"]["duties"].append("龘𪚥ไทย"))
    assert run(package, tmp_path / "out") == 1
    assert "系统字体里没有这些字，印不出来：𪚥（U+2A6A5）、ไ（U+0E44）" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
