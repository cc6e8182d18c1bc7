"""The two jobs of a load: reading it as far as it can be understood, and writing what was confirmed, filing by filing. Both may run again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Bureau
from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.core.chart import NoEdition, load_chart
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.approving import approval_of, differences
from disclosure.filings.load_models import Load, LoadedLedger, LoadStage, LoadWord
from disclosure.filings.loading.columns import Remembered
from disclosure.filings.loading.matching import Match, matches
from disclosure.filings.loading.rows import read_rows, words_asked
from disclosure.filings.loading.tables import LoadTable, questions, tables_of
from disclosure.filings.loading.writing import Fate, fate_of, write_ledger
from disclosure.filings.package import facts_of
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.filings.workbook_cells import OF_MANY, read_cells
from disclosure.jobs.asking import ask
from disclosure.jobs.models import Job
from disclosure.jobs.work import Refused, Report, Result, work

READ, WRITE = "read_load", "write_load"
MOST = 500  # problems that are kept
SHOWN = 3  # differences from an approval that are told of one filing
EVERY = 10  # filings between two signs of progress


def hand_in_load(*, bureau: Bureau, year: int, kind: str, unit: str, name: str, body: bytes, by: Person) -> tuple[Load, Job]:
    """A workbook of the whole bureau, kept; a job reads it."""
    with acting(by, why=_("成批导入%s") % name), transaction.atomic():
        load = Load.objects.create(bureau=bureau, year=year, kind=kind, unit=unit, name=name[:100], body=body, by=by)
        return load, ask_to_read(load=load, by=by)


def ask_to_read(*, load: Load, by: Person) -> Job:
    return ask(kind=READ, subject=f"读入：{load.name}", by=by, load=load.pk)


def ask_to_write(*, load: Load, over: Iterable[int], by: Person) -> Job:
    """`over`: the filings whose changes by hand give way."""
    return ask(kind=WRITE, subject=f"导入：{load.name}", by=by, load=load.pk, over=sorted(over))


def remember(*, load: Load, answers: Mapping[tuple[str, str], str], by: Person) -> Job:
    """What headings and words mean here, from now on; the workbook is read again."""
    with acting(by, why=_("说明导出表的用词")), transaction.atomic():
        for (what, word), meant in answers.items():
            LoadWord.objects.update_or_create(bureau_id=load.bureau_id, what=what, word=word, defaults={"meaning": meant})
        Load.objects.filter(pk=load.pk).update(stage=LoadStage.UPLOADED)
        return ask_to_read(load=load, by=by)


def remembered(bureau: Any) -> Remembered:
    rows = LoadWord.objects.filter(bureau=bureau).values_list("what", "word", "meaning")
    return {(what, word): meaning for what, word, meaning in rows}


@work(READ)
def read_load(job: Job, report: Report) -> Result:
    """Read, understood, matched and judged; nothing is written to any filing."""
    load = Load.objects.get(pk=job.arguments["load"])
    if load.stage == LoadStage.WRITTEN:
        return {"message": _("已经导入。"), **onward(load)}
    try:
        return understood(load, report)
    except (PackageRefused, NoEdition) as refused:
        problems = refused.problems if isinstance(refused, PackageRefused) else [Problem("", str(refused), "先装入这一年的科目")]
        keep(load, LoadStage.REFUSED, problems=[str(each) for each in problems[:MOST]])
        raise Refused(_("工作簿有错，没有导入。"), [str(each) for each in problems[:MOST]]) from refused


def understood(load: Load, report: Report) -> Result:
    """What the workbook says, or what has to be asked about it. Raises PackageRefused."""
    report(_("读工作簿"), 5)
    chart, words = load_chart(load.year), remembered(load.bureau_id)
    tables, without = tables_of(read_cells(bytes(load.body), limits=OF_MANY), chart, words)
    asked = questions(tables)
    report(_("读明细"), 25)
    read = read_rows([] if asked else tables, chart, AmountUnit(load.unit), words)
    asked += words_asked(read)
    if asked:
        keep(load, LoadStage.UNSURE, questions=asked)
        return {"message": _("有%s处要您说明一下含义。") % len(asked), **onward(load)}
    missing = [
        Problem(f"工作表“{table.sheet}”", f"没有“{'”“'.join(table.missing)}”一栏", "补上这一栏") for table in tables if table.missing
    ]
    report(_("对到单位"), 40)
    found, problems, idle = matches(load, read.rows)
    problems = list(dict.fromkeys([*missing, *read.problems, *problems]))  # a unit's rows stand in its department's document too
    if not problems and not found:
        problems = [Problem("", "没有一行能对到要填报的文件", "先布置填报任务，再导入；或检查年度和文件种类")]
    if problems:
        raise PackageRefused(problems)
    notes = {"sheets": without, "totals": read.totals, "idle": idle, "unread": unread(tables)}
    return previewed(load, found, notes, report)


def unread(tables: Iterable[LoadTable]) -> list[str]:
    """Headings that nobody reads."""
    return list(dict.fromkeys(word for table in tables for word in table.unread.values()))


def previewed(load: Load, found: list[Match], notes: dict[str, Any], report: Report) -> Result:
    """What each filing would get, beside its approval."""
    rows = []
    for number, match in enumerate(found):
        if number % EVERY == 0:
            report(_("与批复核对"), 50 + 50 * number // len(found))
        rows.append(preview_of(match))
    with transaction.atomic():
        LoadedLedger.objects.filter(load=load).delete()
        LoadedLedger.objects.bulk_create(
            LoadedLedger(filing=match.filing, load=load, lines=match.lines, total=match.total) for match in found
        )
        keep(load, LoadStage.READ, preview=notes | {"rows": rows})
    return {"message": _("读好了%s份，请核对后确认导入。") % len(found), **onward(load)}


def preview_of(match: Match) -> dict[str, Any]:
    """One row of the preview."""
    filing, approval = match.filing, approval_of(match.filing)
    wrong = [each.in_unit(approval.unit) for each in differences(approval, facts_of(match.package()))] if approval else []
    return {
        "filing": filing.pk, "code": filing.agency_year.code, "name": filing.agency_year.name, "lines": len(match.lines),
        "total": str(match.total), "fate": fate_of(filing, match.lines).value, "approval": approval.number if approval else "",
        "differences": wrong[:SHOWN], "more": max(len(wrong) - SHOWN, 0),
    }  # fmt: skip


@work(WRITE)
def write_load(job: Job, report: Report) -> Result:
    """Every filing in its own transaction: one that was cancelled or ended half-way is finished by asking again."""
    load = Load.objects.get(pk=job.arguments["load"])
    ledgers = list(LoadedLedger.objects.filter(load=load).order_by("pk"))
    fates: Counter[str] = Counter()
    for number, ledger in enumerate(ledgers):
        if number % EVERY == 0:
            report(_("写入第%(number)s份，共%(all)s份") % {"number": number + 1, "all": len(ledgers)}, 100 * number // len(ledgers))
        fates[write_ledger(ledger=ledger, load=load, over_changes=ledger.filing_id in job.arguments["over"])] += 1
    Load.objects.filter(pk=load.pk).update(stage=LoadStage.WRITTEN, written_at=timezone.now(), body=b"")
    listed = "，".join(f"{Fate(fate).label}{count}份" for fate, count in fates.items())
    return {"message": _("导入完成：%s。") % listed, **onward(load)}


def keep(load: Load, stage: LoadStage, **said: Any) -> None:
    """What reading gave; what an earlier reading gave is gone."""
    Load.objects.filter(pk=load.pk).update(stage=stage, **({"questions": [], "problems": [], "preview": {}} | said))


def onward(load: Load) -> Result:
    """Where the person goes on."""
    return {"href": reverse("load", args=[load.pk]), "link": _("打开这次导入")}
