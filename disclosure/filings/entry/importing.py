"""A file takes the place of what a filing says: read, compared sheet by sheet, and written only as it was shown. Knows no page."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.filings.entry.writing import Conflict, NotWritten, writing
from disclosure.filings.handed_in import HandedIn, read_handed_in
from disclosure.filings.models import Filing, ImportDraft
from disclosure.filings.package import facts_of
from disclosure.filings.packing import Package, agency_json, package_of
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.filings.reading import read_agency, read_facts
from disclosure.filings.saving import replace_facts
from disclosure.filings.workbook_marking import marked
from disclosure.filings.workbook_writing import write_workbook
from disclosure.jobs.asking import ask
from disclosure.jobs.models import ENDED, Job
from disclosure.jobs.work import Refused, Report, Result, work

READ = "read_upload"
WHOSE = {"year": "年度", "kind": "文件", "scope": "公开范围", "origin": "来源"}


def workbook_of(filing: Filing) -> bytes:
    """The workbook of what the filing says now; it can be handed in again."""
    return write_workbook(package_of(read_facts(filing.pk)))


def said_sha256(package: Package) -> str:
    """The check value of a package."""
    return hashlib.sha256(json.dumps(package, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def hand_in(*, filing: Filing, name: str, data: bytes, by: Person) -> Job:
    """The file is kept, in place of whatever waited for the person; a job reads it. Nothing is written to the filing."""
    with transaction.atomic():
        ImportDraft.objects.filter(filing=filing, person=by).delete()
        draft = ImportDraft.objects.create(filing=filing, person=by, name=name[-100:], body=data)
        return ask_to_read(draft=draft, by=by)


def ask_to_read(*, draft: ImportDraft, by: Person, good_only: bool = False) -> Job:
    """`good_only`: rows that are wrong stay out, and the rest waits to be confirmed."""
    return ask(kind=READ, subject=f"读入：{draft.name}", by=by, draft=draft.pk, filing=draft.filing_id, good_only=good_only)


def job_of(draft: ImportDraft) -> Job | None:
    """The job that reads it now."""
    return Job.objects.filter(kind=READ, arguments__draft=draft.pk).exclude(status__in=ENDED).first()


@work(READ)
def read_upload(job: Job, report: Report) -> Result:
    """What the file would make of the filing, or what is wrong with it."""
    draft = ImportDraft.objects.filter(pk=job.arguments["draft"]).select_related("filing").first()
    if draft is None:
        return {"message": _("已经换了一份文件。")}
    report(_("读文件"), 10)
    try:
        read, base = compared(draft, good_only=job.arguments["good_only"])
    except PackageRefused as refused:
        report(_("在您的文件里标出错误"), 70)
        words = words_of(refused.problems)
        keep(draft, problems=words, left=[], package=None, marked=marked_of(draft, refused.problems))
        raise Refused(_("文件有错，没有导入。"), words) from refused
    report(_("标出没有读入的行"), 80)
    back = marked_of(draft, read.left) if read.left else None
    keep(draft, problems=[], left=words_of(read.left), package=read.package, base_sha256=base, marked=back)
    return {"message": _("读好了，请看过改动再导入。"), "href": reverse("entry_import", args=[draft.filing_id]), "link": _("看改动")}


def keep(draft: ImportDraft, **said: Any) -> None:
    """What came of the reading, unless another file took its place meanwhile."""
    ImportDraft.objects.filter(pk=draft.pk).update(**said)


def words_of(problems: Iterable[Problem]) -> list[str]:
    return [str(each) for each in problems]


def compared(draft: ImportDraft, *, good_only: bool) -> tuple[HandedIn, str]:
    """What was handed in as a package of this filing, and the check value of what the filing says now. Raises PackageRefused."""
    filing = draft.filing
    now = package_of(read_facts(filing.pk))
    read = read_handed_in(draft.name, bytes(draft.body), now, good_only=good_only)
    refuse_another(read.package, now)
    package = read.package | {"pack": filing.pack, "agency": agency_json(read_agency(filing), filing.scope)}
    return HandedIn(package_of(facts_of(package)), read.left), said_sha256(now)


def marked_of(draft: ImportDraft, problems: Sequence[Problem]) -> bytes | None:
    """The person's own workbook, marked; None for what is no workbook."""
    is_workbook = draft.name.lower().endswith((".xlsx", ".xlsm"))
    return marked(bytes(draft.body), problems) if is_workbook else None


def refuse_another(package: Package, now: Package) -> None:
    """Raises PackageRefused for a workbook that is not this filing's."""
    problems = list(of_another(package, now))
    if problems:
        raise PackageRefused(problems)


def of_another(package: Package, now: Package) -> Iterator[Problem]:
    """A workbook of another agency, year or kind of document."""
    if package["agency"]["code"] != now["agency"]["code"]:
        yield Problem("工作表“基本信息”的编码", f"是{package['agency']['code']}", f"这份填报是{now['agency']['code']}的；请选对工作簿")
    for key, words in WHOSE.items():
        if package[key] != now[key]:
            yield Problem(f"工作表“基本信息”的{words}", f"是{package[key]}", f"这份填报是{now[key]}")


def confirm(*, draft: ImportDraft, by: Person) -> None:
    """Written as it was shown. Raises NotWritten, and Conflict where somebody wrote meanwhile."""
    with writing(draft.filing, by, _("导入%s") % draft.name) as filing:
        if draft.package is None:
            raise NotWritten({"": _("文件还没有读好，或者有错，没有导入。")})
        if said_sha256(package_of(read_facts(filing.pk))) != draft.base_sha256:
            raise Conflict([], version=None)
        replace_facts(filing=filing, entered=facts_of(draft.package))
        draft.delete()
