"""What a filing can begin from: the bureau's load, last year's words. Figures of last year are never taken for this year's."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.core.money import ZERO
from disclosure.core.words import Flow
from disclosure.filings.entry.writing import NotWritten, writing
from disclosure.filings.loading.writing import Loaded, lines_now, lines_of, loaded_lines, put_lines, written_ledgers
from disclosure.filings.models import Filing, Indicator, Line, LoadedLedger, Project, Text

NARRATIVE = ("overview", "basis", "implementer", "plan", "period", "objective")
LASTING = ("duties", "offices", "terms")  # what hardly changes from year to year


@dataclass(frozen=True)
class Offered:
    """The bureau's newest load, the lines of all its loads, whether they stand unchanged; last year's filing; whether anything is written."""

    ledger: LoadedLedger | None
    lines: list[Loaded]
    is_same: bool
    last_year: Filing | None
    is_blank: bool

    @property
    def total(self) -> Decimal:
        """All loaded spending, in 元."""
        return sum((Decimal(line["amount"]) for line in self.lines if line["flow"] == Flow.SPENDING), ZERO)


def offered(filing: Filing) -> Offered:
    """What this filing can begin from."""
    ledger, lines, now = written_ledgers(filing).first(), loaded_lines(filing), lines_now(filing)
    is_blank = not (now or Text.objects.filter(filing=filing).exists() or Project.objects.filter(filing=filing).exists())
    return Offered(ledger, lines, ledger is not None and now == lines_of(lines), last_of(filing), is_blank)


def last_of(filing: Filing) -> Filing | None:
    """The same agency's document of the year before, entered here."""
    said = {"agency_year__agency": filing.agency_year.agency_id, "kind": filing.kind, "year": filing.year - 1, "origin": "entered"}
    return Filing.objects.filter(**said).first()


def confirm_ledger(*, filing: Filing, by: Person) -> None:
    """The clerk compared the loaded lines with the papers and found them right. Raises NotWritten."""
    with writing(filing, by, _("核对导入的明细")) as locked:
        ledger = loaded(locked)
        if lines_now(locked) != lines_of(loaded_lines(locked)):
            raise NotWritten({"": _("现在的明细和导入的不一样了。请先改回导入的，或者按现在的内容继续填。")})
        LoadedLedger.objects.filter(pk=ledger.pk).update(confirmed_by=by, confirmed_at=Now())


def take_ledger(*, filing: Filing, by: Person) -> int:
    """The bureau's lines in place of those that stand there; how many. Raises NotWritten."""
    with writing(filing, by, _("改回导入的明细")) as locked:
        loaded(locked)
        lines = loaded_lines(locked)
        Line.objects.filter(filing=locked).delete()
        put_lines(locked, lines)
        return len(lines)


def loaded(filing: Filing) -> LoadedLedger:
    """The newest load. Raises NotWritten where there is none."""
    ledger = written_ledgers(filing).first()
    if ledger is None:
        raise NotWritten({"": _("财政部门没有导入过这份文件的明细。")})
    return ledger


def take_last_year(*, filing: Filing, by: Person) -> int:
    """Last year's duties, offices, terms and what it says of projects, where nothing is written yet; how many pieces. Raises NotWritten."""
    with writing(filing, by, _("从上年开始填")) as locked:
        last = last_of(locked)
        if last is None:
            raise NotWritten({"": _("没有上年在这里填过的文件。")})
        return take_texts(locked, last) + take_projects(locked, last)


def take_texts(filing: Filing, last: Filing) -> int:
    """The sections that are still empty."""
    there = set(Text.objects.filter(filing=filing).values_list("section", flat=True))
    rows = Text.objects.filter(filing=last, section__in=set(LASTING) - there)
    made = [Text(filing=filing, section=row.section, position=row.position, heading=row.heading, text=row.text) for row in rows]
    return len(Text.objects.bulk_create(made))


def take_projects(filing: Filing, last: Filing) -> int:
    """Projects of the same name; all of them where the ledger names none yet."""
    has_lines = Line.objects.filter(filing=filing).exists()
    here = {each.name: each for each in Project.objects.filter(filing=filing)}
    wanted = Project.objects.filter(Q(filing=last) & (Q(name__in=here) if has_lines else Q()))
    return sum(take_project(filing, here.get(each.name), each) for each in wanted)


def take_project(filing: Filing, here: Project | None, last: Project) -> bool:
    """What was said of a project, unless something is said already."""
    said = {name: getattr(last, name) for name in NARRATIVE}
    if here is None:
        here = Project.objects.create(filing=filing, key=last.key, name=last.name, position=last.position, **said)
    elif any(getattr(here, name) for name in NARRATIVE) or Indicator.objects.filter(project=here).exists():
        return False
    else:
        Project.objects.filter(pk=here.pk).update(**said)
    rows = Indicator.objects.filter(project=last)
    names = ("position", "level1", "level2", "level3", "target")
    Indicator.objects.bulk_create(Indicator(filing=filing, project=here, **{name: getattr(row, name) for name in names}) for row in rows)
    return True
