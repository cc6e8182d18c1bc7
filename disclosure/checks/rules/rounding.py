"""B33: what rounding explains is said once a statement, and never stops a document."""

from disclosure.checks.rule import Case, Example, Rounded, Rule
from disclosure.core import law


def differences(case: Case) -> list[Rounded]:
    """Nothing of its own: the other rules hand over what they find within rounding."""
    return []


RULE = Rule(
    "B33", "hint", "各数分别四舍五入造成的尾差，每张表合并提示一次", law.PROCEDURE_2016, differences,
    Example({"YS03/total/total": "10.00", "YS03/total/basic": "6.00", "YS03/total/project": "4.00"}),
    Example({"YS03/total/total": "10.01"}),
)  # fmt: skip
RULES = (RULE,)
