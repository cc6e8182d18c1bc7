"""One measure of every agency: 三公 and its parts, 机关运行经费, in order where the bureau allows it, with medians of the same kind. Knows no page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q

from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_KEY, CHANGES, Measure, change_row
from disclosure.pub.models import Figure
from disclosure.web.public.charts import share
from disclosure.web.public.comparing import change_words
from disclosure.web.public.facets import Choice

ON_DUTY = BY_KEY["on_duty"]


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
    length: float = 0.0
    number: int = 0

    @property
    def each(self) -> Decimal | None:
        """For each person on duty, in 元: first divided, then rounded. None without people."""
        return (self.yuan / self.people).quantize(Decimal(1)) if self.people else None


LAST = Decimal("-Infinity")
SORTS: Mapping[str, Callable[[Place], Decimal]] = {
    "amount": lambda place: -place.yuan,
    "each": lambda place: -(LAST if place.each is None else place.each),
}


def places(measure: Measure, choice: Choice, sort: str) -> list[Place]:
    """Every agency of the choice that has the figure. `sort`: amount, each, or "" by region and code. Two questions to the database."""
    statement, row, column = measure.addresses[choice.kind]
    amounts = Figure.objects.filter(statement=statement, row=row, column=column, **choice.filters).exclude(fen=None)
    beside = _beside(measure, choice)
    found = [_place(each, beside.get(each.release_id, {})) for each in amounts.order_by("region", "agency_code")]
    found = sorted(found, key=SORTS[sort]) if sort else found
    highest = max((each.yuan for each in found), default=Decimal(0))
    return [replace(each, length=share(each.yuan, highest), number=number) for number, each in enumerate(found, start=1)]


def _beside(measure: Measure, choice: Choice) -> dict[int, dict[str, Figure]]:
    """Of every document: last year's figure, and the people."""
    statement, row, column = ON_DUTY.addresses[choice.kind]
    people = Q(statement=statement, row=row, column=column)
    prior = Q(statement=CHANGES, row=change_row(measure.addresses[choice.kind]), column__in=("prior", "change"))
    found: dict[int, dict[str, Figure]] = defaultdict(dict)
    for figure in Figure.objects.filter(people | prior, **choice.filters).order_by():
        found[figure.release_id][figure.column] = figure
    return found


def _place(figure: Figure, beside: dict[str, Figure]) -> Place:
    people, prior = beside.get(ON_DUTY.addresses["budget"][2]), beside.get("prior")
    return Place(
        figure.region,
        figure.region_name,
        figure.agency_code,
        figure.agency_name,
        yuan=figure.yuan or Decimal(0),
        prior=prior.yuan if prior else None,
        people=people.count if people else None,
        text=figure.text,
        change=change_words(prior, beside.get("change")),
    )


def median(values: Iterable[Decimal]) -> Decimal | None:
    """The middle one, exactly; of an even number the mean of both; None of none."""
    ordered: Sequence[Decimal] = sorted(values)
    if not ordered:
        return None
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
