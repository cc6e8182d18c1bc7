"""What a page of the entry shows: the sections with what is found in each, the fields and lists of one. Knows no request."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from agencies.people.access import within
from agencies.people.models import Person
from agencies.people.roles import Permission
from disclosure.core.chart import Chart, edition_years, load_chart
from disclosure.core.facts import Facts
from disclosure.filings.entry.row_kinds import ROW_KINDS, RowKind
from disclosure.filings.entry.rows import rows_of, values_of
from disclosure.filings.entry.sections import Group, Section, section_of, sections_of
from disclosure.filings.entry.slots import at_address
from disclosure.filings.entry.writing import Clash
from disclosure.filings.models import Filing, Line
from disclosure.filings.problems import PackageRefused
from disclosure.filings.reading import read_facts
from disclosure.filings.states import OPEN
from disclosure.filings.workbook_kinds import CellKind
from disclosure.releases.around import around
from disclosure.releases.comparisons import LAST_YEAR, REASONS, Comparison, case_of, other_figures, wanted_reasons
from disclosure.releases.models import Justification
from disclosure.releases.opening import open_template
from disclosure.releases.workflow.standing import Standing, finding_key, standing_of
from disclosure.web.office.filing_page import Warned

MOST = 200  # filings to change to
ONE_SCREEN = 12  # fields on a page before a section is taken in steps
ORDER = ("error", "warning", "hint")


@dataclass(frozen=True)
class Told(Warned):
    """A finding with the section in which it is mended."""

    section: Section | None


@dataclass(frozen=True)
class Stop:
    """A section in the list at the side: how many errors and warnings are mended there, and whether it is this page."""

    section: Section
    errors: int
    warnings: int
    is_here: bool


@dataclass(frozen=True)
class Entering:
    """A filing while it is entered by a person."""

    filing: Filing
    person: Person
    problems: list[str] = field(default_factory=list)

    @cached_property
    def standing(self) -> Standing | None:
        """The document as it stands; None, with `problems` said, where none can be made."""
        try:
            return standing_of(self.filing)
        except PackageRefused as refused:
            self.problems.extend(str(each) for each in refused.problems)
            return None

    @property
    def is_open(self) -> bool:
        return self.filing.state in OPEN and self.filing.origin == "entered"

    @cached_property
    def facts(self) -> Facts:
        return self.standing.facts if self.standing else read_facts(self.filing.pk)

    @cached_property
    def told(self) -> list[Told]:
        """Every finding, the gravest first."""
        if self.standing is None:
            return []
        known = {each.code: each for each in sections_of(self.filing)}
        said = {each.finding: each for each in Justification.objects.filter(filing=self.filing).select_related("by")}
        found = [each for each in self.standing.document["findings"] if each["level"] in ORDER]
        return [
            Told(each, key, said.get(key), known.get(section_of(each["rule"], each["statement"] or "", each["row"] or "")))
            for each in sorted(found, key=lambda each: ORDER.index(each["level"]))
            for key in (finding_key(each),)
        ]

    def told_in(self, section: Section) -> list[Told]:
        """What is mended in a section."""
        return [each for each in self.told if each.section is section]

    def stops(self, here: str = "") -> list[Stop]:
        """The list at the side."""
        found = Counter((each.section.code, each.finding["level"]) for each in self.told if each.section)
        return [Stop(each, found[each.code, "error"], found[each.code, "warning"], each.code == here) for each in sections_of(self.filing)]

    @cached_property
    def others(self) -> list[Filing]:
        """What else the person fills in, the nearest deadline first."""
        rows = within(Filing.objects.filter(state__in=OPEN, origin="entered"), by=self.person, permission=Permission.PREPARE)
        return list(rows.exclude(pk=self.filing.pk).select_related("agency_year").order_by("window__closes_on", "agency_year__code")[:MOST])

    @property
    def errors(self) -> int:
        return sum(each.finding["level"] == "error" for each in self.told)

    @property
    def warnings(self) -> int:
        """Those that nobody justified."""
        return sum(each.finding["level"] == "warning" and each.justification is None for each in self.told)


def groups_of(entering: Entering, section: Section) -> list[Group]:
    """The fields of a section; compared figures a table at a time."""
    return [*section.groups(entering.filing), *(compared_groups(entering, section.compares) if section.compares else ())]


def compared_groups(entering: Entering, compares: str) -> Iterator[Group]:
    """A group for each table whose figures are compared."""
    try:
        template = open_template(entering.facts)
    except PackageRefused:
        return
    case = case_of(entering.facts, template, around(entering.filing, entering.facts))
    found = wanted_reasons(case) if compares == REASONS else other_figures(case, template)
    for table, those in groupby(found, key=lambda each: each.table):
        yield Group(table, tuple(at_address(each.kept, each.address, each.name, told(each)) for each in those))


def year_on_year(entering: Entering) -> list[Comparison]:
    """Every figure that stands beside last year's, in the order of the document."""
    try:
        template = open_template(entering.facts)
    except PackageRefused:
        return []
    case = case_of(entering.facts, template, around(entering.filing, entering.facts))
    return [each for each in other_figures(case, template) if each.kept == LAST_YEAR and each.prior]


