"""What an agency entered, as immutable values. Knows no tables, no sentences, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from disclosure.core.address import Address as Address
from disclosure.core.transcript import Transcript
from disclosure.core.words import Flow, Kind, Scope, Source, Stage, UnitKind, Vintage


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger: an amount in 元 under its codes. Economic, nature and project belong to spending alone; else they are blank."""

    unit: str
    function: str
    economic: str
    nature: str
    amount: Decimal
    project: str = ""
    source: str = Source.GENERAL
    vintage: str = Vintage.THIS_YEAR
    flow: str = Flow.SPENDING
    stage: str = Stage.INITIAL_BUDGET
    use: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A department or a unit by its code; kind decides whether its 公用经费 is 机关运行经费."""

    code: str
    name: str
    kind: str = UnitKind.ADMINISTRATIVE


@dataclass(frozen=True, slots=True)
class Agency:
    """Who discloses: `units` are the accounting entities inside, `parent` the department of a unit."""

    code: str
    name: str
    region: str
    place: str
    parent: Member | None
    units: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A performance indicator with its target as printed; in a final account also what was reached, and why it was missed."""

    level1: str
    level2: str
    level3: str
    target: str
    actual: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A year's objective and its indicators."""

    objective: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its narrative; its money is in the ledger. `achieved` is how far its objective was reached, told in a final account."""

    key: str
    name: str
    overview: str
    basis: str
    implementer: str
    plan: str
    period: str
    goal: Goal | None = None
    achieved: str = ""


@dataclass(frozen=True, slots=True)
class Prior:
    """Another document: figures in 元 by address, or last year's lines. `complete` means: what is not given was 0."""

    figures: Mapping[Address, Decimal] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Crossing:
    """What another year's figures call by an old code and this filing by a new one: a function or economic code, a project, the agency."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term the agency explains itself in 名词解释."""

    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one filing holds. `entered` holds counts and 元 that are no ledger lines, by key, e.g. "procurement.goods".

    Of a final account `budget` are the year's budget figures at the addresses of the budget document, `crosswalk` what changed its code
    between the years, `evaluation` and `report` the agency's own paragraphs on its self-evaluation, `reception` what receptions were for.

    A transcribed filing has a transcript in the place of lines and entered figures.
    """

    agency: Agency
    year: int
    kind: Kind
    scope: Scope
    pack: str
    lines: tuple[Line, ...]
    prior: Prior = Prior()
    projects: tuple[Project, ...] = ()
    goal: Goal | None = None
    entered: Mapping[str, Decimal | int] = field(default_factory=dict)
    assets_as_of: date | None = None
    offices: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    reasons: Mapping[Address, str] = field(default_factory=dict)
    transcript: Transcript | None = None
    budget: Prior = Prior()
    crosswalk: tuple[Crossing, ...] = ()
    evaluation: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    reception: str = ""
