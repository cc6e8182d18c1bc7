"""Values that stand alone: counts, amounts, paragraphs, figures and reasons by address. Many are read at once and written at once. Knows no page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from agencies.people.models import Person
from disclosure.core.facts import Address
from disclosure.filings.entry.judging import head_of, problems_of
from disclosure.filings.entry.rows import ANY
from disclosure.filings.entry.typed import shown, typed
from disclosure.filings.entry.writing import Clash, Conflict, NotWritten, writing
from disclosure.filings.models import BudgetFigure, EnteredFigure, Filing, PriorFigure, Reason, Text
from disclosure.filings.package import said as spoken
from disclosure.filings.workbook_kinds import Field, Steps
from disclosure.filings.workbook_tree import put
from disclosure.filings.workbook_values import Unreadable

PARAGRAPHS = {"texts.duties": "duties", "organisation.offices": "offices", "texts.evaluation": "evaluation", "texts.report": "report"}
ONE_TEXT = {"texts.reception": "reception"}
OF_FILING = {
    "goal.objective": "objective", "assets.as_of": "assets_as_of", "last_year.complete": "last_year_complete",
    "budget.complete": "budget_complete",
}  # fmt: skip
ADDRESSED: Mapping[str, tuple[Any, str]] = {
    "last_year.figures": (PriorFigure, "amount"), "budget.figures": (BudgetFigure, "amount"), "reasons": (Reason, "text"),
}  # fmt: skip


@dataclass(frozen=True)
class Slot:
    """A value by its key: that of the package with dots, `last_year.figures:YS03/total/basic` at an address, `projects:p1.evaluation.…` of a project."""

    key: str
    field: Field
    help: str = ""

    @property
    def list(self) -> str:
        """The list of the package in which it is an entry; "" where it is none."""
        return self.key.partition(":")[0] if ":" in self.key else ""

    @property
    def place(self) -> str:
        """What it is known by in its list."""
        return self.key.partition(":")[2]


def slot(field: Field, help_text: str = "") -> Slot:
    """The slot of a heading of a sheet of pairs."""
    return Slot(field.key, field, help_text)


def at_address(list_name: str, address: Address, heading: str, help_text: str = "") -> Slot:
    """A figure or a reason at an address."""
    kind = "text" if list_name == "reasons" else "money"
    return Slot(f"{list_name}:{address}", Field(heading, list_name, kind, width=60), help_text)  # type: ignore[arg-type]


def texts_of(filing: Filing, slots: Iterable[Slot]) -> dict[str, str]:
    """What stands in each, as its field shows it."""
    found = everything(filing)
    return {each.key: shown(each.field, found.get(each.key)) for each in slots}


def everything(filing: Filing) -> dict[str, Any]:
    """All values of a filing that stand alone, by their keys."""
    found: dict[str, Any] = {key: getattr(filing, name) or None for key, name in OF_FILING.items()}
    figures = EnteredFigure.objects.filter(filing=filing).values_list("key", "amount", "count")
    found |= {of_project(key): count if amount is None else amount for key, amount, count in figures}
    paragraphs: dict[str, list[str]] = defaultdict(list)
    for section, text in Text.objects.filter(filing=filing).order_by("section", "position").values_list("section", "text"):
        paragraphs[section].append(text)
    found |= {key: "\n".join(paragraphs[name]) or None for key, name in (PARAGRAPHS | ONE_TEXT).items()}
    for name, (model, value) in ADDRESSED.items():
        for row in model.objects.filter(filing=filing):
            found[f"{name}:{Address(row.statement, row.row, row.column)}"] = getattr(row, value)
    return found


def of_project(key: str) -> str:
    """evaluation.p1.central.budget → projects:p1.evaluation.central.budget; other keys stay."""
    parts = key.split(".")
    return f"projects:{'.'.join(parts[1:-2])}.evaluation.{'.'.join(parts[-2:])}" if parts[0] == "evaluation" else key


def save(*, filing: Filing, slots: Iterable[Slot], was: Mapping[str, str], texts: Mapping[str, str], by: Person, why: str) -> list[str]:
    """Write what changed; the keys of it. `was`: what the person saw. What only somebody else changed stays. Raises NotWritten, Conflict."""
    slots = [each for each in slots if each.key in texts]
    with writing(filing, by, why) as locked:
        values = read_all(slots, texts)
        changed = mine(slots, values, was, texts_of(locked, slots), texts)
        judge(locked, changed, values)
        for each in changed:
            put_down(locked, each, values[each.key])
    return [each.key for each in changed]


def read_all(slots: list[Slot], texts: Mapping[str, str]) -> dict[str, Any]:
    """The values that were typed. Raises NotWritten."""
    values, problems = {}, {}
    for each in slots:
        try:
            values[each.key] = typed(each.field, texts[each.key])
        except Unreadable as error:
            problems[each.key] = f"{error.found}；{error.expected}"
    if problems:
        raise NotWritten(problems)
    return values


def mine(
    slots: list[Slot], values: Mapping[str, Any], was: Mapping[str, str], now: Mapping[str, str], texts: Mapping[str, str]
) -> list[Slot]:
    """What this person changed. Raises Conflict where somebody else changed the same to something else."""
    changed, clashes = [], []
    for each in slots:
        before, theirs, own = (meant(each, text) for text in (was.get(each.key, ""), now[each.key], texts[each.key]))
        if own in (before, theirs):
            continue
        if before == theirs:
            changed.append(each)
        else:
            clashes.append(Clash(each.key, each.field.heading, texts[each.key], now[each.key]))
    if clashes:
        raise Conflict(clashes, version=None)
    return changed


def meant(each: Slot, text: str) -> Any:
    """The value that a text stands for; what cannot be read stands for itself."""
    try:
        value = typed(each.field, text)
        return Decimal(value) if value and each.field.kind == "money" else value
    except (Unreadable, InvalidOperation):
        return text


def judge(filing: Filing, changed: list[Slot], values: Mapping[str, Any]) -> None:
    """The rules of the package, asked of each value alone. Raises NotWritten."""
    problems: dict[str, str] = {}
    head = head_of(filing) if changed else {}
    for each in changed:
        if values[each.key] is not None:
            steps = steps_of(each, head)
            package = {**head, "projects": [dict(project) for project in head["projects"]]}
            put_value(package, each, steps, values[each.key])
            for problem in problems_of(package, steps[:1] if each.list else steps):
                problems.setdefault(each.key, f"{problem.found}；{problem.expected}")
    if problems:
        raise NotWritten(problems)


def steps_of(each: Slot, head: Mapping[str, Any]) -> Steps:
    """Where a package has the value."""
    if each.list == "projects":
        key, _dot, rest = each.place.partition(".")
        at = next(place for place, project in enumerate(head["projects"]) if project["key"] == key)
        return ("projects", at, *rest.split("."))
    return (*each.list.split("."), 0) if each.list else tuple(each.key.split("."))


def put_value(package: dict[str, Any], each: Slot, steps: Steps, value: Any) -> None:
    """The value in a package that says little else."""
    if each.list in ADDRESSED:
        named = "text" if each.list == "reasons" else "amount"
        put(package, steps[:-1], [{**Address.parse(each.place)._asdict(), named: value}])
    elif each.key in PARAGRAPHS:
        put(package, steps, lines_of(value))
    elif each.key == "goal.objective":
        put(package, ("goal",), {"objective": value, "indicators": [ANY]})
    else:
        put(package, steps, value)


def put_down(filing: Filing, each: Slot, value: Any) -> None:
    """Write one value, or that there is none."""
    if each.key in OF_FILING:
        write_of_filing(filing, OF_FILING[each.key], value)
    elif each.key in PARAGRAPHS | ONE_TEXT:
        write_paragraphs(filing, (PARAGRAPHS | ONE_TEXT)[each.key], value)
    elif each.list in ADDRESSED:
        write_addressed(filing, each, value)
    else:
        write_figure(filing, each, value)


def write_of_filing(filing: Filing, name: str, value: Any) -> None:
    empty = {"objective": "", "assets_as_of": None}
    new = date.fromisoformat(value) if name == "assets_as_of" and value else value
    Filing.objects.filter(pk=filing.pk).update(**{name: empty.get(name, False) if value is None else new})


def write_paragraphs(filing: Filing, section: str, value: str | None) -> None:
    """One paragraph a line; empty lines fall away."""
    Text.objects.filter(filing=filing, section=section).delete()
    rows = enumerate(lines_of(value or ""))
    Text.objects.bulk_create(Text(filing=filing, section=section, position=place, text=line) for place, line in rows)


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def write_addressed(filing: Filing, each: Slot, value: Any) -> None:
    model, name = ADDRESSED[each.list]
    address = Address.parse(each.place)._asdict()
    if value is None:
        model.objects.filter(filing=filing, **address).delete()
        return
    said = spoken(value) if name == "text" else Decimal(value)
    model.objects.update_or_create(filing=filing, **address, defaults={name: said})


def write_figure(filing: Filing, each: Slot, value: Any) -> None:
    key = f"evaluation.{each.place.replace('.evaluation.', '.')}" if each.list == "projects" else each.key
    if value is None:
        EnteredFigure.objects.filter(filing=filing, key=key).delete()
        return
    is_count = isinstance(value, int)
    said = {"count": value if is_count else None, "amount": None if is_count else Decimal(value)}
    EnteredFigure.objects.update_or_create(filing=filing, key=key, defaults=said)
