"""C: what every document must hold. Blank is not zero: a section that nobody filled in must not be published as nothing."""

from collections.abc import Iterator

from disclosure.checks.rule import Case, Found, Rule
from disclosure.core import law
from disclosure.core.facts import Address, Facts

SECTIONS = (
    ("headcount.", "编制和实有人数", Address("YX06", "posts", "count")),
    ("procurement.", "政府采购预算", Address("YX04", "total", "amount")),
    ("assets.", "国有资产占有使用情况", Address("YX05", "vehicles", "count")),
)


def unfilled_sections(case: Case) -> Iterator[Found]:
    """A section without a single figure: no vehicles is 0, not blank."""
    for prefix, name, address in SECTIONS:
        if not is_filled(case.facts, prefix):
            yield Found(f"没有填报{name}；确实没有的填0", address)


def is_filled(facts: Facts, prefix: str) -> bool:
    """Whether any figure of the section was entered; assets also need the day they were counted."""
    entered = any(key.startswith(prefix) for key in facts.entered)
    return entered and (prefix != "assets." or facts.assets_as_of is not None)


RULES = (Rule("C01", "error", "机构人员、政府采购和国有资产都已填报", law.PROCEDURE_2016, unfilled_sections),)
