"""Entering approvals, and comparing a filing's ledger with them: whichever columns were loaded, to the unit they were loaded in. Knows no page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.db import transaction

from agencies.models import AgencyYear
from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.core.facts import Facts, Line
from disclosure.core.money import ZERO
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
    approved = [Figure(row.amount, *(getattr(row, key) for key in KEYS)) for row in approval.figures.all()]
    if not approved:
        return []
    lengths = {key: digits_of(key, approved) for key in ("function", "economic")}
    names = {project.key: project.name for project in facts.projects}
    filed = [figure_of(line, names, lengths) for line in compared(facts)]
    wanted, found = sums(approved, approval.columns), sums(filed, approval.columns)
    quantum = QUANTUM[AmountUnit(approval.unit)]
    return [
        Difference(words_of(group, approval.columns), wanted.get(group, ZERO), found.get(group, ZERO))
        for group in sorted({*wanted, *found})
        if rounded(found.get(group, ZERO), quantum) != rounded(wanted.get(group, ZERO), quantum)
    ]


def compared(facts: Facts) -> Iterator[Line]:
    """The lines an approval speaks of: spending of the budget, or what was spent."""
    stage = Stage.OUTTURN if facts.kind == Kind.FINAL else Stage.INITIAL_BUDGET
    return (line for line in facts.lines if line.flow == Flow.SPENDING and line.stage == stage)


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


def sums(figures: Iterable[Figure], columns: Sequence[str]) -> dict[tuple[str, ...], Decimal]:
    """The amounts by the loaded columns."""
    total: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    for figure in figures:
        total[tuple(getattr(figure, key) for key in columns)] += figure.amount
    return dict(total)


def rounded(amount: Decimal, quantum: Decimal) -> Decimal:
    """To the unit that was loaded, half up."""
    return (amount / quantum).quantize(Decimal(1), ROUND_HALF_UP) * quantum


def words_of(group: Sequence[str], columns: Sequence[str]) -> str:
    """功能科目2101501、性质基本支出; the whole where no column was loaded."""
    said = [f"{TITLES[key]}{WORDS.get(key, {}).get(value, value) or '（空）'}" for key, value in zip(columns, group, strict=True)]
    return "、".join(said) or "支出合计"
