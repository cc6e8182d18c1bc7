"""Chinese ordinals."""

import pytest

from disclosure.statements.numerals import chinese


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (26, "二十六"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
    ],
)
def test_numbers_are_written_as_headings_count(number: int, text: str) -> None:
    assert chinese(number) == text


def test_zero_has_no_ordinal() -> None:
    with pytest.raises(ValueError, match="0"):
        chinese(0)
