"""Targets (指标值) of performance indicators as printed: operator, figure, unit, or words; and whether what was reached (实际完成值) reaches
them. Knows no rules and no indicators' tree.

`parse_target` never guesses: what is not clearly one figure with a unit stays words; what says nothing at all is None. `judge` never
guesses either: what cannot be compared is "unjudgeable".
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Operator = Literal["=", ">=", "<=", ">", "<"]
Judgement = Literal["reached", "missed", "unjudgeable"]


@dataclass(frozen=True, slots=True)
class Target:
    """One figure to reach or to stay within: ≥90% is (">=", 90, "%"); the unit is "" where none is printed."""

    operator: Operator
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Qualitative:
    """A target in words (有效减轻), or with figures that are not one bound (2025年12月底前, 90%-95%)."""

    text: str


# As typed in forms; full-width ASCII (％ ＞ ０) is folded first, so it needs no entry.
OPERATORS: dict[str, Operator] = {
    **dict.fromkeys(("≥", "≧", "⩾", ">=", "不低于", "不少于", "不小于", "大于等于", "大于或等于"), ">="),
    **dict.fromkeys(("≤", "≦", "⩽", "<=", "不超过", "不高于", "不大于", "不多于", "小于等于", "小于或等于"), "<="),
    **dict.fromkeys((">", "大于", "高于", "多于", "超过"), ">"),
    **dict.fromkeys(("<", "小于", "低于", "少于"), "<"),
    **dict.fromkeys(("=", "等于"), "="),
}
SIGNS: dict[Operator, str] = {">=": "≥", "<=": "≤", "=": "＝", ">": "＞", "<": "＜"}  # as printed
# 民法典第一千二百五十九条: 以上, 以下 and 以内 include the figure itself.
BOUNDS: dict[str, Operator] = {"以上": ">=", "以下": "<=", "以内": "<="}
FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans("﹪﹥﹤﹦−", "%><=-")
RATE_UNITS = frozenset({"%", "‰", "百分点", "个百分点"})

TARGET = re.compile(
    r"(?:每(?:年|季度|季|月|周|日|天))?"
    rf"(?P<operator>{'|'.join(sorted(map(re.escape, OPERATORS), key=len, reverse=True))})?"
    r"(?P<value>[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
    # A unit has no figures but those of m2 and m3; a sentence after the figure is no unit, nor is a deadline or an "about".
    r"(?P<unit>%|‰|(?!.*(?:左右|前|底|末|止))(?:m[23]|[^0-9%‰.,:;!?~()<>=≥≤、。—-]){0,12}?)"
    rf"(?:[及含]?(?P<bound>{'|'.join(BOUNDS)}))?"
)
LAST_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")
# 率 that is no share of a whole: printed in 次, 元, 千瓦, per 100,000, or in words (工作效率有所提高).
NO_SHARE = (
    "利率",
    "费率",
    "汇率",
    "税率",
    "频率",
    "效率",
    "功率",
    "速率",
    "心率",
    "分辨率",
    "容积率",
    "周转率",
    "死亡率",
    "发病率",
    "患病率",
)
FIRST_YEAR, WHOLE = 1900, 100
DONE = re.compile("(?:已|全部|均已|已全部)?(?:完成|达成|达到|达标)(?:目标|任务)?[。.]?")
UNDONE = re.compile("(?:未|尚未|没有)(?:完成|达成|达到|达标)|部分(?:完成|达成|达标)")


def parse_target(text: str) -> Target | Qualitative | None:
    """What a printed target means; None where it cannot mean anything: blank, "-", a lone sign, ≤95%以上. 每年 is not kept in the unit."""
    folded = fold(text)
    if not any(char.isalnum() for char in folded):
        return None
    found = TARGET.fullmatch(folded)
    if not found or _is_date(found):
        return Qualitative(text.strip())
    return _target(found)


def write_target(operator: Operator, value: str, unit: str) -> str:
    """A figure as it is printed: ≥5000卷, ＝100%."""
    return f"{SIGNS[operator]}{value}{unit}"


def parts_of(text: str) -> tuple[Operator, str, str] | None:
    """Operator, figure and unit of a target, as a form takes them apart; None for words, and for 每年不少于1次, which is more than its parts."""
    target = parse_target(text)
    if not isinstance(target, Target) or fold(text).startswith("每"):
        return None
    return target.operator, f"{target.value}", target.unit


def fold(text: str) -> str:
    """Full-width signs and figures as ASCII, without white space. Not NFKC, which would turn m² into m2 and ℃ into °C."""
    return re.sub(r"\s+", "", text).translate(FOLD)


def fits_rate(target: Target) -> bool:
    """Whether the unit is one of a rate: % , ‰ or percentage points."""
    return target.unit in RATE_UNITS


def is_rate_name(name: str) -> bool:
    """Whether an indicator's name promises a rate. Conservative: 率, 比例 or 占比 at the end, or a 满意度 that is not being counted."""
    bare = LAST_BRACKET.sub("", fold(name))
    if "满意度" in bare:
        return not bare.endswith(("数", "数量", "测评", "调查", "问卷", "测试"))  # 满意度调查次数 counts surveys
    return bare.endswith(("率", "比例", "占比")) and not bare.endswith(NO_SHARE)


