"""N14–N19: percentages, shares, changes and reasons in the text of a final account."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosure.checks.conditions import all_of
from disclosure.checks.places import compared_name, has_institutions, other_name, with_stated
from disclosure.checks.rule import Case, Example, Found, Rounded, Rule, Unchecked
from disclosure.checks.rules.changes import signed
from disclosure.checks.rules.final_fiscal import PUBLIC
from disclosure.checks.tie_words import column_title, quoted, row_title
from disclosure.checks.ties import HALF, Result, tie
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, write_grouped, write_trimmed
from disclosure.core.transcript import Stated, is_comparison
from disclosure.statements.words import Across, Ratio, Row

OPERATING = "YX03.operating.amount"
RETIRED, WELFARE = Address("JS06", "303", "amount"), "303"
ELSEWHERE = {  # where a figure stands that the text need not repeat
    Address("YX13", "income", "total"): Address("JS01", "income_this_year", "income"),
    Address("YX13", "spending", "total"): Address("JS03", "total", "total"),
    Address("YX14", "evaluated", "total"): Address("JS03", "total", "project"),
    Address("YX04", "micro", "amount"): Address("YX04", "total", "sme"),
}
SUBJECTS = {  # what a reason may be about, and the 款 of 对个人和家庭的补助 that it may mean
    "离休": ("30301",), "退休": ("30302",), "退职": ("30303",), "退役": ("30303",), "抚恤": ("30304",), "丧葬": ("30304",),
    "遗属": ("30305",), "补助": ("30305", "30307", "30399"), "补贴": ("30305", "30310", "30399"), "救济": ("30306",), "救助": ("30306",),
    "医疗": ("30307",), "助学": ("30308",), "奖学": ("30308",), "奖励": ("30309",), "独生子女": ("30309",), "保险": ("30311", "30399"),
    "代缴": ("30311",), "慰问": ("30399",),
}  # fmt: skip


def rates_of_nothing(case: Case) -> Iterator[Found]:
    """A completion rate though nothing was budgeted; 增减比例 without a base is L05's."""
    for place, row in with_stated(case, "completion"):
        prior, rate = row.cells["prior"].shown, row.cells["completion"].shown
        if prior == ZERO and rate is not None:
            budget = other_name(case, place.statement)
            said = f"{compared_name(case, place)}{budget}为0，却写完成{budget}的{write_trimmed(rate)}%"
            yield Found(f"{said}；没有基数不写百分比，改为“{budget}未安排”", place)


def percentages(case: Case) -> Iterator[tuple[Stated, str, Decimal | None, Decimal | None]]:
    """Every stated percentage of two figures: what it is of in words, the part and the whole."""
    for each in case.stated:
        address = each.address
        if address.column == "completion" and is_comparison(address) and (row := case.tables[address.statement].rows.get(address.row)):
            name = f"{compared_name(case, address)}的{other_name(case, address.statement)}完成率"
            yield each, name, row.cells["current"].shown, row.cells["prior"].shown
        elif ratio := ratio_at(case, address):
            part, whole = (address._replace(column=column) for column in (ratio.part, ratio.whole))
            name = f"{quoted(row_title(case, address))}的{quoted(column_title(case, *part[::2]))}的占比"
            yield each, name, known(case, part), known(case, whole)


def ratio_at(case: Case, address: Address) -> Ratio | None:
    """The two figures of a percentage in a statement that no table prints."""
    declared = case.tables[address.statement].declared
    for panel in declared.panels if not declared.printed and not declared.form else ():
        of_row = next((row.content for row in panel.rows if isinstance(row, Row) and row.key == address.row), None)
        column = next((column.content for column in panel.columns if column.key == address.column), None)
        content = of_row.columns.get(address.column) if isinstance(of_row, Across) else column
        if isinstance(content, Ratio):
            return content
    return None


def known(case: Case, address: Address) -> Decimal | None:
    """The figure as the text gives it, or where else it stands; what nobody says is not 0."""
    cell = case.tables.find(address)
    if cell and cell.shown is not None:
        return cell.shown
    return case.figure(ELSEWHERE[address]) if address in ELSEWHERE else None


def percentages_do_not_fit(case: Case) -> Iterator[Found]:
    """A percentage that is not the part divided by the whole."""
    for stated, name, part, whole in percentages(case):
        if part is None or not whole:
            continue
        exact = part * 100 / whole
        slack = (HALF * 100 + abs(exact) * HALF) / abs(whole) + Decimal(5).scaleb(int(stated.value.as_tuple().exponent) - 1)
        if abs(exact - stated.value) > slack:
            figures = f"{write_grouped(part)}万元÷{write_grouped(whole)}万元，应为{write_trimmed(round(exact, 2))}%"
            yield Found(f"{name}：{figures}，写的是{write_trimmed(stated.value)}%", stated.address)


def shares_of_nothing(case: Case) -> Iterator[Found]:
    """A share where the whole is 0."""
    for stated, name, _, whole in percentages(case):
        if whole == ZERO and stated.address.column != "completion":
            yield Found(f"{name}写{write_trimmed(stated.value)}%，总额却是0；没有基数，删去这个占比", stated.address)


def parts_of_operating(case: Case) -> Iterator[Result]:
    """The change of 机关运行经费 beside those of the classes that it consists of, where it is all 公用经费."""
    whole = case.tables[case.changes].rows.get(OPERATING)
    total = whole.cells["change"].shown if whole else None
    if total is None or not is_all_public(case):
        return
    place, changes = Address(case.changes, OPERATING, "change"), [change_of(case, code) for code in PUBLIC]
    parts = [each for each in changes if each is not None]
    if len(parts) == len(changes):
        yield from parts_add_up(place, total, sum(parts, ZERO), sum(bool(each) for each in parts))
    elif case.facts.transcript:  # N01 asks for what is unknown of last year
        yield Unchecked(place, "没有写全公用经费各类的增减额")


