"""The comparison in words: every case of both styles."""

from decimal import Decimal

import pytest

from disclosure.core.facts import Address
from disclosure.narrative.compare import Comparison, Phrase, compare, compare_percent, compare_with_rate, execute, versus
from disclosure.narrative.words import Wording

WORDING = Wording()


def comparison(current: str, prior: str | None) -> Comparison:
    """A comparison of two printed figures."""
    before = None if prior is None else Decimal(prior)
    change = None if before is None else Decimal(current) - before
    return Comparison("YS01.total.income", Decimal(current), before, change, "YX07")


def text(phrase: Phrase) -> str:
    """A phrase as it reads."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in phrase)


@pytest.mark.parametrize(
    ("current", "prior", "amount", "with_rate"),
    [
        ("713.83", "1173.54", "较上年预算安排减少459.71万元", "比上年减少459.71万元，下降39.17%"),
        ("418.56", "335.46", "较上年预算安排增加83.1万元", "比上年增加83.1万元，增长24.77%"),
        ("8.30", "8.30", "与上年预算安排持平", "与上年预算安排持平"),
        ("0", "0", "与上年预算安排持平", "与上年预算安排持平"),
        ("5", "0", "较上年预算安排增加5万元（上年未安排）", "比上年增加5万元，上年基数为0，不可比"),
        ("0", "5", "较上年预算安排减少5万元", "比上年减少5万元，下降100%"),
        ("5", None, "上年无可比数据", "上年无可比数据"),
    ],
)
def test_a_comparison_reads(current: str, prior: str | None, amount: str, with_rate: str) -> None:
    assert text(compare(comparison(current, prior), WORDING)) == amount
    assert text(compare_with_rate(comparison(current, prior), WORDING, "比上年")) == with_rate


def test_the_numbers_of_a_comparison_are_cells_of_the_changes() -> None:
    figures = [piece for piece in compare_with_rate(comparison("1", "2"), WORDING, "比上年") if not isinstance(piece, str)]
    assert [tuple(figure.cell) for figure in figures] == [("YX07", "YS01.total.income", "change"), ("YX07", "YS01.total.income", "rate")]


@pytest.mark.parametrize(
    ("current", "budget", "said"),
    [
        ("1709.37", "1770.56", "年初预算数为1770.56万元，决算数为1709.37万元，完成年初预算的96.5%"),
        ("10", "0", "年初预算数为0万元，决算数为10万元，年初预算未安排"),
        ("0", "0", "年初预算数为0万元，决算数为0万元"),
        ("0", "5", "年初预算数为5万元，决算数为0万元，完成年初预算的0%"),
        ("6", "5", "年初预算数为5万元，决算数为6万元，完成年初预算的120%"),
        ("-1", "5", "年初预算数为5万元，决算数为-1万元，完成年初预算的-20%"),
        ("6", None, "决算数为6万元"),
    ],
)
def test_an_execution_reads(current: str, budget: str | None, said: str) -> None:
    assert text(execute(comparison(current, budget), "年初预算", 1, Address("YX10", "x", "prior"))) == said


@pytest.mark.parametrize(
    ("current", "budget", "said"),
    [
        ("4", "5", "决算数较全年预算数减少的主要原因是：压减接待"),
        ("6", "5", "决算数较全年预算数增加的主要原因是：压减接待"),
        ("5", "5", "决算数较全年预算数无变化"),
        ("5", None, ""),
    ],
)
def test_a_difference_from_the_budget_has_its_reason(current: str, budget: str | None, said: str) -> None:
    assert text(versus(comparison(current, budget), "全年预算", "压减接待")) == said


def test_a_difference_without_a_reason_is_said_alone() -> None:
    assert text(versus(comparison("4", "5"), "全年预算", "")) == "决算数较全年预算数减少"


@pytest.mark.parametrize(
    ("current", "prior", "said"),
    [("105", "100", "比上年增长5%"), ("95", "100", "比上年下降5%"), ("5", "0", "上年基数为0，不可比"), ("5", "5", "与上年预算安排持平"),
     ("0", "5", "比上年下降100%"), ("5", None, "上年无可比数据")],
)  # fmt: skip
def test_a_comparison_by_percentage_alone_reads(current: str, prior: str | None, said: str) -> None:
    assert text(compare_percent(comparison(current, prior), WORDING, "比上年")) == said


def test_percentages_are_of_exact_amounts_where_the_place_says_so() -> None:
    exact = Comparison("a.b.c", Decimal("0.01"), Decimal("0.01"), Decimal("0.00"), "YX07", (Decimal("149"), Decimal("51")))
    assert (exact.rate(1).text, exact.completion(1).text) == ("192.2%", "292.2%")
