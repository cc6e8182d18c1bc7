"""舍位平衡: exactly what docs/architecture.md promises, for any ledger."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.core.facts import Line
from disclosure.core.money import to_wan
from disclosure.core.rounding import DoNotAddUp, Fixed, Group, apportion, balance, path_of
from disclosure.core.tests.ledgers import line

CENT = Decimal("0.01")
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)
LINES = st.lists(
    st.builds(
        lambda amount, function, economic, source, vintage, project: line(
            str(amount), function, economic, source=source, vintage=vintage, **({"project": project} if project else {})
        ),
        AMOUNTS,
        st.sampled_from(["2010101", "2010102", "2010201", "2100101", "2100102"]),
        st.sampled_from(["30101", "30102", "30201", "310"]),
        st.sampled_from(["general", "fund", "other"]),
        st.sampled_from(["this_year", "carried_over"]),
        st.sampled_from(["", "p1", "p2"]),
    ),
    max_size=40,
)


def sums(lines: list[Line], values: tuple[Decimal, ...], key: Callable[[Line], object]) -> dict[object, Decimal]:
    """Sums of values by a key of their lines."""
    found: dict[object, Decimal] = defaultdict(Decimal)
    for each, value in zip(lines, values, strict=True):
        found[key(each)] += value
    return found


def finest(each: Line) -> object:
    """项 × nature × source × vintage."""
    return each.function, each.nature, each.source, each.vintage


@given(LINES)
def test_the_whole_is_rounded_once(lines: list[Line]) -> None:
    assert sum(balance(lines)) == to_wan(sum((each.amount for each in lines), Decimal(0)))


@given(LINES)
def test_a_finest_group_is_within_a_hundredth(lines: list[Line]) -> None:
    exact = sums(lines, tuple(each.amount / 10_000 for each in lines), finest)
    rounded = sums(lines, balance(lines), finest)
    assert all(abs(rounded[key] - exact[key]) < CENT for key in exact)


@given(LINES)
def test_a_cell_of_n_groups_is_within_n_hundredths(lines: list[Line]) -> None:
    balanced = balance(lines)
    groups = {each.economic: {finest(other) for other in lines if other.economic == each.economic} for each in lines}
    exact = sums(lines, tuple(each.amount / 10_000 for each in lines), lambda each: each.economic)
    rounded = sums(lines, balanced, lambda each: each.economic)
    assert all(abs(rounded[key] - exact[key]) <= CENT * len(groups[key]) for key in exact)


@given(LINES)
def test_every_line_has_two_decimals_and_is_not_negative(lines: list[Line]) -> None:
    assert all(value >= 0 and value == round(value, 2) for value in balance(lines))


@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_no_group(lines: list[Line], random: object) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert sums(lines, balance(lines), path_of) == sums(shuffled, balance(shuffled), path_of)


def test_naive_rounding_would_not_add_up() -> None:
    lines = [line("33.34", economic=economic) for economic in ("30201", "30202", "30203")]
    assert sum(to_wan(each.amount) for each in lines) != to_wan(Decimal("100.02"))
    assert sum(balance(lines)) == Decimal("0.01")


def by_function(digits: int = 7) -> Callable[[Line], Group]:
    """Approved by function, to so many digits."""
    return lambda each: (each.function[:digits],)


def test_an_approved_figure_is_a_fixed_point() -> None:
    lines = [line("149", "2010101", "30201"), line("152", "2010101", "30202")]
    assert sum(balance(lines)) == Decimal("0.03")
    assert sum(balance(lines, Fixed({("2010101",): Decimal("0.04")}, by_function()))) == Decimal("0.04")


def test_below_a_fixed_point_the_rest_is_balanced() -> None:
    lines = [line("149", "2010101"), line("150", "2010102"), line("101", "2010103")]
    fixed = Fixed({("2010101",): Decimal("0.02")}, lambda each: (each.function,) if each.function == "2010101" else None)
    assert balance(lines, fixed) == (Decimal("0.02"), Decimal("0.01"), Decimal("0.01"))


def test_approved_figures_across_the_tree_are_met() -> None:
    """By economic classification, whose groups lie in many branches of the tree."""
    lines = [
        line("149", "2010101", "30101"),
        line("149", "2010102", "30101"),
        line("149", "2010101", "30201"),
        line("149", "2010102", "30201"),
    ]
    approved = {("301",): Decimal("0.03"), ("302",): Decimal("0.04")}
    found = balance(lines, Fixed(approved, lambda each: (each.economic[:3],)))
    assert sums(lines, found, lambda each: (each.economic[:3],)) == approved


@pytest.mark.parametrize(
    ("approved", "words"),
    [
        ({("2010101",): "0.09", ("2010201",): "0.02"}, "批复0.09万元，明细舍位后只能在0.01与0.01万元之间"),
        ({("2010101",): "0.01", ("2010201",): "0.02", ("2010301",): "0.05"}, "批复0.05万元，明细舍位后只能在0.00与0.00万元之间"),
        ({("2010101",): "0.01"}, "批复0.00万元，明细舍位后只能在0.02与0.02万元之间"),
        ({("2010101",): "0.015", ("2010201",): "0.02"}, "批复0.015万元，明细舍位后只能在0.01与0.02万元之间"),
    ],
)
def test_approved_figures_that_the_lines_cannot_become_are_refused(approved: dict[Group, str], words: str) -> None:
    first = "150" if "0.015" in approved.values() else "100"
    figures = {group: Decimal(figure) for group, figure in approved.items()}
    with pytest.raises(DoNotAddUp, match=words):
        balance([line(first, "2010101"), line("200", "2010201")], Fixed(figures, by_function()))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.decimals(0, 3, places=3)), min_size=1, max_size=8), st.data())
def test_apportioning_stays_between_low_and_high(parts: list[tuple[int, int, Decimal]], data: st.DataObject) -> None:
    bounds = [(min(low, high), max(low, high), truth) for low, high, truth in parts]
    total = data.draw(st.integers(sum(low for low, _, _ in bounds), sum(high for _, high, _ in bounds)))
    shares = apportion(total, bounds)
    assert sum(shares) == total
    assert all(low <= share <= high for share, (low, high, _) in zip(shares, bounds, strict=True))


def of_columns(each: Line) -> Group:
    """Approved by 款, nature and source."""
    return each.function[:5], each.nature, each.source


@given(LINES.filter(bool), st.data())
def test_any_reachable_approved_figures_are_met_and_the_rest_stays_close(lines: list[Line], data: st.DataObject) -> None:
    groups = sums(lines, tuple(each.amount / 100 for each in lines), of_columns)
    figures = {group: Decimal(int(truth) + (truth != int(truth) and data.draw(st.booleans()))) / 100 for group, truth in groups.items()}
    balanced = balance(lines, Fixed(figures, of_columns))
    assert sums(lines, balanced, of_columns) == figures
    exact = sums(lines, tuple(each.amount / 10_000 for each in lines), finest)
    rounded = sums(lines, balanced, finest)
    assert all(abs(rounded[key] - exact[key]) < CENT for key in exact)


def test_the_largest_remainder_goes_first() -> None:
    lines = [line("140", "2010101"), line("160", "2010102"), line("100", "2010103"), line("100", "2010104")]
    assert balance(lines) == (Decimal("0.01"), Decimal("0.02"), Decimal("0.01"), Decimal("0.01"))
    assert apportion(1, [(0, 1, Decimal("0.2")), (0, 1, Decimal("0.5")), (0, 1, Decimal("0.3"))]) == [0, 1, 0]
