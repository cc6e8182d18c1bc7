"""The workbook form of a final account: the same package as the JSON form, under the headings of its kind."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from disclosure.filings.package_file import package_of_workbook
from disclosure.filings.problems import PackageRefused
from disclosure.filings.tests.books import book, rows_of_sample
from disclosure.filings.tests.finals import final, final_line, finals, transcribed_final
from disclosure.filings.tests.packages import changed, sample
from disclosure.filings.workbook import read_workbook
from disclosure.filings.workbook_sheets import SHEETS, sheets_of
from disclosure.filings.workbook_writing import write_workbook

CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}
WRITTEN = rows_of_sample(final())
LINES = WRITTEN["收支明细"]
HEADINGS = LINES[0]


def refusal(data: bytes) -> str:
    with pytest.raises(PackageRefused) as refused:
        package_of_workbook(data)
    return str(refused.value).splitlines()[0]


def with_cell(heading: str, cell: Any, row: int = 2) -> bytes:
    """The final account with one cell of a line replaced; rows as Excel counts them."""
    lines = [[*each, *[None] * (len(HEADINGS) - len(each))] for each in LINES]
    lines[row - 1][HEADINGS.index(heading)] = cell
    return book({**WRITTEN, "收支明细": lines})


@pytest.mark.parametrize("make", [final, transcribed_final])
def test_everything_survives_the_workbook(make: Any) -> None:
    data = write_workbook(make())
    assert read_workbook(data)[0] == make() == package_of_workbook(data)


@settings(max_examples=8, **CALM)
@given(finals())
def test_a_random_final_account_survives_the_workbook(package: Any) -> None:
    assert package_of_workbook(write_workbook(package)) == package


@pytest.mark.deep
@settings(max_examples=80, **CALM)
@given(finals())
def test_a_random_final_account_survives_the_workbook_at_length(package: Any) -> None:
    assert package_of_workbook(write_workbook(package)) == package


def test_an_account_without_lines_and_a_budget_with_a_crosswalk_survive_the_workbook() -> None:
    budget = {**sample(), "crosswalk": [{"what": "function", "old": "2101599", "new": "2101501"}]}
    for package in (final(lines=[]), budget):
        assert package_of_workbook(write_workbook(package)) == package


def test_a_workbook_has_the_sheets_and_headings_of_its_kind() -> None:
    budget = rows_of_sample()
    assert set(WRITTEN) - set(budget) == {"三公经费", "年初预算数", "科目对照", "绩效自评说明", "评价报告"}
    assert "收支" in HEADINGS and "收支" not in budget["收支明细"][0]
    names, others = ({row[0] for row in sheets["资产"]} for sheets in (budget, WRITTEN))
    assert names - others == {"一般公务用车", "安排购置车辆", "安排购置单位价值200万元以上大型设备"}


def test_every_sheet_belongs_to_some_kind_of_package() -> None:
    packages = (sample(), final(), transcribed_final())
    assert {sheet.name for package in packages for sheet in sheets_of(package)} == {sheet.name for sheet in SHEETS}


def test_a_transcribed_account_has_no_sheets_for_figures_of_its_own() -> None:
    sheets = {sheet.name: sheet for sheet in sheets_of(transcribed_final())}
    assert not {"收支明细", "机构人员", "政府采购", "三公经费", "绩效自评说明", "评价报告"} & set(sheets)
    assert [field.key for field in sheets["项目"].fields][-1] == "achieved"


def test_flows_and_natures_are_written_in_chinese() -> None:
    flows, natures = (HEADINGS.index(heading) for heading in ("收支", "性质"))
    assert [row[flows] for row in LINES[1:4]] == ["支出", None, None]
    assert [row[flows] for row in LINES[9:]] == ["收入", "年初结转和结余", "年末结转和结余", "使用非财政拨款结余", "结余分配"]
    assert [row[natures] for row in LINES[6:9]] == ["经营支出", "上缴上级支出", "对附属单位补助支出"]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [(-5, "-5"), ("-1,234.5", "-1234.5"), ("－１，２３４．５０", "-1234.50"), (-0.1 - 0.2, "-0.3"), ("￥-7", "-7"), (-0.0, "0")],
)
def test_a_negative_amount_is_understood_in_any_dress(cell: Any, amount: str) -> None:
    assert package_of_workbook(with_cell("金额", cell)) == final_line(0, amount=amount)


REFUSED = {
    "flow": (("收支", "收进"), "工作表“收支明细”第2行“收支”（B2）：是“收进”；应为 支出、收入、年初结转和结余、年末结转和结余、"),
    "economic of income": (("经济科目编码", "30201", 10), "工作表“收支明细”第10行“经济科目编码”（F10）：不能填写；经济科目只在支出的明细里写："),
    "no nature": (("性质", None), "工作表“收支明细”第2行“性质”（H2）：没有填写；必须填写（基本支出 basic、项目支出 project 等）"),
    "doubtful separator": (("金额", "-1,23"), "工作表“收支明细”第2行“金额”（N2）：是“-1,23”；格式不对（金额，红字带负号；"),
    "nature": (("性质", "经营"), "工作表“收支明细”第2行“性质”（H2）：是“经营”；应为 基本支出、项目支出、经营支出、上缴上级支出、对附属单位补助支出 之一"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_cell_is_named_with_sheet_and_address(change: Any, message: str) -> None:
    assert refusal(with_cell(*change)).startswith(message)


OUT_OF_PLACE = {
    "flow": (
        "收支明细",
        [["收支", "功能科目编码", "经济科目编码", "性质", "金额"], ["支出", "2101501", "30101", "基本支出", 70]],
        "工作表“收支明细”第2行“收支”（A2）：不能填写；预算的明细都是支出，不写收支",
    ),
    "complete budget": (
        "基本信息",
        [*rows_of_sample()["基本信息"], ["年初预算数已列全", "是"]],
        "工作表“基本信息”第19行“年初预算数已列全”（B19）：不能填写；年初预算数只在决算里写",
    ),
    "budget": ("年初预算数", WRITTEN["年初预算数"], "工作表“年初预算数”：不能填写；年初预算数只在决算里写"),
    "三公": ("三公经费", WRITTEN["三公经费"][:3], "工作表“三公经费”：不能填写；“三公”经费的全年预算数和统计数只在决算里写"),
    "year's end": ("机构人员", WRITTEN["机构人员"], "工作表“机构人员”：不能填写；年末人数只在决算里写"),
    "report": ("评价报告", WRITTEN["评价报告"], "工作表“评价报告”：不能填写；评价报告只在决算里写"),
}


@pytest.mark.parametrize(("sheet", "rows", "message"), OUT_OF_PLACE.values(), ids=OUT_OF_PLACE)
def test_what_only_a_final_account_holds_is_refused_in_the_workbook_of_a_budget(sheet: str, rows: Any, message: str) -> None:
    assert refusal(book({**rows_of_sample(), sheet: rows})) == message


def test_what_only_a_budget_holds_is_refused_in_the_workbook_of_a_final_account() -> None:
    assets = rows_of_sample(sample())["资产"]
    found = refusal(book({**WRITTEN, "资产": [assets[0], ["安排购置车辆", 1]]}))
    assert found == "工作表“资产”：不能填写；计划购置只在预算里写"


def test_a_wrong_crosswalk_is_told_at_its_cell() -> None:
    package = changed(("crosswalk", 0, "new"), "2012698", final())
    assert refusal(write_workbook(package)).startswith("工作表“科目对照”第2行“现编码”（C2）：2024年支出功能分类科目中没有2012698")


def test_the_guide_of_a_final_account_tells_of_flows() -> None:
    guides = ["".join(row[0] for row in rows_of_sample(package)["填写说明"]) for package in (final(), sample())]
    assert ["红字" in guide for guide in guides] == [True, False]
