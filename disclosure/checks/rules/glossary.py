"""C07 and C08: 名词解释 explains what the document uses and nothing else. A document made here explains it by itself."""

from collections.abc import Iterator

from disclosure.checks.places import expenditure, expenditure_title, standing
from disclosure.checks.rule import Case, Example, Found, Rule
from disclosure.core import law
from disclosure.core.chart import normalised
from disclosure.core.facts import Address
from disclosure.core.glossary_terms import load_source_terms
from disclosure.core.passages import TEXT
from disclosure.core.words import FISCAL
from disclosure.statements.table import TableRow

PLACE = Address(TEXT, "4", "")
OPERATING, THREE_PUBLIC = Address("YX03", "operating", "amount"), (Address("YX08", "total", "total"), Address("JS09", "total", "outturn"))
ROWS = {"nonfiscal_surplus": "surplus_used", "carryover": "opening"}  # sources that a final account calls so
ITEM = "(项)"


def unexplained(case: Case) -> Iterator[Found]:
    """A source, a 项 or a term of the field with money that is not explained."""
    if case.facts.transcript is None:
        return
    table, terms = expenditure(case), [folded(each.term) for each in case.facts.transcript.terms]
    items = {item_of(term) for term in terms if term.endswith(ITEM)}
    for name, address in owed(case):
        if case.figure(address) and not any(name in term for term in terms):
            yield Found(f"名词解释没有解释“{name}”", address)
    for key, row in used_items(case).items():
        name = folded(row.name)
        if name not in items and case.read(table, key, "total") and not any(term.endswith(name) for term in terms):
            yield Found(f"名词解释没有解释“{row.name}（项）”", Address(table, key, "total"))


def owed(case: Case) -> Iterator[tuple[str, Address]]:
    """The sources and terms that must be explained, and the figure that makes it so; 上年结转（结余） may be called 上年结转."""
    for key, term in load_source_terms(case.facts.kind).items():
        if place := source_at(case, key):
            yield folded(term.term).partition("(")[0], place
    yield folded("机关运行经费"), OPERATING
    yield folded("“三公”经费"), standing(case, *THREE_PUBLIC)


def source_at(case: Case, key: str) -> Address | None:
    """Where a source stands; 财政拨款 stands for its three budgets."""
    if key in FISCAL:
        return None
    if case.has("JS02"):
        return Address("JS02", "total", key) if key in case.tables["JS02"].columns() else Address("JS01", ROWS[key], "income")
    return Address("YS01", key, "income") if key in case.tables["YS01"].rows else None


def unused(case: Case) -> Iterator[Found]:
    """A 项 that is explained though nothing is spent on it."""
    if case.facts.transcript is None or not (items := used_items(case)):
        return
    used = {folded(row.name) for row in items.values()}
    for each in case.facts.transcript.terms:
        term = folded(each.term)
        if term.endswith(ITEM) and item_of(term) not in used:
            yield Found(f"名词解释解释了“{each.term}”，{expenditure_title(case)}没有这个科目", PLACE)


def used_items(case: Case) -> dict[str, TableRow]:
    """The 项 of 支出总表, or 支出决算表, that have a name."""
    return {key: row for key, row in case.tables[expenditure(case)].rows.items() if row.level == "item" and row.name}


def item_of(term: str) -> str:
    """…(类)…(款)行政运行(项) → 行政运行."""
    return term.rpartition("(款)")[2].removesuffix(ITEM)


def folded(term: str) -> str:
    """A term as it compares: 机关（单位）运行费 is 机关运行经费, with or without quotation marks."""
    return normalised(term).replace("经费", "费").replace("(单位)", "").replace('"', "")


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
