"""The packaged books of codes: what holds in each, what has gone, what is called otherwise."""

import pytest

from disclosure.core.chart import CHARTS, NoEdition, UnknownCode, UnmappedCode, edition_years, is_well_formed, load_chart
from disclosure.core.edition_files import covers, packaged_rows
from disclosure.core.glossary_terms import SOURCE_KEYS, load_source_terms, load_terms
from disclosure.core.words import UnitKind

YEARS = edition_years()


def test_years_that_the_project_carries() -> None:
    assert YEARS == (2022, 2023, 2024, 2025, 2026)


def test_a_year_without_a_book_names_the_years_that_exist() -> None:
    with pytest.raises(NoEdition, match="没有2021年的政府收支分类科目；现有：2022、2023、2024、2025、2026"):
        load_chart(2021)


def test_a_chart_is_read_once() -> None:
    assert load_chart(2024) is load_chart(2024)


def test_a_code_knows_its_level_and_parent() -> None:
    chart = load_chart(2024)
    levels = [(code.level, code.parent, code.name) for code in (chart.get("functional", each) for each in ("210", "21015", "2101504"))]
    assert levels == [("class", None, "卫生健康支出"), ("group", "210", "医疗保障管理事务"), ("item", "21015", "信息化建设")]


def test_children_and_classes_stand_in_order() -> None:
    chart = load_chart(2024)
    items = [code.code for code in chart.children("functional", "21015")]
    assert items == ["2101501", "2101502", "2101503", "2101504", "2101505", "2101506", "2101550", "2101599"]
    assert [code.code for code in chart.classes("economic")] == ["301", "302", "303", "307", "309", "310", "311", "312", "313", "399"]
    assert chart.children("functional", "2101501") == ()


@pytest.mark.parametrize("year", YEARS)
def test_every_code_is_well_formed_and_has_its_parent(year: int) -> None:
    chart = load_chart(year)
    for code in chart.codes.values():
        assert is_well_formed(code.chart, code.code) and code.name and code.confidence in {"seen", "known", "unsure"}
        assert code.parent is None or chart.get(code.chart, code.parent)


@pytest.mark.parametrize("year", YEARS)
def test_every_mapped_code_is_in_the_book_of_the_year(year: int) -> None:
    chart = load_chart(year)
    for row in (row for row in packaged_rows("mapping") if covers(row, year)):
        assert chart.get("economic", row["economic"]) and chart.get("government", row["government"])


def test_every_other_name_is_of_a_code_that_exists() -> None:
    assert all(load_chart(2022).get(row["chart"], row["code"]) for row in packaged_rows("names"))


@pytest.mark.parametrize(
    ("year", "chart", "code", "reason", "message"),
    [
        (2024, "functional", "2010308", "retired", "2010308 信访事务 2024年起停用（最后一版：2023年）"),
        (2026, "functional", "2010308", "retired", "2010308 信访事务 2024年起停用（最后一版：2023年）"),
        (2022, "functional", "2014004", "not yet", "2014004 信访业务 2024年才启用"),
        (2024, "functional", "2010388", "unknown", "2024年支出功能分类科目中没有2010388"),
        (2024, "functional", "20103", None, ""),
        (2024, "functional", "2010399999", "malformed", "“2010399999”不是支出功能分类科目的编码：应为3、5、7位数字"),
        (2024, "functional", "21O15", "malformed", "“21O15”不是支出功能分类科目的编码：应为3、5、7位数字"),
        (2024, "economic", "3010101", "malformed", "“3010101”不是部门预算支出经济分类科目的编码：应为3、5位数字"),
        (2024, "economic", "２0101", "malformed", "“２0101”不是部门预算支出经济分类科目的编码：应为3、5位数字"),
        (2024, "economic", "50101", "unknown", "2024年部门预算支出经济分类科目中没有50101"),
    ],
)
def test_a_code_that_is_not_there_says_why(year: int, chart: str, code: str, reason: str | None, message: str) -> None:
    if reason is None:
        assert load_chart(year).get(chart, code).code == code
        return
    with pytest.raises(UnknownCode) as refused:
        load_chart(year).get(chart, code)
    assert (refused.value.reason, str(refused.value)) == (reason, message)
    assert (refused.value.chart, refused.value.code, refused.value.year) == (chart, code, year)


