"""Well-formed packages that are wrong all the same: codes, names, amounts, projects, units, years. A wrong line above, its message below."""

from typing import Any

import pytest

from disclosure.core.chart import edition_years
from disclosure.filings.package import checked
from disclosure.filings.tests.packages import DEPARTMENT, changed, problem, problems, sample, with_line

CODES = {
    "unknown": (
        with_line(function="2109998", function_name="其他卫生健康支出"),
        "lines[0].function：2024年支出功能分类科目中没有2109998；是否要用：21099 其他卫生健康支出、2109999 其他卫生健康支出、210 卫生健康支出",
    ),
    "unknown, unnamed": (with_line(function="2109998"), "lines[0].function：2024年支出功能分类科目中没有2109998；请改用2024年科目中的编码"),
    "retired": (with_line(function="2082201"), "lines[0].function：2082201 移民补助 2024年起停用（最后一版：2023年）；请改用2024年科目中的编码"),
    "of a later year": (
        changed(("year",), 2023, with_line(function="2013901")),
        "lines[0].function：2013901 行政运行 2024年才启用；请改用2023年科目中的编码",
    ),
    "unknown economic": (with_line(economic="30188"), "lines[0].economic：2024年部门预算支出经济分类科目中没有30188；请改用2024年科目中的编码"),
    "款 under the wrong 类": (with_line(economic_class="302"), "lines[0].economic：款30101不在类302之下；302类的款应以302开头"),
    "wrong name": (
        with_line(function_name="一般行政管理"),
        "lines[0].function_name：“一般行政管理”不是2101501的现名，也不是已知的旧名；2024年2101501的名称是“行政运行”；"
        "是否要用：2010102 一般行政管理事务、2010202 一般行政管理事务、2010302 一般行政管理事务",
    ),
    "wrong economic name": (
        with_line(economic_name="津贴补贴"),
        "lines[0].economic_name：“津贴补贴”不是30101的现名，也不是已知的旧名；2024年30101的名称是“基本工资”；"
        "是否要用：30102 津贴补贴、31204 费用补贴、31205 利息补贴",
    ),
}  # fmt: skip
LINES = {
    "工资 listed as 公用": (with_line(use="public"), "lines[0].use：30101写了列入公用经费；工资福利支出只列人员经费；删去这一栏"),
    "商品和服务 listed as 人员": (
        with_line(economic="30201", use="personnel"), "lines[0].use：30201写了列入人员经费；商品和服务、资本性等支出只列公用经费；删去这一栏",
    ),
    "项目支出 without project": (with_line(nature="project"), "lines[0].project：项目支出没有写项目；写明项目代号：p1、p2、p3"),
    "基本支出 with project": (with_line(project="p1"), "lines[0].project：基本支出写了项目p1；删去项目，或把性质改为项目支出（project）"),
    "project nobody described": (with_line(nature="project", project="p9"), "lines[0].project：项目“p9”没有描述；先描述这个项目（projects）：代号、名称、概述"),
    "foreign unit": (with_line(unit="307002"), "lines[0].unit：是307002；应为本次填报的单位之一：307001"),
    "foreign unit of a department": (with_line(DEPARTMENT, unit="178001"), "lines[0].unit：是178001；应为本次填报的单位之一：177001"),
    "too large in 万元": (with_line(amount="1000000000"), "lines[0].amount：1000000000万元太大；应小于一万亿元；是否把元写成了万元？"),
}  # fmt: skip
AGENCY = {
    "short code": (changed(("agency", "code"), "307"), "agency.code：是307；单位编码应为6位"),
    "foreign department": (changed(("agency", "parent", "code"), "308"), "agency.parent.code：是308；应为部门的3位编码，并且是单位编码307001的开头"),
    "its own department": (changed(("agency", "parent", "code"), "307001"), "agency.parent.code：是307001；应为部门的3位编码，并且是单位编码307001的开头"),
    "units of a unit": (changed(("agency", "units"), [{"code": "307001", "name": "甲"}]), "agency.units：写了1个所属单位；公开范围是单位时不写所属单位"),
}  # fmt: skip


