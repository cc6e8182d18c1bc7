"""The figures of the published originals, every table cell and every figure of the sentences."""

from pathlib import Path

import pytest

from tools.published import SAMPLES, compare_sample

FILES = sorted(each for each in SAMPLES.glob("*.expected.json") if "same_as" not in each.read_text(encoding="utf-8"))


def test_every_figure_of_the_shangrao_budget_is_the_published_one() -> None:
    title, result, explained = compare_sample(SAMPLES / "shangrao-2024-unit.expected.json")
    assert title == "上饶市医疗保障局（本级）2024年单位预算"
    assert (result.cells, result.figures) == (251, 60)
    assert result.differences == [] and explained == []


def test_the_donghu_ledger_differs_only_where_the_original_contradicts_itself() -> None:
    _, result, explained = compare_sample(SAMPLES / "donghu-2024-ledger.expected.json")
    assert (result.cells, result.figures) == (198, 112)
    assert sorted(result.differences) == sorted((each["place"], each["published"], each["ours"]) for each in explained)


def test_every_figure_of_the_shangrao_transcript_is_the_printed_one() -> None:
    _, result, _ = compare_sample(SAMPLES / "shangrao-2024-unit-transcribed.expected.json")
    assert (result.cells, result.figures, result.differences) == (251, 60, [])


def test_every_figure_of_the_donghu_transcript_is_the_printed_one() -> None:
    _, result, explained = compare_sample(SAMPLES / "donghu-2024.expected.json")
    assert (result.cells, result.figures) == (214, 134)
    assert result.differences == [] and explained == []


def test_the_shangrao_final_account_differs_at_four_rounded_cells_a_missing_one_and_two_rates_of_nothing() -> None:
    title, result, explained = compare_sample(SAMPLES / "shangrao-2022-final.expected.json")
    assert (title, result.cells, result.figures) == ("上饶市医疗保障局2022年度部门决算", 568, 88)
    assert sorted(result.differences) == sorted((each["place"], each["published"], each["ours"]) for each in explained)
    assert {place for place, _, _ in result.differences} == {
        *(f"{table}/{row}/total" for table in ("JS03", "JS05") for row in ("210", "21015")), "JS05/total/total",
        "三社会保障和就业支出完成", "四对个人和家庭补助支出 percent",
    }  # fmt: skip


def test_every_figure_of_the_transcribed_final_account_is_the_printed_one() -> None:
    _, result, _ = compare_sample(SAMPLES / "shangrao-2022-final-transcribed.expected.json")
    assert (result.cells, result.figures, result.differences) == (568, 88, [])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_changed_published_figure_is_noticed(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    package = file.name.replace(".expected", "")
    (tmp_path / package).write_text((SAMPLES / package).read_text(encoding="utf-8"), encoding="utf-8")
    changed = (
        text.replace('"70.00"', '"70.01"').replace('"75.17"', '"75.18"').replace('"228.34"', '"228.35"').replace('"353.09"', '"353.10"')
    )
    (tmp_path / file.name).write_text(changed, encoding="utf-8")
    before, after = (len(compare_sample(each)[1].differences) for each in (file, tmp_path / file.name))
    assert after == before + 2
