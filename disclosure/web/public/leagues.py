"""One measure of every agency: 三公 and its parts, 机关运行经费, in order where the bureau allows it, with medians of the same kind. Knows no page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.urls import reverse

from disclosure.exports.levels import Words
from disclosure.exports.measures import BY_KEY, CHANGES, Address, Measure, change_row
from disclosure.pub.browsed_models import HUNDRED, count_of
from disclosure.pub.models import Figure
from disclosure.web.public.charts import share
from disclosure.web.public.comparing import change_words
from disclosure.web.public.facets import Choice
from disclosure.web.public.figure_rows import Entry, FigureRow, entries, figure_rows

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
    href: str
    length: float = 0.0
    number: int = 0

    @property
    def each(self) -> Decimal | None:
        """For each person on duty, in 元: first divided, then rounded. None without people."""
        return (self.yuan / self.people).quantize(Decimal(1)) if self.people else None


SORTS, LAST = ("amount", "each"), Decimal("-Infinity")


def ordered(measure: Measure, choice: Choice, sort: str) -> list[Entry]:
    """Every document of the choice that has the figure. `sort`: amount, each, or "" by region and code. One question to the database, two by people."""
    found = entries(_at(measure, choice).exclude(fen=None), sort if sort == "amount" else "")
    people = _people(choice) if sort == "each" else {}
    return sorted(found, key=lambda entry: _each(entry, people.get(entry.release)), reverse=True) if people else found


def _each(entry: Entry, people: int | None) -> Decimal:
    """What the order by people goes by; those without people come last."""
    return Decimal(entry.fen) / people if people else LAST


def _at(measure: Measure, choice: Choice) -> QuerySet[Figure]:
    statement, row, column = measure.addresses[choice.kind]
    return Figure.objects.filter(statement=statement, row=row, column=column, **choice.filters)


def _people(choice: Choice) -> dict[int, int | None]:
    return {release: count_of(text) for release, text in _at(ON_DUTY, choice).order_by().values_list("release_id", "text")}


def places(measure: Measure, choice: Choice, shown: Sequence[Entry], *, among: Sequence[Entry] = (), first: int = 1) -> list[Place]:
    """What is shown of some of them. `among`: all, the highest of which has the longest bar; `first`: the number of the first. One question to the database."""
    address, row = measure.addresses[choice.kind], change_row(measure.addresses[choice.kind])
    beside = (ON_DUTY.addresses[choice.kind], (CHANGES, row, "prior"), (CHANGES, row, "change"))
    found = _figures((address, *beside), [each.release for each in shown])
    most = Decimal(max((each.fen for each in among), default=0)) / HUNDRED
    home = reverse("home")  # once: of a hundred addresses each would cost as much as its row
    return [
        _place(own, [found.get((each.release, *other)) for other in beside], most, number, f"{home}%s/%s/{choice.year}/{choice.kind}/")
        for number, each in enumerate(shown, start=first)
        if (own := found.get((each.release, *address)))  # not withdrawn since they were put in order
    ]


def _figures(addresses: Sequence[Address], releases: Sequence[int]) -> dict[tuple[int, str, str, str], FigureRow]:
    """By release and address; some that stand at a statement, row and column of different addresses are read along."""
    statements, rows, columns = (set(each) for each in zip(*addresses, strict=True))
    wanted = Figure.objects.filter(release__in=releases, statement__in=statements, row__in=rows, column__in=columns)
    return {(each.release_id, each.statement, each.row, each.column): each for each in figure_rows(wanted)}


def _place(own: FigureRow, beside: Sequence[FigureRow | None], most: Decimal, number: int, address: str) -> Place:
    (people, prior, change), yuan = beside, own.yuan or Decimal(0)
    return Place(
        own.region,
        own.region_name,
        own.agency_code,
        own.agency_name,
        yuan=yuan,
        prior=prior.yuan if prior else None,
        people=people.counted if people else None,
        text=own.text,
        change=change_words(prior, change),
        href=address % (own.region, own.agency_code),
        length=share(yuan, most),
        number=number,
    )


def median(values: Iterable[Decimal | int]) -> Decimal | None:
    """The middle one, exactly; of an even number the mean of both; None of none."""
    ranked = sorted(values)
    if not ranked:
        return None
    middle = len(ranked) // 2
    return Decimal(ranked[middle]) if len(ranked) % 2 else Decimal(ranked[middle - 1] + ranked[middle]) / 2
