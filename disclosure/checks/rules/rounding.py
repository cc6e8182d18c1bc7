"""B33 and B34: what rounding explains is said once a statement, what it cannot keep once a document; neither stops one."""

from collections.abc import Iterator

from disclosure.checks.rule import Case, Example, Found, Rounded, Rule
from disclosure.core import law
from disclosure.core.facts import Address


def differences(case: Case) -> list[Rounded]:
    """Nothing of its own: the other rules hand over what they find within rounding."""
    return []


def unmet_figures(case: Case) -> Iterator[Found]:
    """An approved figure that the lines cannot become: the document is rounded independently."""
    if case.unmet:
        statement = "YS03" if case.has("YS03") else next(iter(case.tables))
        yield Found(f"{case.unmet}；本文件改为各数分别四舍五入，各项相加可能有尾差，请核对批复数和填报数", Address(statement, "", ""))


GATHERED = Rule(
    "B33", "hint", "各数分别四舍五入造成的尾差，每张表合并提示一次", law.PROCEDURE_2016, differences,
    Example({"YS03/total/total": "10.00", "YS03/total/basic": "6.00", "YS03/total/project": "4.00"}),
    Example({"YS03/total/total": "10.01"}),
)  # fmt: skip
RULES = (
    GATHERED,
    Rule(
        "B34", "hint", "批复到0.01万元的数，明细舍位后与它相等", law.PROCEDURE_2016, unmet_figures,
        Example({"YS03/total/total": "10.00"}), Example(unmet="功能科目2012604批复10.02万元，明细舍位后只能在10.00与10.01万元之间"),
    ),
)  # fmt: skip
