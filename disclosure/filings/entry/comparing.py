"""What a file that waits to be confirmed would change: rows sheet by sheet, all spending, and what the approval has against it. Writes nothing."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from disclosure.core.facts import Facts
from disclosure.core.money import ZERO
from disclosure.core.words import Flow
from disclosure.filings.approving import approval_of
from disclosure.filings.approving import differences as differences_from
from disclosure.filings.models import ImportDraft
from disclosure.filings.package import facts_of
from disclosure.filings.packing import Package, package_of
from disclosure.filings.reading import read_facts
from disclosure.filings.workbook_sheets import sheets_of
from disclosure.filings.workbook_tree import leaves
from disclosure.filings.workbook_writing import rows_of

SCALED = 1000


@dataclass(frozen=True)
class Totals:
    """All spending in 元 before and after an import; `against`: differences from the approval, in words."""

    before: Decimal
    after: Decimal
    against: list[str]

    @property
    def shown(self) -> tuple[str, str]:
        return f"{self.before:,.2f}", f"{self.after:,.2f}"

    @property
    def is_scaled(self) -> bool:
        """Whether it looks as if 元 and 万元 were mistaken for each other: a thousand times more or less."""
        low, high = sorted((self.before, self.after))
        return low > 0 and high >= low * SCALED


@dataclass(frozen=True)
class SheetChange:
    """How many rows of a sheet are new and how many go."""

    name: str
    added: int
    removed: int


def differences(draft: ImportDraft) -> list[SheetChange]:
    """What the workbook changes, sheet by sheet; nothing where it says what is there already."""
    before, after = contents(package_of(read_facts(draft.filing_id))), contents(draft.package or {})
    found = ((name, after.get(name, Counter()), before.get(name, Counter())) for name in dict.fromkeys([*after, *before]))
    changes = [SheetChange(name, (new - old).total(), (old - new).total()) for name, new, old in found]
    return [each for each in changes if each.added or each.removed]


def totals(draft: ImportDraft) -> Totals:
    """All spending before and after, and what the approval has against it."""
    facts, now = facts_of(draft.package or {}), read_facts(draft.filing_id)
    approval = approval_of(draft.filing)
    against = [each.in_unit(approval.unit) for each in differences_from(approval, facts)] if approval else []
    return Totals(spending(now), spending(facts), against)


def spending(facts: Facts) -> Decimal:
    return sum((line.amount for line in facts.lines if line.flow == Flow.SPENDING), ZERO)


def contents(package: Package) -> dict[str, Counter[tuple[str, ...]]]:
    """The rows of every sheet, each as often as it stands there."""
    values = dict(leaves(package))
    return {
        sheet.name: Counter(
            tuple(f"{field.heading}={value}" for field, value, _steps in row if value is not None)
            for row in rows_of(sheet, values, package)
        )
        for sheet in sheets_of(package)
    }
