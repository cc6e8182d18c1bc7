"""The chain of years: the released documents that a filing carries on from, and taking their figures. It computes nothing that a table holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db import transaction
from django.db.models import Q

from agencies.models import AgencyYear, Reorganisation, Succession
from disclosure.checks.rule import OtherDocument
from disclosure.core.facts import Address, Facts, Prior
from disclosure.core.words import Kind, Origin
from disclosure.filings.figures_of_others import save_budget, save_last_year, save_opening_balances
from disclosure.filings.models import Filing
from disclosure.filings.reading import read_facts
from disclosure.packs.pack import Template
from disclosure.packs.registry import template_for
from disclosure.releases.crossing import crossed, summed
from disclosure.releases.models import Basis, Release
from disclosure.releases.needs import needs_of
from disclosure.releases.openings import opening_lines
from disclosure.releases.units import figures_of

ROLES = {Basis.LAST_YEAR: "上年数", Basis.BUDGET: "年初预算数"}


@dataclass(frozen=True)
class Before:
    """The releases in force that stand in one role, of several agencies where they became one."""

    role: str
    releases: tuple[Release, ...]
    facts: Facts

    @cached_property
    def template(self) -> Template:
        """The template that these releases follow."""
        first = self.releases[0]
        return template_for(self.facts.pack, Kind(first.kind), self.facts.scope, first.year)

    @cached_property
    def figures(self) -> dict[Address, Decimal]:
        """Their figures in 元 under this filing's codes."""
        documents = (dict(figures_of(release.document)) for release in self.releases)
        return crossed(summed(documents), self.facts.crosswalk, self.template)

    @property
    def is_exact(self) -> bool:
        """Whether the figures are exact 元 and the documents whole: those made elsewhere are printed 万元."""
        return all(release.document.get("origin") != Origin.TRANSCRIBED for release in self.releases)

    @property
    def title(self) -> str:
        """What the documents are called, with their versions."""
        return "、".join(f"《{release.title}》第{release.version}版" for release in self.releases)

    @property
    def document(self) -> OtherDocument:
        """What rules see of them."""
        return OtherDocument(self.title, self.figures, self.is_exact)


def befores(facts: Facts) -> dict[str, Before]:
    """What is in force by role: of a budget last year's budget; of a final account last year's and the budget of its year."""
    wanted = {Basis.LAST_YEAR: (facts.year - 1, facts.kind)}
    if facts.kind == Kind.FINAL:
        wanted[Basis.BUDGET] = (facts.year, Kind.BUDGET)
    found = {role: Before(role, tuple(in_force(facts, year, kind)), facts) for role, (year, kind) in wanted.items()}
    return {role: before for role, before in found.items() if before.releases}


def in_force(facts: Facts, year: int, kind: str) -> Iterator[Release]:
    """The documents of a year of this agency, or of those that it came from."""
    yield from (
        Release.objects.in_force()
        .filter(region=facts.agency.region, agency_code__in=codes_in(facts, year), year=year, kind=kind, scope=facts.scope)
        .order_by("agency_code")
    )


def codes_in(facts: Facts, year: int) -> list[str]:
    """The agency's codes in a year: its own, those of agencies that merged into it, and those that the crosswalk names.

    Where the register of that year does not know it, its code of now, unless another agency had that code then.
    """
    own = AgencyYear.objects.filter(region=facts.agency.region, year=facts.year, code=facts.agency.code).values("agency")
    merged = Succession.objects.filter(to_agency__in=own, kind=Reorganisation.MERGE).values("from_agency")
    then = AgencyYear.objects.filter(region=facts.agency.region, year=year)
    registered = then.filter(Q(agency__in=own) | Q(agency__in=merged)).values_list("code", flat=True)
    named = [crossing.old for crossing in facts.crosswalk if crossing.what == "agency" and year != facts.year]
    known = list(dict.fromkeys([*registered, *named]))
    return known or ([] if then.filter(code=facts.agency.code).exists() and own.exists() else [facts.agency.code])


def other_documents(facts: Facts) -> Mapping[str, OtherDocument]:
    """What rules compare the filing with."""
    return {role: before.document for role, before in befores(facts).items()}


def feed(*, filing: Filing, by: str) -> list[Release]:
    """Take the figures that a filing does not hold itself; what was typed stays."""
    facts = read_facts(filing.pk)
    held = {Basis.LAST_YEAR: facts.prior, Basis.BUDGET: facts.budget}
    wanted = frozenset(role for role, prior in held.items() if not (prior.figures or prior.lines or prior.complete))
    return take_figures(filing=filing, by=by, roles=wanted)


@transaction.atomic
def take_figures(*, filing: Filing, by: str, roles: frozenset[str] = frozenset(ROLES)) -> list[Release]:
    """Take last year's figures and the budget's from the releases in force, in the place of what the filing held of them."""
    facts = read_facts(filing.pk)
    before = {role: each for role, each in befores(facts).items() if role in roles}
    needs = needs_of(template_for(facts.pack, facts.kind, facts.scope, facts.year))
    if last := before.get(Basis.LAST_YEAR):
        save_last_year(filing=filing, prior=taken(last, facts.prior, needs.of_last_year))
        take_openings(filing, facts, last)
    if budget := before.get(Basis.BUDGET):
        save_budget(filing=filing, budget=taken(budget, facts.budget, needs.of_budget))
    Basis.objects.filter(filing=filing, role__in=before).delete()
    releases = [(role, release) for role, each in before.items() for release in each.releases]
    Basis.objects.bulk_create(Basis(filing=filing, role=role, release=release, by=by) for role, release in releases)
    return [release for _, release in releases]


def take_openings(filing: Filing, facts: Facts, last: Before) -> None:
    """年初结转和结余 of a final account as last year closed, where the ledgers behind the releases say it line by line."""
    lines = opening_lines(last.releases, facts) if facts.kind == Kind.FINAL and facts.transcript is None else None
    if lines is not None:
        units = {unit.code: unit for unit in filing.units.all()}
        save_opening_balances(filing=filing, lines=[(units[line.unit], line) for line in lines])


def taken(before: Before, typed: Prior, is_needed: Callable[[Address], bool]) -> Prior:
    """The released figures that the template compares; of a document that is not whole, what it lacks stays as typed."""
    figures = {address: amount for address, amount in before.figures.items() if is_needed(address)}
    if before.is_exact:
        return Prior(figures, (), complete=True)
    return Prior({**typed.figures, **figures}, typed.lines, typed.complete)


@dataclass(frozen=True)
class Notice:
    """A release that a filing took figures from is no longer the one in force."""

    role: str
    taken: Release
    now: Release | None

    def __str__(self) -> str:
        head = f"{ROLES[self.role]}取自{self.taken}"
        if self.now is None:
            return f"{head}，它已撤回；请核对这些数，或等新的文件公开后重新取数"
        return f"{head}，它已更正为第{self.now.version}版；可以改用新的数（重新取数）"


def notices(filing: Filing) -> list[Notice]:
    """What changed since the figures were taken."""
    facts = read_facts(filing.pk)
    now = {role: before.releases for role, before in befores(facts).items()}
    found = []
    for basis in Basis.objects.filter(filing=filing).select_related("release").order_by("role", "release__agency_code"):
        same = (each for each in now.get(basis.role, ()) if each.agency_code == basis.release.agency_code)
        current = next(same, None)
        if current != basis.release:
            found.append(Notice(basis.role, basis.release, current))
    return found
