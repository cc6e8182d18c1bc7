"""A workbook takes the place of what a filing says: read, compared sheet by sheet, and written only as it was shown. Knows no page."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.filings.entry.writing import Conflict, writing
from disclosure.filings.models import Filing, ImportDraft
from disclosure.filings.package import facts_of
from disclosure.filings.package_file import package_of_workbook
from disclosure.filings.packing import Package, agency_json, package_of
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.filings.reading import read_agency, read_facts
from disclosure.filings.saving import replace_facts
from disclosure.filings.workbook_marking import marked
from disclosure.filings.workbook_sheets import sheets_of
from disclosure.filings.workbook_tree import leaves
from disclosure.filings.workbook_writing import rows_of, write_workbook

WHOSE = {"year": "年度", "kind": "文件", "scope": "公开范围", "origin": "来源"}


@dataclass(frozen=True)
class SheetChange:
    """How many rows of a sheet are new and how many go."""

    name: str
    added: int
    removed: int


def workbook_of(filing: Filing) -> bytes:
    """The workbook of what the filing says now; it can be handed in again."""
    return write_workbook(package_of(read_facts(filing.pk)))


def said_sha256(package: Package) -> str:
    """The check value of a package."""
    return hashlib.sha256(json.dumps(package, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def hand_in(*, filing: Filing, name: str, data: bytes, by: Person) -> ImportDraft:
    """What a workbook would make of the filing, kept until it is confirmed. Raises PackageRefused with sheet, cell, found and expected."""
    now = package_of(read_facts(filing.pk))
    try:
        package = package_of_workbook(data)
        refuse_another(package, now)
    except PackageRefused as refused:
        give_back(filing=filing, name=name, data=data, refused=refused, by=by)
        raise
    package |= {"pack": filing.pack, "agency": agency_json(read_agency(filing), filing.scope)}
    wanted = package_of(facts_of(package))
    ImportDraft.objects.filter(filing=filing, person=by).delete()
    return ImportDraft.objects.create(filing=filing, person=by, name=name[:100], package=wanted, base_sha256=said_sha256(now))


def give_back(*, filing: Filing, name: str, data: bytes, refused: PackageRefused, by: Person) -> None:
    """The person's own file, marked, in place of whatever waited for him."""
    ImportDraft.objects.filter(filing=filing, person=by).delete()
    file = marked(data, refused.problems)
    if file is not None:
        ImportDraft.objects.create(filing=filing, person=by, name=name[:100], marked=file)


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


def differences(draft: ImportDraft) -> list[SheetChange]:
    """What the workbook changes, sheet by sheet; nothing where it says what is there already."""
    before, after = contents(package_of(read_facts(draft.filing_id))), contents(draft.package or {})
    found = ((name, after.get(name, Counter()), before.get(name, Counter())) for name in dict.fromkeys([*after, *before]))
    changes = [SheetChange(name, (new - old).total(), (old - new).total()) for name, new, old in found]
    return [each for each in changes if each.added or each.removed]


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


def confirm(*, draft: ImportDraft, by: Person) -> None:
    """Written as it was shown. Raises NotWritten, and Conflict where somebody wrote meanwhile."""
    with writing(draft.filing, by, _("导入工作簿%s") % draft.name) as filing:
        if said_sha256(package_of(read_facts(filing.pk))) != draft.base_sha256:
            raise Conflict([], version=None)
        replace_facts(filing=filing, entered=facts_of(draft.package or {}))
        draft.delete()
