"""Numbers as Chinese headings count: 一、十一、二十六、一百零二. Knows nothing else."""

import re

DIGITS = "零一二三四五六七八九"
UNITS = ("千", "百", "十", "")


def chinese(number: int) -> str:
    """1–9999 in Chinese; raises ValueError beyond."""
    if not 1 <= number <= 9999:
        raise ValueError(f"不能写成中文序号：{number}")
    written = "".join(DIGITS[int(digit)] + (unit if digit != "0" else "") for digit, unit in zip(f"{number:04d}", UNITS, strict=True))
    text = re.sub("零+", "零", written).strip("零")
    return text.removeprefix("一") if text.startswith("一十") else text
