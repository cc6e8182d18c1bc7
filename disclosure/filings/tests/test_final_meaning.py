"""Well-formed final accounts that are wrong all the same: sources, uses, projects, crosswalks, amounts. A wrong one above, its message below."""

from typing import Any

import pytest

from disclosure.filings.package import checked
from disclosure.filings.tests.finals import BALANCE, EVERYTHING, final, final_line, transcribed_final
from disclosure.filings.tests.packages import changed, problem, problems, sample

INCOME = 8  # the first line that is no spending
USED = 11


def crossing(what: str, old: str, new: str) -> dict[str, Any]:
    """A final account with this crossing alone."""
    return final(crosswalk=[{"what": what, "old": old, "new": new}])


RECEPTION = "只有公务接待费（30217）写；删去这一栏，或改经济科目"
LINES = {
    "surplus as income": (
        final_line(INCOME, source="nonfiscal_surplus"),
        f"lines[{INCOME}].source：收入的来源写了使用非财政拨款结余；这不是本年收入：收支写使用非财政拨款结余（surplus_used），或改来源",
    ),
    "reception that is none": (final_line(0, use="foreign_affairs"), f"lines[0].use：30201写了外事接待；{RECEPTION}"),
    "reception abroad that is none": (final_line(0, use="overseas_reception"), f"lines[0].use：30201写了国（境）外接待；{RECEPTION}"),
    "public money by itself": (
        final_line(0, use="public"), "lines[0].use：写了列入公用经费；决算的人员经费、公用经费按经济分类的类列，不能另列；删去这一栏",
    ),
    "operating money with project": (
        final_line(5, project="p1"), "lines[5].project：经营支出写了项目p1；删去项目，或把性质改为项目支出（project）",
    ),
    "unknown code of income": (
        final_line(INCOME, function="2012698", function_name=None),
        f"lines[{INCOME}].function：2024年支出功能分类科目中没有2012698；请改用2024年科目中的编码",
    ),
    "wrong name of a balance": (
        final_line(USED, function_name="行政运行"),
        f"lines[{USED}].function_name：“行政运行”不是2012604的现名，也不是已知的旧名；2024年2012604的名称是“档案馆”；"
        "是否要用：2010101 行政运行、2010201 行政运行、2010301 行政运行",
    ),
    "foreign unit of income": (final_line(INCOME, unit="398001"), f"lines[{INCOME}].unit：是398001；应为本次填报的单位之一：399001"),
    "too large": (final_line(0, amount="-100000000"), "lines[0].amount：-100000000万元太大；应小于一万亿元；是否把元写成了万元？"),
}  # fmt: skip
UNKNOWN = "请改用2024年科目中的编码"
CROSSINGS = {
    "short function": (crossing("function", "20126", "2012604"), "crosswalk[0].old：是20126；功能科目的编码应为7位数字"),
    "letters": (crossing("economic", "30299", "3020x"), "crosswalk[0].new：是3020x；经济科目的编码应为3位或5位数字"),
    "four digits": (crossing("agency", "3980", "399001"), "crosswalk[0].old：是3980；部门或单位的编码应为3位（部门）或6位（单位）数字"),
    "unknown function": (crossing("function", "2012601", "2012698"), f"crosswalk[0].new：2024年支出功能分类科目中没有2012698；{UNKNOWN}"),
    "retired function": (
        crossing("function", "2012601", "2082201"), f"crosswalk[0].new：2082201 移民补助 2024年起停用（最后一版：2023年）；{UNKNOWN}",
    ),
    "unknown economic": (crossing("economic", "30201", "30298"), f"crosswalk[0].new：2024年部门预算支出经济分类科目中没有30298；{UNKNOWN}"),
    "project nobody described": (
        crossing("project", "p0", "p9"), "crosswalk[0].new：项目“p9”没有描述；先描述这个项目（projects）：代号、名称、概述",
    ),
    "foreign agency": (crossing("agency", "398001", "397001"), "crosswalk[0].new：是397001；应为本次填报的部门或单位之一：399001、399"),
    "no change": (crossing("project", "p1", "p1"), "crosswalk[0]：原编码和现编码都是p1；没有改的编码不用写；删去这一行"),
}  # fmt: skip


@pytest.mark.parametrize(("package", "message"), [*LINES.values(), *CROSSINGS.values()], ids=[*LINES, *CROSSINGS])
def test_the_message_says_where_what_and_what_is_expected(package: Any, message: str) -> None:
    assert problem(package) == message


def test_an_old_code_twice_is_told_at_both_places_but_two_may_become_one() -> None:
    rows = [{"what": "function", "old": "2012601", "new": new} for new in ("2012602", "2012604")]
    message = "“功能科目2012601”出现2次；一个原编码只能对应一个现编码"
    assert [str(each) for each in problems(final(crosswalk=rows))] == [f"crosswalk[{index}].old：{message}" for index in (0, 1)]
    assert checked(final(crosswalk=[{**rows[0], "new": "2012604"}, {**rows[1], "old": "2012602"}]))


def test_a_project_and_an_economic_code_may_look_alike() -> None:
    rows = [{"what": "project", "old": "30299", "new": "p1"}, {"what": "economic", "old": "30299", "new": "30201"}]
    assert checked(final(crosswalk=rows))


def test_a_crosswalk_of_a_budget_and_of_a_transcribed_account_is_judged_alike() -> None:
    row = {"what": "function", "old": "2012601", "new": "2012698"}
    for package in ({**sample(), "crosswalk": [row]}, transcribed_final(crosswalk=[row])):
        assert problem(package).startswith("crosswalk[0].new：2024年支出功能分类科目中没有2012698")


@pytest.mark.parametrize("amount", ["-1", "-0.000001", "-99999999.99", "0", "1"])
def test_an_amount_of_a_final_account_may_be_negative(amount: str) -> None:
    package = final_line(0, amount=amount)
    package["budget"]["figures"][0]["amount"] = package["last_year"]["figures"][0]["amount"] = amount
    assert checked(package)


def test_every_amount_is_looked_at() -> None:
    package = final(amount_unit="元")
    steps = [
        ("lines", 0, "amount"), ("last_year", "lines", 0, "amount"), ("last_year", "figures", 0, "amount"), ("budget", "figures", 0, "amount"),
        ("procurement", "sme", "goods"), ("procurement", "micro"), ("three_public", "adjusted", "abroad"),
        ("projects", 0, "evaluation", "central", "executed"),
    ]  # fmt: skip
    for each in steps:
        package = changed(each, "0.001", package)
    found = {each.path for each in problems(package)}
    wanted = {"lines[0].amount", "last_year.lines[0].amount", "last_year.figures[0].amount", "budget.figures[0].amount"}
    money = {"procurement.sme.goods", "procurement.micro", "three_public.adjusted.abroad", "projects[0].evaluation.central.executed"}
    assert wanted | money <= found


def test_an_address_twice_is_refused_for_one_figure_would_silently_win() -> None:
    package = final(budget={"figures": EVERYTHING["budget"]["figures"] * 2})
    assert [each.path for each in problems(package)] == ["budget.figures[0]", "budget.figures[1]"]


def test_last_years_balances_are_judged_by_last_years_codes() -> None:
    package = final(
        last_year={"lines": [{"function": "2013901", "flow": "income", "amount": "1"}, {**BALANCE, "flow": "income", "amount": "1"}]}
    )
    assert problem(package) == "last_year.lines[0].function：2013901 行政运行 2024年才启用；请改用2023年科目中的编码"
