"""F19 and F20: a final account carries on from the documents that were released before it: last year's, and the budget of the year."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from disclosure.checks.rule import Case, Example, Found, OtherDocument, Rule
from disclosure.checks.tie_words import bare, column_title, name_without_row, quoted, row_title, title_of
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, to_yuan
from disclosure.statements.changes import level_of
from disclosure.statements.words import Across, Against, Budgeted, Row

FUNDS = ("general", "fund", "soe")
CARRIED = (
    (Address("JS01", "opening", "income"), Address("JS01", "closing", "expenditure")),
    (Address("JS04", "opening", "income"), Address("JS04", "closing", "total")),
    *((Address("JS04", f"opening_{fund}", "income"), Address("JS04", "closing", fund)) for fund in FUNDS),
)
OWN_CLOSING = Address("YX07", "JS01.closing.expenditure", "prior")
SLACK, PRINTED = Decimal(50), Decimal(100)  # 元: half of what a table in 万元 prints, and all of it


class Own(NamedTuple):
    """A figure of this document in 元, where it stands, and by how much print may hide it."""

    at: Address
    yuan: Decimal
    slack: Decimal


def not_carried_on(case: Case) -> Iterator[Found]:
    """An opening balance that is not last year's closing one, or a given figure of last year that is not the released one."""
    if (last := case.others.get("last_year")) is None:
        yield from other_closing(case)
        return
    for own, closing in carried(case, last):
        if differs(last, own, amount := released(last, closing)):
            yield Found(both(place_of(case, own.at), own, f"{last.title}的{place_of(case, closing)}", amount), own.at)
    for own in given(case.facts.prior.figures):
        if differs(last, own, amount := released(last, own.at)):
            yield Found(both(f"填报的{case.facts.year - 1}年{place_of(case, own.at)}", own, last.title, amount), own.at)


def other_closing(case: Case) -> Iterator[Found]:
    """Without last year's document: the balance that the filing, or the text, gives of the end of last year."""
    row = case.tables[OWN_CLOSING.statement].rows.get(OWN_CLOSING.row) if case.has("JS01") else None
    own = own_at(case, CARRIED[0][0]) if row else None
    cell = row.cells["prior"] if row else None
    if not own or not cell or cell.shown is None:
        return
    closing = to_yuan(cell.shown) if cell.yuan is None else cell.yuan
    if abs(own.yuan - closing) > (ZERO if cell.yuan is not None and not own.slack else SLACK * 3):
        amounts = f"为{own.yuan:,.2f}元，上年年末数为{closing:,.2f}元，相差{abs(own.yuan - closing):,.2f}元"
        yield Found(f"{place_of(case, own.at)}{amounts}；年初数应等于上年年末数，请核对两年的数", own.at, (OWN_CLOSING,))


def carried(case: Case, last: OtherDocument) -> Iterator[tuple[Own, Address]]:
    """What was carried over: in all, of each fund, of each item of the fund table."""
    there = (row for code, row, column in last.figures if (code, column) == ("JS07", "closing"))
    rows = [row for row in dict.fromkeys((*(case.tables["JS07"].rows if case.has("JS07") else ()), *there)) if level_of(row) == "item"]
    for opening, closing in (*CARRIED, *((Address("JS07", row, "opening"), Address("JS07", row, "closing")) for row in rows)):
        if case.has(opening.statement) and (own := own_at(case, opening)):
            yield own, closing


def given(figures: Mapping[Address, Decimal]) -> Iterator[Own]:
    """What the filing gives of another document; what is whole in 万元 with two decimals may be typed from print."""
    return (Own(address, amount, ZERO if amount % PRINTED else SLACK) for address, amount in figures.items())


def own_at(case: Case, address: Address) -> Own | None:
    """A figure of this document; None where it is not known."""
    cell, figure = case.tables.find(address), case.figure(address)
    if cell and cell.yuan is not None:
        return Own(address, cell.yuan, ZERO)
    return None if figure is None else Own(address, to_yuan(figure), ZERO if case.facts.transcript is None else SLACK)


def released(other: OtherDocument, *addresses: Address) -> Decimal | None:
    """The sum of released figures; None where one is not known: what an exact document does not name is 0."""
    known = {address.statement for address in other.figures}
    if not other.exact and any(address.statement not in known for address in addresses):
        return None
    return sum((other.figures.get(address, ZERO) for address in addresses), ZERO)


