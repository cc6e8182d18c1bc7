"""The comparison in words: every case of both styles."""

from decimal import Decimal

import pytest

from disclosure.narrative.compare import Comparison, Phrase, compare, compare_with_rate
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
