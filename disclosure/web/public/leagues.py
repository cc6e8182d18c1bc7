"""One measure of every agency: 三公 and its parts, 机关运行经费, in order where the bureau allows it, with medians of the same kind. Knows no page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse

from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_KEY, CHANGES, Address, Measure, change_row
from disclosure.pub.browsed_models import HUNDRED, count_of
from disclosure.pub.models import Figure
from disclosure.web.public.charts import share
from disclosure.web.public.comparing import change_words
from disclosure.web.public.facets import Choice

ON_DUTY = BY_KEY["on_duty"]
PRIOR = (CHANGES, "prior")


@dataclass(frozen=True)
class Place:
    """An agency with its amount, last year's where the document has it, its people, and what that is for each. `text`: as its document prints it."""

    region: str
    region_name: str
    agency_code: str
    name: str
    yuan: Decimal
    prior: Decimal | None
    people: int | None
    text: str
    change: tuple[str, Words, str]
    href: str
    length: float = 0.0
    number: int = 0

    @property
    def each(self) -> Decimal | None:
        """For each person on duty, in 元: first divided, then rounded. None without people."""
        return (self.yuan / self.people).quantize(Decimal(1)) if self.people else None


class Entry(NamedTuple):
    """A document's place in the order. `fen`: its amount in hundredths of a 元."""

    release: int
    fen: int
    people: int | None = None

    @property
    def each(self) -> Decimal:
        """What the order by people goes by; those without people come last."""
        return Decimal(self.fen) / self.people if self.people else LAST


LAST = Decimal("-Infinity")
SORTS: Mapping[str, Callable[[Entry], Decimal | int]] = {"amount": lambda entry: -entry.fen, "each": lambda entry: -entry.each}


def ordered(measure: Measure, choice: Choice, sort: str) -> list[Entry]:
    """Every document of the choice that has the figure. `sort`: amount, each, or "" by region and code. One question to the database, two by people."""
    rows = _at(measure, choice).exclude(fen=None).order_by("region", "agency_code").values_list("release_id", "fen")
    counts = _people(choice) if sort == "each" else {}
    found = [Entry(release, fen or 0, counts.get(release)) for release, fen in rows]
    return sorted(found, key=SORTS[sort]) if sort else found


def _at(measure: Measure, choice: Choice) -> QuerySet[Figure]:
    statement, row, column = measure.addresses[choice.kind]
    return Figure.objects.filter(statement=statement, row=row, column=column, **choice.filters)


def _people(choice: Choice) -> dict[int, int | None]:
    return {release: count_of(text) for release, text in _at(ON_DUTY, choice).order_by().values_list("release_id", "text")}


def places(measure: Measure, choice: Choice, entries: Sequence[Entry], *, among: Sequence[Entry] = (), first: int = 1) -> list[Place]:
    """What is shown of some of them. `among`: all, the highest of which has the longest bar; `first`: the number of the first. One question to the database."""
    own, people = measure.addresses[choice.kind], ON_DUTY.addresses[choice.kind]
    wanted = Q(statement=CHANGES, row=change_row(own), column__in=("prior", "change"))
    for statement, row, column in (own, people):
        wanted |= Q(statement=statement, row=row, column=column)
    found: dict[int, dict[tuple[str, str], Figure]] = defaultdict(dict)
    for figure in Figure.objects.filter(wanted, release__in=[each.release for each in entries], **choice.filters).order_by():
        found[figure.release_id][figure.statement, figure.column] = figure
    home = reverse("home")  # once: of a hundred addresses each would cost as much as its row
    shown = [_place(found[each.release], own, people, home) for each in entries]
    most = Decimal(max((each.fen for each in among), default=0)) / HUNDRED
    return [replace(each, length=share(each.yuan, most), number=number) for number, each in enumerate(shown, start=first)]


def _place(figures: Mapping[tuple[str, str], Figure], own: Address, people_at: Address, home: str) -> Place:
    figure, people, prior = (
        figures.get((statement, column)) for statement, column in ((own[0], own[2]), (people_at[0], people_at[2]), PRIOR)
    )
    assert figure is not None  # it was put in order by this figure
    return Place(
        figure.region,
        figure.region_name,
        figure.agency_code,
        figure.agency_name,
        yuan=figure.yuan or Decimal(0),
        prior=prior.yuan if prior else None,
        people=people.count if people else None,
        text=figure.text,
        change=change_words(prior, figures.get((CHANGES, "change"))),
        href=f"{home}{figure.region}/{figure.agency_code}/{figure.year}/{figure.kind}/",
    )


def median(values: Iterable[Decimal | int]) -> Decimal | None:
    """The middle one, exactly; of an even number the mean of both; None of none."""
    ranked = sorted(values)
    if not ranked:
        return None
    middle = len(ranked) // 2
    return Decimal(ranked[middle]) if len(ranked) % 2 else Decimal(ranked[middle - 1] + ranked[middle]) / 2
