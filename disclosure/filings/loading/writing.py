"""A loaded ledger is written into its filing, over what an earlier load wrote; what a clerk changed stays, unless told otherwise. Knows no workbook."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure.audit.acting import acting, unsigned
from disclosure.core.words import Flow, Kind, Source, Stage, Vintage
from disclosure.filings.entry.rows import free_key
from disclosure.filings.load_models import LINE_KEYS, Load, LoadedLedger
from disclosure.filings.models import EnteredFigure, Filing, Indicator, Line, Project
from disclosure.filings.states import OPEN

Lines = Counter[tuple[str, ...]]
Loaded = Mapping[str, str]  # a line of a load
COLUMNS = ("flow", "unit__code", "function", "economic", "nature", "project__name", "source", "vintage", "amount", "use", "item")
NARRATIVE = ("overview", "basis", "implementer", "plan", "period", "objective", "achieved")


class Fate(models.TextChoices):
    """What becomes of a filing's ledger."""

    WRITE = "write", _("写入")
    SAME = "same", _("已经一样")
    CHANGED = "changed", _("填报人改过，保留")
    CLOSED = "closed", _("已上报，不写入")


def lines_now(filing: Filing, units: Collection[str] = ()) -> Lines:
    """The ledger as it stands, of some of its units where they are named, comparable with a load."""
    rows = Line.objects.filter(filing=filing, **({"unit__code__in": units} if units else {})).values_list(*COLUMNS)
    return Counter(
        (flow, *codes, project or "", source, vintage if flow == Flow.SPENDING else "", f"{amount:.2f}", use, item)
        for flow, *codes, project, source, vintage, amount, use, item in rows
    )


def lines_of(lines: Iterable[Loaded]) -> Lines:
    """The lines of a load, comparable with the ledger."""
    return Counter((*(line[name] for name in LINE_KEYS), f"{Decimal(line['amount']):.2f}", "", "") for line in lines)


def units_of(lines: Iterable[Loaded]) -> set[str]:
    """The units that a load speaks of: what it says replaces theirs, and nobody else's."""
    return {line["unit"] for line in lines}


def loaded_lines(filing: Filing) -> list[Loaded]:
    """What the loads so far gave the filing: of each unit, what the newest said that spoke of it."""
    found: dict[str, list[Loaded]] = {}
    for ledger in written_ledgers(filing):
        for unit in units_of(ledger.lines) - set(found):
            found[unit] = [line for line in ledger.lines if line["unit"] == unit]
    return [line for unit in sorted(found) for line in found[unit]]


def written_ledgers(filing: Filing) -> QuerySet[LoadedLedger]:
    """The loads that were written, the newest first."""
    return LoadedLedger.objects.filter(filing=filing, written_at__isnull=False)


def fate_of(filing: Filing, lines: Sequence[Loaded]) -> Fate:
    """What writing would do now."""
    if filing.state not in OPEN:
        return Fate.CLOSED
    units = units_of(lines)
    now = lines_now(filing, units)
    if now == lines_of(lines):
        return Fate.SAME
    if not now:
        return Fate.WRITE
    before = lines_of(line for line in loaded_lines(filing) if line["unit"] in units)
    return Fate.WRITE if now == before else Fate.CHANGED


def write_ledger(*, ledger: LoadedLedger, load: Load, over_changes: bool) -> Fate:
    """One filing's ledger, all or nothing, unless its fate says otherwise; may run again. The clerk, not the loader, answers for the figures."""
    with acting(unsigned(load.by, "成批导入"), why=f"成批导入{load.name}"), transaction.atomic():
        filing = Filing.objects.select_for_update(of=("self",)).get(pk=ledger.filing_id)
        fate = fate_of(filing, ledger.lines)
        if fate == Fate.WRITE or (fate == Fate.CHANGED and over_changes):
            put_lines(filing, ledger.lines)
            fate = Fate.WRITE
        if fate in (Fate.WRITE, Fate.SAME):
            LoadedLedger.objects.filter(pk=ledger.pk).update(written_at=timezone.now())
        return fate


def put_lines(filing: Filing, lines: Sequence[Loaded]) -> None:
    """These lines in place of those of their units; projects keep what was written about them, those that nothing hangs on go."""
    Line.objects.filter(filing=filing, unit__code__in=units_of(lines)).delete()
    projects = projects_for(filing, list(dict.fromkeys(line["project"] for line in lines if line["project"])))
    units = {unit.code: unit for unit in filing.units.all()}
    last = Line.objects.filter(filing=filing).aggregate(last=Max("position"))["last"]
    stage = Stage.OUTTURN if filing.kind == Kind.FINAL else Stage.INITIAL_BUDGET
    Line.objects.bulk_create(
        Line(
            filing=filing, year=filing.year, position=position, stage=stage, flow=line["flow"], unit=units[line["unit"]],
            function=line["function"], economic=line["economic"], nature=line["nature"], project=projects.get(line["project"]),
            source=line["source"] or Source.GENERAL, vintage=line["vintage"] or Vintage.THIS_YEAR, amount=Decimal(line["amount"]),
        )
        for position, line in enumerate(lines, 0 if last is None else last + 1)
    )  # fmt: skip


def projects_for(filing: Filing, names: list[str]) -> dict[str, Project]:
    """The projects by name: those that are there, and new ones behind them."""
    there = list(Project.objects.filter(filing=filing))
    gone = [each for each in there if each.name not in names and is_empty(each)]
    Project.objects.filter(pk__in=[each.pk for each in gone]).delete()
    found = {each.name: each for each in there if each not in gone}
    for name in names:
        if name not in found:
            keys = {each.key for each in found.values()}
            position = max((each.position for each in found.values()), default=-1) + 1
            found[name] = Project.objects.create(filing=filing, name=name, key=free_key(keys), position=position, overview="")
    return found


def is_empty(project: Project) -> bool:
    """Whether nobody wrote anything about a project, and no money of another unit hangs on it."""
    hangs = any(model.objects.filter(project=project).exists() for model in (Line, Indicator))
    figures = EnteredFigure.objects.filter(filing=project.filing_id, key__startswith=f"evaluation.{project.key}.").exists()
    return not (hangs or figures or any(getattr(project, name) for name in NARRATIVE))
