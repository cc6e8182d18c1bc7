"""Entering approvals, and comparing a filing's ledger with them: whichever columns were loaded, to the unit they were loaded in. Knows no page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.db import transaction

from agencies.models import AgencyYear
from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.core.facts import Facts, Line
from disclosure.core.money import TEN_THOUSAND, ZERO
from disclosure.core.rounding import Fixed, Group
from disclosure.core.words import Flow, Kind, Nature, Source, Stage
from disclosure.filings.approval_models import KEYS, AmountUnit, Approval, ApprovedFigure
from disclosure.filings.models import Filing

QUANTUM = {AmountUnit.YUAN: Decimal("0.01"), AmountUnit.WAN: Decimal("100")}  # 0.01万元
PER_UNIT = {AmountUnit.YUAN: Decimal(1), AmountUnit.WAN: Decimal(10_000)}
TITLES: Mapping[str, str] = {"function": "功能科目", "economic": "经济科目", "nature": "性质", "source": "资金来源", "project": "项目"}
WORDS: Mapping[str, Mapping[str, str]] = {
    "nature": {str(each): each.label for each in Nature},
    "source": {str(each): each.label for each in Source},
}
MOST_SHOWN = 20


class Figure(NamedTuple):
    """One figure of an approval, in 元; blank where its column was not loaded."""

    amount: Decimal
    function: str = ""
    economic: str = ""
    nature: str = ""
    source: str = ""
    project: str = ""


@dataclass(frozen=True)
class Letter:
    """What the paper says of itself."""

    number: str
    issued_on: date
    issuer: str
    unit: AmountUnit = AmountUnit.YUAN


@dataclass(frozen=True)
class Difference:
    """A group of columns whose approved amount is not the filing's; both in 元."""

    group: str
    approved: Decimal
    filed: Decimal

    def in_unit(self, unit: str) -> str:
        """批复1,000.00万元，填报999.99万元，少0.01万元."""
        per, word = PER_UNIT[AmountUnit(unit)], AmountUnit(unit).label
        change = (self.filed - self.approved) / per
        more = "多" if change > 0 else "少"
        return f"{self.group}：批复{self.approved / per:,.2f}{word}，填报{self.filed / per:,.2f}{word}，{more}{abs(change):,.2f}{word}"


def enter_approval(*, agency_year: AgencyYear, kind: str, letter: Letter, figures: Sequence[Figure], by: Person | None) -> Approval:
    """One approval with its figures; the newest by date, then by entry, is the one that counts."""
    columns = [key for key in KEYS if any(getattr(figure, key) for figure in figures)]
    with acting(by or "manage.py", why=f"录入批复{letter.number}"), transaction.atomic():
        made = Approval.objects.create(
            agency=agency_year.agency,
            agency_year=agency_year,
            year=agency_year.year,
            kind=kind,
            number=letter.number,
            issued_on=letter.issued_on,
            issuer=letter.issuer,
            columns=columns,
            unit=letter.unit,
            by=by,
        )
        ApprovedFigure.objects.bulk_create(ApprovedFigure(approval=made, **figure._asdict()) for figure in figures)
    return made


def approval_of(filing: Filing) -> Approval | None:
    """The approval that counts for a filing."""
    return Approval.objects.filter(agency=filing.agency_year.agency_id, year=filing.year, kind=filing.kind).first()


def differences(approval: Approval, facts: Facts) -> list[Difference]:
    """Every group of the loaded columns whose sum is not the approved one, to the unit that was loaded."""
    approved = figures_of(approval)
    if not approved:
        return []
    group_of = grouping(approval, approved, facts)
    wanted = sums(approved, approval.columns)
    found: dict[Group, Decimal] = defaultdict(Decimal)
    for line in compared(facts):
        found[group_of(line)] += line.amount
    quantum = QUANTUM[AmountUnit(approval.unit)]
    return [
        Difference(words_of(group, approval.columns), wanted.get(group, ZERO), found.get(group, ZERO))
        for group in sorted({*wanted, *found})
        if rounded(found.get(group, ZERO), quantum) != rounded(wanted.get(group, ZERO), quantum)
    ]


def fixed_points(approval: Approval | None, facts: Facts) -> Fixed | None:
    """What balanced rounding must keep: the figures of an approval that was printed in 万元; None where there are none."""
    approved = figures_of(approval) if approval and approval.unit == AmountUnit.WAN else []
    if approval is None or not approved:
        return None
    group_of, spoken_of = grouping(approval, approved, facts), speaks_of(facts)
    figures = {group: amount / TEN_THOUSAND for group, amount in sums(approved, approval.columns).items()}
    columns = approval.columns
    return Fixed(figures, lambda line: group_of(line) if spoken_of(line) else None, lambda group: words_of(group, columns))


def figures_of(approval: Approval) -> list[Figure]:
    return [Figure(row.amount, *(getattr(row, key) for key in KEYS)) for row in approval.figures.all()]


def grouping(approval: Approval, approved: Sequence[Figure], facts: Facts) -> Callable[[Line], Group]:
    """The loaded columns of a line, as an approval would have them."""
    lengths = {key: digits_of(key, approved) for key in ("function", "economic")}
    names = {project.key: project.name for project in facts.projects}
    return lambda line: columns_of(figure_of(line, names, lengths), approval.columns)


def speaks_of(facts: Facts) -> Callable[[Line], bool]:
    """The lines an approval speaks of: spending of the budget, or what was spent."""
    stage = Stage.OUTTURN if facts.kind == Kind.FINAL else Stage.INITIAL_BUDGET
    return lambda line: line.flow == Flow.SPENDING and line.stage == stage


def compared(facts: Facts) -> Iterator[Line]:
    """The lines an approval speaks of."""
    return filter(speaks_of(facts), facts.lines)


def digits_of(key: str, figures: Iterable[Figure]) -> int:
    """To how many digits the codes of a column were loaded."""
    return max((len(getattr(figure, key)) for figure in figures), default=0)


def figure_of(line: Line, names: Mapping[str, str], lengths: Mapping[str, int]) -> Figure:
    """A line as an approval would have it."""
    return Figure(
        line.amount,
        line.function[: lengths["function"]],
        line.economic[: lengths["economic"]],
        line.nature,
        line.source,
        names.get(line.project, line.project),
    )


def columns_of(figure: Figure, columns: Sequence[str]) -> Group:
    return tuple(getattr(figure, key) for key in columns)


def sums(figures: Iterable[Figure], columns: Sequence[str]) -> dict[Group, Decimal]:
    """The amounts by the loaded columns."""
    total: dict[Group, Decimal] = defaultdict(Decimal)
    for figure in figures:
        total[columns_of(figure, columns)] += figure.amount
    return dict(total)


def rounded(amount: Decimal, quantum: Decimal) -> Decimal:
    """To the unit that was loaded, half up."""
    return (amount / quantum).quantize(Decimal(1), ROUND_HALF_UP) * quantum


def words_of(group: Sequence[str], columns: Sequence[str]) -> str:
    """功能科目2101501、性质基本支出; the whole where no column was loaded."""
    said = [f"{TITLES[key]}{WORDS.get(key, {}).get(value, value) or '（空）'}" for key, value in zip(columns, group, strict=True)]
    return "、".join(said) or "支出合计"
