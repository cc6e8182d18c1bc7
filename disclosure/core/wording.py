"""What words give away: template residue, directions, years and amounts in running text. Knows no rule and no document."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.core.money import TEN_THOUSAND
from disclosure.core.targets import fold

# What a template leaves to choose or to fill in; nobody means it.
RESIDUE = re.compile(
    r"(?:增加|增长|上升|增)[(/](?:减少|下降|减)\)?|(?:减少|下降|减)[(/](?:增加|增长|增)\)?|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|_{3,}|\{\w*\}"
    r"|\((?:增加|减少|具体|填写|请填写?|此处填写?)(?:内容|原因|说明)\)|各部门结合实际进行解释|主要原因是:?(?=[。;,])"
    r"|PAGEREF|HYPERLINK|#REF!|#N/A|#VALUE!|错误!未(?:找到|定义)[^。,;]{0,6}"
)
# What looks left over: a person decides.
LEFT_OVER = re.compile(
    r"\((?:上年|本年|直属机构|区委|县委|市委|如有|没有的填0|[^()]{0,20}(?:截止时间|单选|二选一))\)|[;,、。]{2,}|\.{3,}|…|局部门部门|[^\d]×[^\d]"
)
RISING = ("增加", "新增", "增长", "提高", "提标", "扩大", "上调", "调增", "上涨", "增编", "增人", "追加", "加大")
FALLING = ("压减", "压缩", "缩减", "减少", "削减", "调减", "过紧日子", "节约", "下降", "降低", "精简", "只减不增", "取消", "核减", "收紧")
NEITHER = re.compile(r"提高[^，。；,;]{0,10}(?:效益|效率|质量|水平|能力)|(?:控制|不再|没有)[^，。；,;]{0,4}新增")  # no rise of money
COUNTED_ON = re.compile(r"截[至止]\s*((?:19|20)\d\d)年")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
# Titles, document numbers and days of counting name other years rightly.
QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|\[[^\]]*\]|截[至止][^,。;]{0,16}|[一-龥]{0,6}\(\d{4}\)\d+号")
AMOUNT = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(亿元|万元|元)(?!以上|以下|以内)")
IN_WAN = {"亿元": TEN_THOUSAND, "万元": Decimal(1), "元": 1 / TEN_THOUSAND}


def residue(text: str) -> list[str]:
    """The residue of a text, in its order."""
    return [found[0] for found in RESIDUE.finditer(fold(text))]


def left_over(text: str) -> list[str]:
    """What looks left over, in its order."""
    return [found[0] for found in LEFT_OVER.finditer(fold(text))]


def tendency(text: str) -> int:
    """1 where a reason speaks of a rise alone, -1 of a fall alone, 0 of both or neither."""
    said = NEITHER.sub("", text)
    rises, falls = any(word in said for word in RISING), any(word in said for word in FALLING)
    return int(rises) - int(falls)


def years(text: str) -> Iterator[int]:
    """The years that a text names outside of titles, document numbers and days of counting."""
    return (int(year) for year in YEAR.findall(QUOTED.sub("", fold(text))))


def counting_years(text: str) -> Iterator[int]:
    """The years of the days on which things were counted: 截至2023年9月30日."""
    return (int(year) for year in COUNTED_ON.findall(fold(text)))


def amounts(text: str) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Every amount of a text: as printed, in 万元, and by how much its rounding may hide."""
    for found in AMOUNT.finditer(fold(text)):
        value, factor = Decimal(found[1].replace(",", "")), IN_WAN[found[2]]
        half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
        yield found[0], value * factor, half * factor