def told(each: Comparison) -> str:
    """Both figures in words."""
    now = _("本年%s万元") % each.current if each.current else _("本年没有这一项")
    if each.kept != REASONS:
        return (
            now
            + (_("，现在的%(other)s数%(prior)s万元") % {"other": other_word(each), "prior": each.prior} if each.prior else "")
            + _("；填元")
        )
    asked = _("，要写明原因") if each.is_required else _("，建议写明原因")
    return f"{now}，{_('上年%s万元') % (each.prior or _('未填'))}，{_('增减%s万元') % each.change}{asked}"


def other_word(each: Comparison) -> str:
    return _("上年") if each.kept == LAST_YEAR else _("年初预算")


def steps_of(groups: Sequence[Group]) -> list[list[Group]]:
    """The groups by pages of one screen."""
    pages: list[list[Group]] = []
    for group in groups:
        if pages and sum(len(each.slots) for each in pages[-1]) + len(group.slots) <= ONE_SCREEN:
            pages[-1].append(group)
        else:
            pages.append([group])
    return pages


@dataclass(frozen=True)
class Listed:
    """A list of a section, a page of it: headings, and for each row its number, version and cells."""

    kind: RowKind
    headings: list[str]
    rows: list[tuple[int, int, list[tuple[CellKind, str]]]]
    total: str


def listed(filing: Filing, kind: RowKind, rows: Iterable[Any]) -> Listed:
    """The rows as a table: codes with their names, words in place of their values."""
    chart = chart_of(filing, kind)
    fields = [each for each in kind.fields(filing.kind) if not (each.key == "unit" and filing.units.count() == 1)]
    drawn = [
        (
            row.pk,
            row.version,
            [(each.kind, cell(chart, each.key, each.words, values_of(kind, row, filing.kind)[each.key])) for each in fields],
        )
        for row in rows
    ]
    return Listed(kind, [each.heading for each in fields], drawn, total_of(filing, kind))


def chart_of(filing: Filing, kind: RowKind) -> Chart:
    """The codes of a list: those of last year where its lines are, if that edition is at hand."""
    last = filing.year - 1
    return load_chart(last if kind.name == "prior-lines" and last in edition_years() else filing.year)


def cell(chart: Chart, key: str, words: object, text: str) -> str:
    """2101501 行政运行; a label; or the text."""
    charts = {"function": "functional", "economic": "economic"}
    if key in charts and (charts[key], text) in chart.codes:
        return f"{text} {chart.name(charts[key], text)}"
    return words.get(text, text) if isinstance(words, dict) else text


def total_of(filing: Filing, kind: RowKind) -> str:
    """What the lines add up to, in 元."""
    if kind.model is not Line:
        return ""
    total = rows_of(filing, kind).aggregate(total=Sum("amount"))["total"]
    return f"{total or 0:,.2f}"


def row_kind(section: Section, name: str) -> RowKind | None:
    """The list of a section by its name."""
    return ROW_KINDS.get(name) if name in section.rows else None


def clash_words(each: Clash) -> dict[str, str]:
    """Both values, for a page."""
    return {"heading": each.heading, "mine": each.mine or _("（空）"), "theirs": each.theirs or _("（空）")}