def test_a_chart_that_does_not_exist_is_refused_not_empty() -> None:
    for look in (lambda: load_chart(2024).get("fund", "201"), lambda: load_chart(2024).classes("fund")):
        with pytest.raises(ValueError, match="没有名为“fund”的科目表"):
            look()


@pytest.mark.parametrize(
    ("year", "chart", "code", "name", "accepted"),
    [
        (2024, "functional", "210", "卫生健康支出", "current"),
        (2024, "functional", "210", "医疗卫生与计划生育支出", "alias"),
        (2024, "functional", "20805", "行政事业单位离退休", "alias"),
        (2024, "economic", "30213", "维修（护）费", "current"),
        (2024, "economic", "30213", "维修(护) 费", "current"),
        (2024, "functional", "2130508", '"三西"农业建设专项补助', "current"),
        (2024, "economic", "30211", "维修费", None),
        (2024, "economic", "30302", "津贴费", None),
        (2024, "functional", "2101502", "行政管理事务", None),
        (2022, "functional", "21305", "巩固脱贫衔接乡村振兴", "current"),
        (2022, "functional", "21305", "巩固脱贫攻坚成果衔接乡村振兴", "alias"),
        (2024, "functional", "21305", "扶贫", "alias"),
        (2024, "government", "50601", "资本性支出（一）", "alias"),
    ],
)
def test_a_printed_name_is_current_or_an_alias_or_refused(year: int, chart: str, code: str, name: str, accepted: str | None) -> None:
    assert load_chart(year).accepts_name(chart, code, name) == accepted


def test_names_change_with_the_year() -> None:
    names = [load_chart(year).name("functional", "2130153") for year in (2023, 2024)]
    assert names == ["农田建设", "耕地建设与利用"]


@pytest.mark.parametrize(
    ("name", "first"),
    [("信访事务", "20140"), ("医保经办事务", "2101506"), ("医疗卫生与计划生育支出", "210"), ("行政运行", "2010101")],
)
def test_suggestions_begin_with_the_likeliest(name: str, first: str) -> None:
    suggested = load_chart(2024).suggestions("functional", name)
    assert suggested[0].code == first and len(suggested) <= 3


def test_nothing_is_suggested_for_nonsense() -> None:
    assert load_chart(2024).suggestions("economic", "飞船零件") == ()


def test_the_government_code_depends_on_the_kind_of_unit() -> None:
    chart = load_chart(2024)
    assert [chart.government_code("30101", kind) for kind in UnitKind] == ["50101", "50101", "50501"]
    assert [chart.government_code("30302", kind) for kind in UnitKind] == ["50905", "50905", "50905"]


def test_an_office_has_no_counterpart_for_performance_pay() -> None:
    with pytest.raises(UnmappedCode, match="行政单位的30107 绩效工资没有对应的政府预算支出经济分类科目"):
        load_chart(2024).government_code("30107", "administrative")
    with pytest.raises(UnknownCode):
        load_chart(2024).government_code("39906", "institution")


def test_the_recurring_items_have_one_definition() -> None:
    running = {code.definition for code in load_chart(2024).codes.values() if code.name == "行政运行" and code.definition}
    assert running == {"行政单位（包括参照公务员法管理的事业单位）的基本支出。"}
    assert not [code for year in YEARS for code in load_chart(year).codes.values() if code.definition.startswith("反映")]


def test_terms_and_sources() -> None:
    assert len(load_terms()) == 46 and all(term.definition for term in load_terms().values())
    assert set(load_source_terms()) == set(SOURCE_KEYS)
    assert list(CHARTS) == ["functional", "economic", "government", "revenue"]
