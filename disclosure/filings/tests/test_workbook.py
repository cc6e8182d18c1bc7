"""The workbook form: the same package as the JSON form, whatever the order of its columns and the dress of its numbers."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from disclosure.core.chart import load_chart
from disclosure.filings.package_file import package_of_workbook
from disclosure.filings.problems import PackageRefused
from disclosure.filings.schema import published
from disclosure.filings.tests.books import book, rows_of_sample, with_cell
from disclosure.filings.tests.packages import DEPARTMENT, SAMPLES, UNIT, changed, packages, sample, with_line
from disclosure.filings.workbook import read_workbook
from disclosure.filings.workbook_kinds import Indicators, Listing, PrintedCells, PrintedTables
from disclosure.filings.workbook_sheets import SHEETS
from disclosure.filings.workbook_writing import NoPlace, write_workbook

CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}
AMOUNT, FIRST = 13, 2  # the column and the first row of amounts in 收支明细


def refusal(data: bytes) -> str:
    with pytest.raises(PackageRefused) as refused:
        package_of_workbook(data)
    return str(refused.value)


@pytest.mark.parametrize("name", [UNIT, DEPARTMENT])
def test_a_sample_survives_the_workbook(name: str) -> None:
    package = sample(name)
    assert read_workbook(write_workbook(package))[0] == package == package_of_workbook(write_workbook(package))


@settings(max_examples=8, **CALM)
@given(packages())
def test_a_random_package_survives_the_workbook(package: Any) -> None:
    assert package_of_workbook(write_workbook(package)) == package


@pytest.mark.deep
@settings(max_examples=80, **CALM)
@given(packages())
def test_a_random_package_survives_the_workbook_at_length(package: Any) -> None:
    assert package_of_workbook(write_workbook(package)) == package


def test_the_sample_workbook_is_what_the_writer_makes_of_the_sample() -> None:
    assert (SAMPLES / f"{UNIT}.xlsx").read_bytes() == write_workbook(sample())


def test_what_has_no_place_in_the_workbook_is_not_left_out_in_silence() -> None:
    with pytest.raises(NoPlace, match="颜色"):
        write_workbook({**sample(), "颜色": {"甲": 1}})


def properties(declared: Any, steps: Any = ()) -> Iterator[Any]:
    """Every leaf of the schema with its declaration; a list is a step of its own."""
    declared = published()["$defs"][declared["$ref"].rpartition("/")[2]] if "$ref" in declared else declared
    for name, each in declared.get("properties", {}).items():
        yield from properties(each, (*steps, name))
    if "items" in declared:
        yield from properties(declared["items"], (*steps, "[]"))
    if not {"properties", "items"} & set(declared):
        yield steps, declared


def fields() -> Iterator[Any]:
    for sheet in SHEETS:
        for base in bases(sheet):
            for field in sheet.fields:
                yield (*base, *field.steps, *(("[]",) if field.many else ())), field


def bases(sheet: Any) -> Any:
    if isinstance(sheet, Indicators):
        return ("goal", "indicators", "[]"), ("projects", "[]", "goal", "indicators", "[]")
    if isinstance(sheet, PrintedTables | PrintedCells):
        return [("tables", "[]") if isinstance(sheet, PrintedTables) else ("tables", "[]", "rows", "[]")]
    return [(*sheet.base, "[]")] if isinstance(sheet, Listing) else [()]


def test_every_property_of_the_schema_has_a_heading_and_every_heading_a_property() -> None:
    assert {steps for steps, _ in properties(published())} == {steps for steps, _ in fields()}


def test_the_labels_of_a_heading_are_those_of_the_schema() -> None:
    allowed = {steps: declared["enum"] for steps, declared in properties(published()) if "enum" in declared}
    assert {steps: list(field.words) for steps, field in fields() if field.words} | {("pack",): allowed["pack",]} == allowed


def test_columns_may_stand_in_any_order_below_titles_with_blank_rows_and_remarks() -> None:
    sheets = rows_of_sample()
    lines = [
        [*reversed([*row, *[None] * (AMOUNT - len(row))]), "备注" if row is sheets["收支明细"][0] else "看看"] for row in sheets["收支明细"]
    ]
    sheets["收支明细"] = [["上饶市医疗保障局收支明细"], [], ["单位：", "万元"], lines[0], [None], *lines[1:10], [" "], *lines[10:]]
    package, places = read_workbook(book(sheets))
    assert package == sample()
    assert places.of("lines[0].amount") == "工作表“收支明细”第6行“金额”（A6）"
    assert places.of("lines[9].function") == "工作表“收支明细”第16行“功能科目编码”（L16）"


@pytest.mark.parametrize(
    "cell", [70, 70.0, "70", " 70 ", "７０", "￥70", "¥ 70", ("=35+35", 70), ("=TEXT(70,0)", "70"), 70.00000000000001], ids=repr
)
def test_an_amount_is_understood_in_any_dress(cell: Any) -> None:
    assert package_of_workbook(with_cell("收支明细", FIRST, AMOUNT, cell)) == sample()


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("1,234.5", "1234.5"), ("１，２３４．５０", "1234.50"), ("￥1,234,567", "1234567"), (0.1 + 0.2, "0.3"), (35.809999999999995, "35.81"),
     (119.303, "119.303"), (0.000001, "0.000001"), (0, "0"), (-0.0, "0"), (99999999.99, "99999999.99")],
)  # fmt: skip
def test_an_amount_is_exact(cell: Any, amount: str) -> None:
    assert package_of_workbook(with_cell("收支明细", FIRST, AMOUNT, cell)) == with_line(amount=amount)


DRESSES = {
    "code as a number": ("收支明细", 2, 2, 2101501),
    "code with full-width digits": ("收支明细", 2, 2, "２１０１５０１ "),
    "word instead of label": ("收支明细", 2, 7, "basic"),
    "label with spaces": ("收支明细", 2, 7, "基本 支出"),
    "year as a text": ("基本信息", 4, 2, "２０２４"),
    "truth value": ("基本信息", 18, 2, True),
    "real date": ("资产", 2, 2, datetime.date(2023, 9, 30)),
    "Chinese date": ("资产", 2, 2, "2023年9月30日"),
    "date with strokes": ("资产", 2, 2, "2023/9/30"),
    "count as a text": ("机构人员", 7, 2, "１５"),
}


@pytest.mark.parametrize("change", DRESSES.values(), ids=DRESSES)
def test_other_cells_are_understood_in_any_dress(change: Any) -> None:
    assert package_of_workbook(with_cell(*change)) == sample()


AT = "工作表“收支明细”第2行“金额”（M2）"
MONEY = "格式不对（非负金额；元至多两位小数，万元至多六位）"
REFUSED = {
    "words": ("收支明细", 2, 13, "七十", f"{AT}：是“七十”；{MONEY}"),
    "negative": ("收支明细", 2, 13, -5, f"{AT}：是“-5”；{MONEY}"),
    "doubtful separator": ("收支明细", 2, 13, "1,23", f"{AT}：是“1,23”；{MONEY}"),
    "too fine": ("收支明细", 2, 13, 1 / 3, f"{AT}：是0.333333333333333，小数超过6位；精确到分：用公式时请四舍五入"),
    "too large": ("收支明细", 2, 13, 1e15, f"{AT}：数字太大，Excel不能精确到分；检查金额和金额单位"),
    "truth value": ("收支明细", 2, 13, True, f"{AT}：是逻辑值，不是文字；把单元格的格式设为“文本”，再写成要公开的样子"),
    "blank": ("收支明细", 2, 13, " ", f"{AT}：没有填写；必须填写（金额）"),
    "formula error": ("收支明细", 2, 13, ("=1/0", "#DIV/0!"), f"{AT}：是错误值#DIV/0!；改正这里的公式，或直接写出内容"),
    "lost reference": ("收支明细", 2, 13, ("=甲!A1", "#REF!"), f"{AT}：是错误值#REF!；改正这里的公式，或直接写出内容"),
    "unknown code": ("收支明细", 2, 2, 2109998, "工作表“收支明细”第2行“功能科目编码”（B2）：2024年支出功能分类科目中没有2109998；请改用2024年科目中的编码"),
    "unknown label": ("收支明细", 2, 7, "基本", "工作表“收支明细”第2行“性质”（G2）：是“基本”；应为 基本支出、项目支出 之一"),
    "unknown heading": ("收支明细", 1, 14, "颜色", "工作表“收支明细”第1行（N1）：标题“颜色”不认识；可用的标题：单位编码、功能科目编码"),
    "heading twice": ("收支明细", 1, 14, "金额", "工作表“收支明细”第1行（M1）：标题“金额”出现2次；每个标题只能有一栏"),
    "no heading": ("收支明细", 2, 14, "看看", "工作表“收支明细”第2行（N2）：这一栏没有标题；删去内容，或在第1行写上标题"),
    "unknown name": ("基本信息", 2, 1, "颜色", "工作表“基本信息”第2行“名称”（A2）：名称“颜色”不认识；可用的名称：格式、模板"),
    "name twice": ("基本信息", 3, 1, "格式", "工作表“基本信息”第3行“名称”（A3）：“格式”写了两次；只能写一次"),
    "no agency": ("基本信息", 9, 2, None, "工作表“基本信息”的“编码”：没有填写；必须填写（部门三位，单位六位）"),
    "no such project": ("绩效指标", 2, 1, "p9", "工作表“绩效指标”第2行“项目代号”（A2）：是“p9”，没有这个项目；应为 整体、p1、p2、p3 之一"),
    "percentage as a number": ("绩效指标", 2, 5, 0.95, "工作表“绩效指标”第2行“指标值”（E2）：是数字，不是文字；把单元格的格式设为“文本”"),
    "date for a text": ("绩效指标", 2, 5, datetime.date(2024, 1, 2), "工作表“绩效指标”第2行“指标值”（E2）：是日期，不是文字"),
    "half a person": ("机构人员", 7, 2, 1.5, "工作表“机构人员”第7行“行政编制人数”（B7）：是1.5；应为整数"),
    "no such day": ("资产", 2, 2, "2023年2月30日", "工作表“资产”第2行“截止日期”（B2）：是“2023年2月30日”；应为日历上有的日期"),
    "flag": ("基本信息", 18, 2, "对", "工作表“基本信息”第18行“上年数已列全”（B18）：是“对”；应为 是 或 否"),
    "control character": ("主要职责", 2, 1, "甲\x01", "工作表“主要职责”第2行“内容”（A2）：含有不能保存的字符U+0001；删去这个字符"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_wrong_cell_is_named_with_sheet_and_address(case: Any) -> None:
    assert refusal(with_cell(*case[:4])).splitlines()[0].startswith(case[4])


def test_every_problem_of_a_workbook_names_a_sheet_of_it() -> None:
    package = sample()
    package["lines"] = [{**line, "function": "2109998", "project": None} for line in package["lines"]]
    package["lines"] = [{key: value for key, value in line.items() if value} for line in package["lines"]]
    with pytest.raises(PackageRefused) as refused:
        package_of_workbook(write_workbook(package))
    assert all(each.path.startswith("工作表“收支明细”第") for each in refused.value.problems)


def test_a_missing_column_and_a_missing_sheet_are_named() -> None:
    sheets = rows_of_sample()
    sheets["收支明细"] = [row[:12] for row in sheets["收支明细"]]
    assert refusal(book(sheets)).startswith("工作表“收支明细”第2行“金额”（没有这一栏）：没有填写；必须填写（金额）")
    del sheets["收支明细"]
    assert refusal(book(sheets)) == "工作表“收支明细”：有0条；至少要有1条（收支明细）"


def test_sheets_that_nobody_would_read_are_refused_unless_they_are_empty() -> None:
    sheets = rows_of_sample()
    assert package_of_workbook(book({**sheets, "Sheet1": [[]]})) == sample()
    assert refusal(book({**sheets, "Sheet1": [["甲"]]})).startswith("工作表“Sheet1”：工作表的名称不认识；可用的工作表：基本信息、所属单位")
    assert refusal(book({**sheets, "收支明细": [["甲", "乙"]]})).startswith("工作表“收支明细”：没有找到标题行；应有标题：单位编码")


def test_what_is_missing_altogether_is_named_in_the_sheet_where_it_belongs() -> None:
    found = refusal(book({"基本信息": [["名称", "内容"]], "收支明细": [["金额"], [1]]})).splitlines()
    missing = [line.partition("：")[0] for line in found if "没有填写" in line]
    wanted = ["模板", "年度", "文件", "公开范围", "金额单位", "编码", "单位名称", "行政区划代码", "所在地"]
    assert {f"工作表“基本信息”的“{name}”" for name in wanted} <= set(missing)
    assert "工作表“收支明细”第2行“性质”（没有这一栏）" in missing


def test_texts_never_become_formulas() -> None:
    package = changed(("agency", "name"), "=1+1")
    assert b"<f>" not in write_workbook(package)
    assert package_of_workbook(write_workbook(package)) == package


def test_the_rows_of_the_basics_stand_where_the_tests_above_look_for_them() -> None:
    assert [field.heading for field in SHEETS[0].fields][2] == "年度"
    assert rows_of_sample()["基本信息"][17][0] == "上年数已列全"


def test_the_codes_of_the_year_are_offered_with_their_names() -> None:
    made = load_workbook(io.BytesIO(write_workbook(sample())))
    offered = {str(each.sqref).rstrip("0123456789").split(":")[0][0]: each for each in made["收支明细"].data_validations.dataValidation}
    heads = {cell.value: cell.column_letter for cell in made["收支明细"][1]}
    source = offered[heads["功能科目编码"]].formula1
    assert source.startswith("'科目'!$A$2:$A$") and offered[heads["功能科目编码"]].errorStyle == "information"
    assert made["科目"]["A2"].value.split() == ["2010101", "行政运行"] and offered[heads["经济科目编码"]].formula1.startswith("'科目'!$B$2")
    assert offered[heads["项目代号"]].formula1 == "'项目'!$A$2:$A$200"


def test_a_code_chosen_with_its_name_is_the_code() -> None:
    head = rows_of_sample()["收支明细"][0]
    column = head.index("功能科目编码") + 1
    code = rows_of_sample()["收支明细"][FIRST - 1][column - 1]
    name = load_chart(sample()["year"]).name("functional", code)
    assert package_of_workbook(with_cell("收支明细", FIRST, column, f"{code} {name}"))["lines"][0]["function"] == code
    with pytest.raises(PackageRefused, match="别的名称"):
        package_of_workbook(with_cell("收支明细", FIRST, column, f"{code} 别的名称"))


def test_a_truth_value_is_no_number_though_one_was_read_before_it() -> None:
    sheets = rows_of_sample()
    for row, cell in ((FIRST, 1.0), (FIRST + 1, True)):
        sheets["收支明细"][row - 1][AMOUNT - 1] = cell
    assert refusal(book(sheets)).startswith(f"工作表“收支明细”第{FIRST + 1}行“金额”（M{FIRST + 1}）：是逻辑值")
