"""A register from a workbook: what would change, shown before; then all of it or nothing. Knows no file and no page."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError
from django.utils.translation import gettext as _

from agencies.keeping import NotKept
from agencies.models import Agency, AgencyYear, Bureau, TreeDraft
from agencies.people.models import Person
from agencies.tree_rows import TreeRow
from disclosure.audit.acting import acting
from disclosure.core.words import UnitKind

FIELDS = ("code", "name", "kind", "exemption")


@dataclass(frozen=True)
class Change:
    """An agency that is in the register already, and what the workbook says of it."""

    entry: AgencyYear
    row: TreeRow

    def differs(self, name: str) -> bool:
        """Whether the workbook says something, and something else."""
        return getattr(self.row, name) is not None and getattr(self.entry, name) != getattr(self.row, name)

    @property
    def words(self) -> list[str]:
        """What changes, from what to what."""
        labels = {each.name: each.verbose_name for each in AgencyYear._meta.concrete_fields}
        return [
            f"{labels[name]}：{getattr(self.entry, name) or '—'} → {getattr(self.row, name) or '—'}"
            for name in FIELDS
            if self.differs(name)
        ]


@dataclass
class Plan:
    """What an import does. `known`: agencies of earlier years that go on; `missing`: in the register and not in the workbook."""

    new: list[TreeRow] = field(default_factory=list)
    known: list[tuple[TreeRow, int]] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: list[AgencyYear] = field(default_factory=list)
    missing: list[AgencyYear] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.known or self.changed)


def plan_of(*, bureau: Bureau, year: int, rows: Iterable[TreeRow]) -> Plan:
    """Row by row against the register of the year, and for identity against the newest year before it."""
    here = {entry.code: entry for entry in AgencyYear.objects.filter(region=bureau.pk, year=year)}
    before = identities(bureau, year)
    plan, seen = Plan(), set()
    for row in rows:
        entry = here.get(row.former) if row.former in here else here.get(row.code)
        if entry is None:
            identity = before.get(row.former or row.code)
            plan.known.append((row, identity)) if identity else plan.new.append(row)
            continue
        seen.add(entry.pk)
        change = Change(entry, row)
        plan.changed.append(change) if change.words else plan.unchanged.append(entry)
    plan.missing = [entry for entry in here.values() if entry.pk not in seen and entry.until is None]
    return plan


def identities(bureau: Bureau, year: int) -> dict[str, int]:
    """The permanent agency behind each code of the newest year before this one, if it is not in this year already."""
    earlier = AgencyYear.objects.filter(region=bureau.pk, year__lt=year)
    newest = earlier.order_by("-year").values_list("year", flat=True).first() or 0
    taken = AgencyYear.objects.filter(region=bureau.pk, year=year).values("agency")
    return dict(earlier.filter(year=newest).exclude(agency__in=taken).values_list("code", "agency_id"))


def register_hash(*, bureau: Bureau, year: int) -> str:
    """What the register says now: a preview of another one is not applied."""
    rows = AgencyYear.objects.filter(region=bureau.pk, year__lte=year).order_by("year", "code").values_list("year", "agency_id", *FIELDS)
    return hashlib.sha256(json.dumps(list(rows), ensure_ascii=False).encode()).hexdigest()


def draft_tree(*, bureau: Bureau, year: int, rows: list[TreeRow], by: Person) -> TreeDraft:
    """Keep what was uploaded until it is confirmed; an earlier draft of the person goes."""
    TreeDraft.objects.filter(by=by).delete()
    said = [[row.row, row.code, row.name, row.kind, row.exemption, row.former] for row in rows]
    return TreeDraft.objects.create(bureau=bureau, year=year, by=by, rows=said, register=register_hash(bureau=bureau, year=year))


def rows_of(draft: TreeDraft) -> list[TreeRow]:
    return [TreeRow(*row) for row in draft.rows]


def apply_tree(*, draft: TreeDraft, end_missing: bool, on: date, by: Person) -> Plan:
    """Everything that the preview showed, or nothing; raises NotKept when the register moved on since."""
    bureau, year = draft.bureau, draft.year
    try:
        with acting(by, why=_("导入%(year)s年单位名录") % {"year": year}):
            Bureau.objects.select_for_update().get(pk=bureau.pk)
            if register_hash(bureau=bureau, year=year) != draft.register:
                raise NotKept(_("预览以后名录又改过，没有写入任何内容。请重新上传，再看一遍改动。"))
            plan = plan_of(bureau=bureau, year=year, rows=rows_of(draft))
            write(plan, bureau=bureau, year=year)
            if end_missing:
                AgencyYear.objects.filter(pk__in=[entry.pk for entry in plan.missing]).update(until=on)
            draft.delete()
    except IntegrityError as error:
        raise NotKept(_("编码互换或冲突，没有写入任何内容。请分两次导入：先改成临时编码，再改成最终编码。")) from error
    return plan


def write(plan: Plan, *, bureau: Bureau, year: int) -> None:
    """In bulk: new identities, changed rows, departments, units."""
    made = Agency.objects.bulk_create(Agency(region=bureau.region) for _row in plan.new)
    identified = [*plan.known, *((row, agency.pk) for row, agency in zip(plan.new, made, strict=True))]
    rename(plan.changed)
    for is_unit in (False, True):
        above = {entry.code: entry for entry in AgencyYear.objects.filter(region=bureau.pk, year=year, code__regex=r"^[0-9]{3}$")}
        AgencyYear.objects.bulk_create(
            entry_of(row, agency, bureau, year, above) for row, agency in identified if bool(row.department) is is_unit
        )
        moved = [change.entry for change in plan.changed if bool(change.row.department) is is_unit]
        for entry in moved:
            entry.parent = above.get(entry.code[:3]) if is_unit else None
        AgencyYear.objects.bulk_update(moved, ["parent"])


def rename(changes: list[Change]) -> None:
    """Codes, names, kinds and exemptions as the workbook says; parents follow, the constraint waits for the end of the transaction."""
    for change in changes:
        for name in FIELDS:
            if change.differs(name):
                setattr(change.entry, name, getattr(change.row, name))
    AgencyYear.objects.bulk_update([change.entry for change in changes], FIELDS)


def entry_of(row: TreeRow, agency: int, bureau: Bureau, year: int, above: dict[str, AgencyYear]) -> AgencyYear:
    said = {"code": row.code, "name": row.name, "kind": row.kind or str(UnitKind.ADMINISTRATIVE), "exemption": row.exemption or ""}
    return AgencyYear(agency_id=agency, region=bureau.region, year=year, parent=above[row.department] if row.department else None, **said)