@pytest.mark.parametrize(("package", "message"), [*CODES.values(), *LINES.values(), *AGENCY.values()], ids=[*CODES, *LINES, *AGENCY])
def test_the_message_says_where_what_and_what_is_expected(package: Any, message: str) -> None:
    assert problem(package) == message


def test_amounts_finer_than_分_are_refused_in_元_and_accepted_in_万元() -> None:
    package = changed(("amount_unit",), "元", with_line(amount="70.001"))
    found = [str(each) for each in problems(package)]
    assert found[0] == "lines[0].amount：70.001元细于分；至多精确到分（0.01元，即0.000001万元）"
    assert checked(with_line(amount="70.000001"))


def test_every_amount_of_a_package_is_looked_at() -> None:
    package = changed(("amount_unit",), "元", sample(DEPARTMENT))
    package["procurement"]["goods"] = package["last_year"]["figures"][0]["amount"] = "0.001"
    assert {"last_year.figures[0].amount", "procurement.goods"} <= {each.path for each in problems(package)}


@pytest.mark.parametrize("year", [2013, 2021, 2027, 2099])
def test_a_year_without_a_book_of_codes_is_refused(year: int) -> None:
    have = "、".join(str(each) for each in edition_years())
    assert problem(changed(("year",), year)) == f"year：没有{year}年的科目；现有：{have}"


@pytest.mark.parametrize("name", ["经营主体管理", "市场主体管理", "市场监督管理专项", " 经营主体 管理 "])
def test_the_name_and_every_former_name_of_a_code_are_accepted(name: str) -> None:
    assert checked(with_line(function="2013804", function_name=name))


def test_last_years_lines_are_judged_by_last_years_codes() -> None:
    package = sample()
    package["last_year"]["lines"] = [{**package["lines"][0], "function": code} for code in ("2082201", "2013901")]
    assert problem(package) == "last_year.lines[1].function：2013901 行政运行 2024年才启用；请改用2023年科目中的编码"


def test_a_project_twice_is_told_at_both_places() -> None:
    package = sample()
    package["projects"].append({**package["projects"][0]})
    assert [str(each) for each in problems(package)] == [
        "projects[0].key：“p1”出现2次；项目代号不能重复",
        "projects[3].key：“p1”出现2次；项目代号不能重复",
        "projects[0].name：“2024年打击欺诈骗取医疗保障基金行为举报奖励金”出现2次；项目名称不能重复",
        "projects[3].name：“2024年打击欺诈骗取医疗保障基金行为举报奖励金”出现2次；项目名称不能重复",
    ]


@pytest.mark.parametrize(("section", "path"), [("figures", "last_year.figures"), (None, "reasons")])
def test_an_address_twice_is_refused_for_one_figure_would_silently_win(section: Any, path: Any) -> None:
    package = sample()
    rows = package["last_year"]["figures"] if section else package["reasons"]
    rows.append({**rows[0]})
    assert [each.path for each in problems(package)] == [f"{path}[0]", f"{path}[{len(rows) - 1}]"]


def test_units_of_a_department_have_six_digits_once_and_every_line_names_one() -> None:
    package = sample(DEPARTMENT)
    package["agency"]["units"] += [{"code": "177", "name": "甲"}, {"code": "177001", "name": "乙"}]
    del package["lines"][0]["unit"]
    assert [str(each) for each in problems(package)] == [
        "agency.units[1].code：是177；应为6位，以部门编码177开头",
        "agency.units[0].code：“177001”出现2次；单位编码不能重复",
        "agency.units[2].code：“177001”出现2次；单位编码不能重复",
        "lines[0].unit：没有写单位；本部门有3个单位，请写明：177001、177、177001",
    ]


def test_very_many_wrong_lines_are_told_fifty_at_a_time() -> None:
    package = sample()
    package["lines"] = [{**package["lines"][0], "function": "2109998", "function_name": "卫生"} for _ in range(20_000)]
    assert len(problems(package)) == 50