def is_all_public(case: Case) -> bool:
    """Whether 机关运行经费 is the whole 公用经费, as far as this year's figures tell."""
    operating, public = case.read("YX03", "operating", "amount"), case.read("JS06", "public", "amount") if case.has("JS06") else None
    is_same = operating is None or public is None or abs(operating - public) <= HALF * 2
    return case.has("JS06") and not has_institutions(case) and is_same


def parts_add_up(place: Address, total: Decimal, summed: Decimal, number: int) -> Iterator[Result]:
    """Both changes; each is the difference of two rounded figures."""
    if abs(summed - total) > HALF * 2 * (number + 1):
        message = f"机关运行经费{signed(total)}，公用经费各类合计{signed(summed)}，相差{write_grouped(abs(summed - total))}万元"
        others = tuple(place._replace(row=f"JS06.{code}.amount") for code in PUBLIC)
        yield Found(f"{message}；请核对两处的上年数", place, others)
    elif summed != total:
        yield Rounded(place, summed - total)


def change_of(case: Case, code: str) -> Decimal | None:
    """The change of a class of basic spending; one that neither has money nor is told of did not change."""
    row = case.tables[case.changes].rows.get(f"JS06.{code}.amount")
    change = row.cells["change"].shown if row else None
    return ZERO if change is None and code != "302" and case.figure(Address("JS06", code, "amount")) == ZERO else change


def reason_of_other_money(case: Case) -> Iterator[Found]:
    """A reason for a rise of 对个人和家庭的补助 that speaks of other money than what was spent."""
    reason, row = case.facts.reasons.get(RETIRED, ""), case.tables[case.changes].rows.get(".".join(RETIRED))
    named = {word: codes for word, codes in SUBJECTS.items() if word in reason}
    if not case.has("JS06") or not named or row is None or (row.cells["change"].shown or ZERO) <= ZERO:
        return
    paid = [code for code in case.below("JS06").get(WELFARE, ()) if case.figure(Address("JS06", code, "amount"))]
    if paid and not any(code in paid for codes in named.values() for code in codes):
        yield Found(unfit(case, named, paid), RETIRED, tuple(Address("JS06", code, "amount") for code in paid))


def unfit(case: Case, named: Mapping[str, object], paid: list[str]) -> str:
    """What the reason speaks of, and where the money stands."""
    listed = "、".join(quoted(row_title(case, Address("JS06", code, "amount"))) for code in paid)
    return f"对个人和家庭补助支出的增减原因讲的是{'、'.join(named)}，有金额的却只有{listed}；请核对科目或原因"


COMPOSITION = all_of(
    *(tie(f"YX13/income/{column} = JS02/total/{column}") for column in ("fiscal", "institutional", "operating")),
    tie("YX13/income/other = JS02/total/superior_subsidy + JS02/total/subordinate_remittance + JS02/total/other"),
    *(tie(f"YX13/spending/{column} = JS03/total/{column}") for column in ("basic", "project", "operating")),
    tie("YX13/spending/other = JS03/total/remitted_upward + JS03/total/subsidy_to_subordinate"),
)
SPENT = {"YX10/JS04.208.total/prior": "20.00", "JS04/208/total": "10.00", "YX10/JS04.208.total/completion": "50%"}
FALL = {f"YX07/{row}/change": "-5.00" for row in ("YX03.operating.amount", "JS06.302.amount")}
PENSION = {"JS06/303/amount": "8.00", "JS06/30302/amount": "8.00", "YX07/JS06.303.amount/change": "2.00"}
RULES = (
    Rule(
        "N14", "error", "预算数为0的，不写完成率", law.BUDGET_LAW_80, rates_of_nothing,
        Example(SPENT, kind="final"), Example({"YX10/JS04.208.total/prior": "0", "YX10/JS04.208.total/completion": "100%"}),
    ),
    Rule(
        "N15", "error", "完成率和占比等于两个数相除", law.PROCEDURE_2016, percentages_do_not_fit,
        Example(SPENT, kind="final"), Example({"YX10/JS04.208.total/completion": "60%"}),
    ),
    Rule(
        "N16", "error", "机关运行经费的增减额等于公用经费各类增减额之和", law.PROCEDURE_2016, parts_of_operating,
        Example({"JS06/302/amount": "30.00"} | FALL, kind="final"), Example({"YX07/YX03.operating.amount/change": "-7.00"}),
    ),
    Rule(
        "N17", "warning", "对个人和家庭补助的增加原因讲的是有金额的款", law.PROCEDURE_2016, reason_of_other_money,
        Example(PENSION, texts={"reasons/JS06/303/amount": "新增退休人员"}, kind="final"),
        Example(texts={"reasons/JS06/303/amount": "为驻村人员购买保险"}),
    ),
    Rule(
        "N18", "warning", "总额为0的，不写占比", law.PROCEDURE_2016, shares_of_nothing,
        Example({"YX04/works/amount": "10.00", "YX04/works/sme_share": "0%"}, kind="final"), Example({"YX04/works/amount": "0"}),
    ),
    Rule(
        "N19", "error", "文字里收入、支出的构成与收入决算表、支出决算表相同", law.PROCEDURE_2016, COMPOSITION,
        Example({"YX13/income/fiscal": "30.00", "JS02/total/fiscal": "30.00"}, kind="final"), Example({"YX13/income/fiscal": "31.00"}),
    ),
)  # fmt: skip
