"""F16–F18: the same code in several tables of a final account: a part is not more than the whole, the same money is the same number."""

from disclosure.checks.conditions import Where, all_of
from disclosure.checks.places import only_fiscal
from disclosure.checks.rule import Case, Example, Rule
from disclosure.checks.rules.final_tables import final, less
from disclosure.checks.rules.spending import CODES
from disclosure.checks.ties import tie
from disclosure.core import law
from disclosure.core.money import ZERO

FISCAL_OF_ALL = "JS05/*/{0} + JS07/*/{0} + JS08/*/{0}"
CARRIED = (("opening", "income"), ("surplus_used", "income"), ("surplus_distributed", "expenditure"), ("closing", "expenditure"))


def nothing_carried(case: Case) -> bool:
    """Whether a final account neither took over nor left anything, so that every code spent what it received."""
    return case.has("JS01") and all(case.read("JS01", row, column) == ZERO for row, column in CARRIED)


RULES = (
    Rule(
        "F16", "error", "每个科目的基本支出、项目支出不小于其中的财政拨款支出；只有财政拨款的，两者相同", law.REGULATION_5,
        all_of(*(
            Where(
                only_fiscal, tie(f"JS03/*/{nature} = {FISCAL_OF_ALL.format(nature)}", *CODES),
                less(tie(f"JS03/*/{nature} ≥ {FISCAL_OF_ALL.format(nature)}", *CODES)),
            ) for nature in ("basic", "project")
        )),
        final("JS03/2012604/basic", "JS05/2012604/basic"), Example({"JS05/2012604/basic": "31.00"}),
    ),
    Rule(
        "F17", "hint", "没有年初、年末结转结余的，每个项级科目的收入等于支出", law.REGULATION_5,
        Where(nothing_carried, tie("JS02/*/total = JS03/*/total", "item")),
        final("JS02/2012604/total", "JS03/2012604/total"), Example({"JS02/2012604/total": "29.00"}),
    ),
    Rule(
        "F18", "error", "同一类科目的同一笔数，在各张决算表中相同", law.REGULATION_6,
        all_of(tie("JS07/*/total = JS04/*/fund", "class"), tie("JS08/*/total = JS04/*/soe", "class")),
        final("JS07/212/total", "JS04/212/fund"), Example({"JS04/212/fund": "3.00"}),
    ),
)  # fmt: skip