def differs(other: OtherDocument, own: Own, amount: Decimal | None) -> bool:
    """Whether a figure is not the released one, as far as print tells both."""
    return amount is not None and abs(own.yuan - amount) > max(own.slack, ZERO if other.exact else SLACK)


def both(place: str, own: Own, there: str, amount: Decimal | None) -> str:
    """Both figures and their difference in 元, and what to do."""
    other = amount or ZERO
    amounts = f"{place}为{own.yuan:,.2f}元，{there}为{other:,.2f}元，相差{abs(own.yuan - other):,.2f}元"
    return f"{amounts}；可以改用公开文件的数"


def place_of(case: Case, address: Address) -> str:
    """《…》“年初结转和结余”; a column that says more is named."""
    table = case.tables[address.statement]
    column = f"的{quoted(column_title(case, address.statement, address.column))}" if len(table.panels[-1].declared.columns) > 1 else ""
    return f"{title_of(case, address.statement)}{quoted(bare(row_title(case, address)))}{column}"


def other_budget(case: Case) -> Iterator[Found]:
    """A figure of the budget that is not the one of the released budget."""
    if (budget := case.others.get("budget")) is None or not case.has("JS01"):
        return
    places = dict(planned(case))
    alone = {of[0]: place for place, of in places.items() if len(of) == 1}
    for own in given(case.facts.budget.figures):
        if differs(budget, own, amount := released(budget, own.at)):
            here = alone.get(own.at, Address("YX10", "", ""))
            yield Found(both(f"填报的年初预算{budget_name(case, own.at, here)}", own, budget.title, amount), here)
    for place, of in places.items() if case.facts.transcript else ():
        printed = None if any(at in case.facts.budget.figures for at in of) else printed_at(case, place)
        if printed and differs(budget, printed, amount := released(budget, *of)):
            yield Found(both(budget_name(case, of[0], place), printed, budget.title, amount), place)


def planned(case: Case) -> Iterator[tuple[Address, tuple[Address, ...]]]:
    """Where this document has figures of the budget, and which: 年初预算数 of 公开09, and of the statements of execution."""
    for code, table in case.tables.items():
        for word in (word for panel in table.declared.panels for word in panel.rows):
            if isinstance(word, Row) and isinstance(word.content, Across):
                found = word.content.columns.items()
                yield from ((Address(code, word.key, column), each.addresses) for column, each in found if isinstance(each, Budgeted))
            elif isinstance(word, Against) and not word.inside:
                keys = ((key, key.split(".")[1]) for key in table.rows)
                yield from ((Address(code, key, "prior"), (at,)) for key, row in keys if (at := word.other(row, level_of(row) or "line")))


def printed_at(case: Case, place: Address) -> Own | None:
    """What an original prints of its budget."""
    if place.column != "prior":
        return own_at(case, place)
    shown = case.tables[place.statement].rows[place.row].cells["prior"].shown
    return None if shown is None else Own(place, to_yuan(shown), SLACK)


def budget_name(case: Case, address: Address, here: Address) -> str:
    """A figure of the budget in the words of this document, else by its code."""
    if here.row:
        column = "“年初预算数”" if here.column == "prior" else quoted(column_title(case, here.statement, here.column))
        return f"{quoted(bare(row_title(case, here)))}的{column}"
    return quoted(f"{address.row} {name_without_row(case, address.row)}".strip())


RULES = (
    Rule(
        "F19", "error", "年初结转和结余等于上年年末数，填报的上年数与上年公开的文件相同", law.BUDGET_LAW_80, not_carried_on,
        Example({"JS01/opening/income": "5.00"}, kind="final", others={"last_year/JS01/closing/expenditure": "5.00"}),
        Example({"JS01/opening/income": "6.00"}),
    ),
    Rule(
        "F20", "error", "年初预算数与公开的预算相同", law.BUDGET_LAW_80, other_budget,
        Example({"JS04/201/total": "30.00"}, texts={"budget/YS04/201/total": "28.00"}, kind="final", others={"budget/YS04/201/total": "28.00"}),
        Example(texts={"budget/YS04/201/total": "29.00"}),
    ),
)  # fmt: skip