def _target(found: re.Match[str]) -> Target | None:
    operator, bound = OPERATORS.get(found["operator"]), BOUNDS.get(found["bound"])
    if operator and bound and operator[0] != bound[0]:
        return None
    return Target(operator or bound or "=", Decimal(found["value"].replace(",", "")), found["unit"])


def _is_date(found: re.Match[str]) -> bool:
    """12月 and 2025年 without an operator are a month and a year, not twelve months."""
    if found["operator"]:
        return False
    is_year = found["unit"] in ("年", "年度") and Decimal(found["value"].replace(",", "")) >= FIRST_YEAR
    return is_year or found["unit"] in ("月", "月份")


def judge(target: str, actual: str) -> Judgement:
    """Whether what was reached reaches the target; words only where they repeat the target or say that it is done or not."""
    wanted, found = fold(target), fold(actual)
    if not found:
        return "unjudgeable"
    if UNDONE.match(found):
        return "missed"
    if found == wanted:
        return "reached"
    asked, got = parse_target(target), parse_target(actual)
    if isinstance(asked, Target) and isinstance(got, Target):
        return _compared(asked, got, is_exact=wanted.startswith(("=", "等于"))) if _same_unit(asked, got) else "unjudgeable"
    return "reached" if isinstance(asked, Qualitative) and DONE.fullmatch(found) else "unjudgeable"


def _same_unit(asked: Target, got: Target) -> bool:
    """A figure without a unit is one of the target's, unless that is a rate: 0.9 and 90 may both be meant."""
    return asked.unit == got.unit or (not got.unit and not fits_rate(asked))


def _compared(asked: Target, got: Target, *, is_exact: bool) -> Judgement:
    """A figure, or a bound of one, against a bound: ≥95% reaches ≥90%, ≤85% misses it, ≥85% may do either."""
    if asked.operator == "=":
        return _equalled(asked, got, is_exact=is_exact)
    ahead = (got.value - asked.value) * (1 if asked.operator[0] == ">" else -1)
    is_strict, is_short = (each.operator in ("<", ">") for each in (asked, got))  # the figure itself does not count
    if got.operator[0] in ("=", asked.operator[0]) and (ahead > 0 or (ahead == 0 and (is_short or not is_strict))):
        return "reached"
    if got.operator[0] != asked.operator[0] and (ahead < 0 or (ahead == 0 and (is_short or is_strict))):
        return "missed"
    return "unjudgeable"


def _equalled(asked: Target, got: Target, *, is_exact: bool) -> Judgement:
    """A figure against one to be met; below 100%, or below one that is written with ＝, it is missed; what is more may be better or worse."""
    is_whole = asked.value == WHOLE and asked.unit == "%"
    if got.operator != "=":
        return "unjudgeable"
    if got.value == asked.value or (is_whole and got.value > WHOLE):
        return "reached"
    return "missed" if got.value < asked.value and (is_whole or is_exact) else "unjudgeable"
