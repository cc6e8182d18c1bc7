"""A loaded ledger is written into its filing, over what an earlier load wrote; what a clerk changed stays, unless told otherwise. Knows no workbook."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure.audit.acting import acting, unsigned
from disclosure.core.words import Flow, Kind, Source, Stage, Vintage
from disclosure.filings.entry.rows import free_key
from disclosure.filings.load_models import Load, LoadedLedger
from disclosure.filings.models import EnteredFigure, Filing, Indicator, Line, Project
from disclosure.filings.states import OPEN

Lines = Counter[tuple[str, ...]]
NAMES = ("flow", "unit", "function", "economic", "nature", "project", "source", "vintage")
NARRATIVE = ("overview", "basis", "implementer", "plan", "period", "objective", "achieved")


class Fate(models.TextChoices):
    """What becomes of a filing's ledger."""

    WRITE = "write", _("写入")
    SAME = "same", _("已经一样")
    CHANGED = "changed", _("填报人改过，保留")
    CLOSED = "closed", _("已报送，不写入")


def lines_now(filing: Filing) -> Lines:
    """The ledger as it stands, comparable with a load."""
    rows = Line.objects.filter(filing=filing).select_related("unit", "project")
    return Counter(
        (row.flow, row.unit.code, row.function, row.economic, row.nature, row.project.name if row.project else "", row.source,
         row.vintage if row.flow == Flow.SPENDING else "", f"{row.amount:.2f}", row.use, row.item)
        for row in rows
    )  # fmt: skip


def lines_of(lines: Iterable[Mapping[str, str]]) -> Lines:
    """The lines of a load, comparable with the ledger."""
    return Counter((*(line[name] for name in NAMES), f"{Decimal(line['amount']):.2f}", "", "") for line in lines)


def written_before(filing: Filing) -> LoadedLedger | None:
    """What the bureau's last written load gave the filing."""
    return LoadedLedger.objects.filter(filing=filing, written_at__isnull=False).select_related("load").first()


def fate_of(filing: Filing, lines: list[dict[str, str]]) -> Fate:
    """What writing would do now."""
    if filing.state not in OPEN:
        return Fate.CLOSED
    now = lines_now(filing)
    if now == lines_of(lines):
        return Fate.SAME
    before = written_before(filing)
    return Fate.WRITE if not now or (before and now == lines_of(before.lines)) else Fate.CHANGED


def write_ledger(*, ledger: LoadedLedger, load: Load, over_changes: bool) -> Fate:
    """One filing's ledger, all or nothing, unless its fate says otherwise; may run again. The clerk, not the loader, answers for the figures."""
    with acting(unsigned(load.by, "成批导入"), why=f"成批导入{load.name}"), transaction.atomic():
        filing = Filing.objects.select_for_update(of=("self",)).get(pk=ledger.filing_id)
        fate = fate_of(filing, ledger.lines)
        if fate == Fate.WRITE or (fate == Fate.CHANGED and over_changes):
            put_lines(filing, ledger)
            fate = Fate.WRITE
        if fate in (Fate.WRITE, Fate.SAME):
            LoadedLedger.objects.filter(pk=ledger.pk).update(written_at=timezone.now())
        return fate


def put_lines(filing: Filing, ledger: LoadedLedger) -> None:
    """The ledger's lines in place of the others; projects keep what was written about them, those that nothing hangs on go."""
    Line.objects.filter(filing=filing).delete()
    projects = projects_for(filing, ledger.projects)
    units = {unit.code: unit for unit in filing.units.all()}
    stage = Stage.OUTTURN if filing.kind == Kind.FINAL else Stage.INITIAL_BUDGET
    Line.objects.bulk_create(
        Line(
            filing=filing, year=filing.year, position=position, stage=stage, flow=line["flow"], unit=units[line["unit"]],
            function=line["function"], economic=line["economic"], nature=line["nature"], project=projects.get(line["project"]),
            source=line["source"] or Source.GENERAL, vintage=line["vintage"] or Vintage.THIS_YEAR, amount=Decimal(line["amount"]),
        )
        for position, line in enumerate(ledger.lines)
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
    """Whether nobody wrote anything about a project."""
    hangs = Indicator.objects.filter(project=project).exists()
    figures = EnteredFigure.objects.filter(filing=project.filing_id, key__startswith=f"evaluation.{project.key}.").exists()
    return not (hangs or figures or any(getattr(project, name) for name in NARRATIVE))
