"""C07 and C08: 名词解释 explains what the document uses and nothing else. A document made here explains it by itself."""

from collections.abc import Iterator

from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.core import law
from disclosure.core.chart import normalised
from disclosure.core.facts import Address
from disclosure.core.glossary_terms import load_source_terms
from disclosure.core.passages import TEXT
from disclosure.core.words import FISCAL

PLACE = Address(TEXT, "4", "")
FIELD = (("机关运行经费", Address("YX03", "operating", "amount")), ("“三公”经费", Address("YX08", "total", "total")))
ITEM, ITEMS = "(项)", ("（项）", "(项)")


def unexplained(case: Case) -> Iterator[Found]:
    """A source, a 项 or a term of the field with money that is not explained."""
    if case.facts.transcript is None:
        return
    explained = [folded(each.term) for each in case.facts.transcript.terms]
    for name, address in owed(case):
        wanted = folded(name).partition("(")[0] if not name.endswith(ITEMS) else folded(name)
        if case.figure(address) and not any(wanted in term for term in explained):
            yield Found(f"名词解释没有解释“{name}”", address)


def owed(case: Case) -> Iterator[tuple[str, Address]]:
    """What must be explained, and the figure that makes it so."""
    for key, term in load_source_terms().items():
        if key in case.tables["YS01"].rows and key not in FISCAL:  # 财政拨款 stands for its three budgets
            yield term.term, Address("YS01", key, "income")
    for key, row in case.tables["YS03"].rows.items():
        if row.level == "item" and row.name:
            yield f"{row.name}（项）", Address("YS03", key, "total")
    yield from FIELD


def unused(case: Case) -> Iterator[Found]:
    """A 项 that is explained though nothing is spent on it."""
    used = [folded(f"{row.name}（项）") for row in case.tables["YS03"].rows.values() if row.level == "item"]
    for each in case.facts.transcript.terms if case.facts.transcript and used else ():
        term = folded(each.term)
        if term.endswith(ITEM) and not any(term.endswith(name) for name in used):
            yield Found(f"名词解释解释了“{each.term}”，支出总表没有这个科目", PLACE)


def folded(term: str) -> str:
    """A term as it compares: 机关运行费 is 机关运行经费."""
    return normalised(term).replace("经费", "费")


USED = Example(
    {"YS01/fiscal/income": "30.00", "YS03/2012604/total": "30.00"}, terms=("财政拨款", "一般公共服务支出（类）档案事务（款）档案馆（项）")
)
RULES = (
    Rule(
        "C07", "warning", "名词解释覆盖用到的收入、项级科目、机关运行经费和“三公”经费", law.PROCEDURE_2016, unexplained,
        USED, Example(terms=("财政拨款",)),
    ),
    Rule(
        "C08", "warning", "名词解释不解释没有用到的项级科目", law.PROCEDURE_2016, unused,
        USED, Example(terms=("财政拨款", "一般公共服务支出（类）档案事务（款）档案馆（项）", "教育支出（类）普通教育（款）小学教育（项）")),
    ),
)  # fmt: skip
