"""The tree of indicators: where 成本指标 stands before and after 财预〔2021〕101号."""

import pytest

from disclosure.core.indicators import accepts, required_of, tree_of

YEARS = [2018, 2021, 2022, 2026]


def test_until_2021_cost_is_an_output() -> None:
    assert list(tree_of(2021)) == ["产出指标", "效益指标", "满意度指标"]
    assert tree_of(2021)["产出指标"] == ("数量指标", "质量指标", "时效指标", "成本指标")


def test_from_2022_cost_is_a_level_of_its_own() -> None:
    assert list(tree_of(2022)) == ["成本指标", "产出指标", "效益指标", "满意度指标"]
    assert tree_of(2022)["成本指标"] == ("经济成本指标", "社会成本指标", "生态环境成本指标")
    assert tree_of(2022)["产出指标"] == ("数量指标", "质量指标", "时效指标")


@pytest.mark.parametrize("year", YEARS)
def test_benefits_and_satisfaction_did_not_change(year: int) -> None:
    assert tree_of(year)["效益指标"] == ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")
    assert tree_of(year)["满意度指标"] == ("服务对象满意度指标",)


@pytest.mark.parametrize("year", YEARS)
def test_every_pair_of_the_tree_is_accepted(year: int) -> None:
    assert all(accepts(year, first, second) for first, seconds in tree_of(year).items() for second in seconds)


@pytest.mark.parametrize("year", YEARS)
def test_the_old_place_of_cost_is_accepted_in_every_year(year: int) -> None:
    assert accepts(year, "产出指标", "成本指标")


@pytest.mark.parametrize(("year", "accepted"), [(2021, False), (2022, True)])
def test_the_new_place_of_cost_is_accepted_from_2022(year: int, accepted: bool) -> None:
    assert accepts(year, "成本指标", "经济成本指标") == accepted


@pytest.mark.parametrize(
    ("level1", "level2"), [("满意度指标", "服务对象满意度"), ("满意度", "服务对象满意度指标"), ("效益\n指标", " 可持续影响")]
)
def test_names_may_be_broken_or_lack_their_last_word(level1: str, level2: str) -> None:
    assert accepts(2026, level1, level2)


@pytest.mark.parametrize(
    ("level1", "level2"), [("效益指标", "数量指标"), ("数量指标", "产出指标"), ("产出指标", "产量指标"), ("", ""), ("产出指标", "")]
)
def test_other_pairs_are_not_accepted(level1: str, level2: str) -> None:
    assert not accepts(2026, level1, level2)


@pytest.mark.parametrize("year", YEARS)
def test_every_form_says_how_much_how_good_how_soon_and_how_satisfied(year: int) -> None:
    assert [second for _, second in required_of(year)] == ["数量指标", "质量指标", "时效指标", "服务对象满意度指标"]
    assert all(accepts(year, *pair) for pair in required_of(year))


def test_the_tree_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        tree_of(2026)["产出指标"] = ()  # type: ignore[index]
