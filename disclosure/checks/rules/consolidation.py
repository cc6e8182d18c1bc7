"""B32: a department is the sum of its units. 财政拨款 is never passed on inside a department, since each unit is approved directly."""

from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.places import expenditure, expenditure_title
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule, Unchecked
from disclosure.checks.tie_words import column_title, row_title
from disclosure.checks.ties import HALF
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, to_yuan
from disclosure.core.words import Scope

FISCAL = ("YS05", "YS06", "YS08", "YS09", "JS05", "JS06", "JS07", "JS08")
PASSED_ON = tuple(Address(code, "total", column) for code in ("YS02", "JS02") for column in ("superior_subsidy", "subordinate_remittance"))


def sum_of_units(case: Case) -> Iterator[Found | Rounded | Unchecked]:
    """Every cell of the fiscal tables, and of 支出总表 (支出决算表) where no money was passed on inside the department, in 元."""
    held, units = {unit.code for unit in case.units}, [unit.code for unit in case.facts.agency.units]
    if case.facts.scope != Scope.DEPARTMENT or units == [case.facts.agency.code]:
        return
    if lacking := [code for code in units if code not in held]:
        yield Unchecked(Address(expenditure(case), "total", "total"), f"所属单位{'、'.join(lacking)}没有已公开的文件")
        return
    lost = dict(incomparable(case))
    yield from (Unchecked(Address(code, "total", "total"), why) for code, why in lost.items())
    for address in addresses(case, tuple(code for code in (*FISCAL, expenditure(case)) if code not in lost)):
        yield from compare(case, address)


def incomparable(case: Case) -> Iterator[tuple[str, str]]:
    """The tables that cannot be added up, and why."""
    if any(unit.figures.get(address) for unit in case.units for address in PASSED_ON):
        yield expenditure(case), f"单位之间有内部往来，{expenditure_title(case)}没有抵销记录"
    for code in (each for each in (*FISCAL, expenditure(case)) if case.has(each)):
        if any(code in unit.absent for unit in case.units):
            yield code, f"所属单位的文件没有《{case.tables[code].declared.title}》"


def addresses(case: Case, statements: tuple[str, ...]) -> dict[Address, None]:
    """Every figure of these statements that the department or a unit has."""
    tables = [case.tables[code] for code in statements if case.has(code) and case.tables[code].complete]
    own = [Address(table.declared.code, key, column) for table in tables for key, row in table.rows.items() for column in row.cells]
    theirs = [
        address for unit in case.units for address in unit.figures if any(address.statement == table.declared.code for table in tables)
    ]
    return dict.fromkeys((*own, *theirs))


def compare(case: Case, address: Address) -> Iterator[Found | Rounded]:
    """One figure in 元; printed 万元 may differ by what rounding explains."""
    cell = case.tables.find(address)
    is_exact = cell is None or cell.is_blank or cell.yuan is not None
    own = ZERO if cell is None else cell.yuan if cell.yuan is not None else to_yuan(cell.shown or ZERO)
    whole = sum((unit.figures.get(address, ZERO) for unit in case.units), ZERO)
    difference = own - whole
    is_rounding = not (is_exact and all(unit.exact for unit in case.units)) and abs(difference) <= to_yuan(HALF) * (len(case.units) + 1)
    if difference:
        yield Rounded(address, difference) if is_rounding else Found(message(case, address, own, whole), address)


def message(case: Case, address: Address, own: Decimal, whole: Decimal) -> str:
    """Both figures and their difference, in 元."""
    place = f"《{case.tables[address.statement].declared.title}》“{row_title(case, address)}”的“{column_title(case, *address[::2])}”"
    return f"{place}为{own:,.2f}元，所属{len(case.units)}个单位之和为{whole:,.2f}元，相差{abs(own - whole):,.2f}元"


RULES = (
    Rule(
        "B32", "error", "部门的财政拨款支出和支出总表等于所属单位之和", law.UNITS_2021, sum_of_units,
        Example({"YS05/total/total": "30.00", "YS03/total/total": "30.00"}, units={"YS05/total/total": "30.00", "YS03/total/total": "30.00"}),
        Example(units={"YS05/total/total": "28.00"}),
    ),
)  # fmt: skip
