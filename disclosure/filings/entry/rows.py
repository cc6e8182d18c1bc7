"""Rows are added, changed, deleted and brought back one by one; whoever changes one names the version he saw. Knows no page."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max, QuerySet
from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.core.words import Flow, Kind, Source, Stage, Vintage
from disclosure.filings.entry.judging import head_of, problems_of
from disclosure.filings.entry.row_kinds import RowKind
from disclosure.filings.entry.typed import shown, typed
from disclosure.filings.entry.writing import Clash, Conflict, NotWritten, last_change, writing
from disclosure.filings.models import EnteredFigure, Filing, Indicator, Line, PriorLine, Project
from disclosure.filings.workbook_kinds import WHOLE, Field, Steps
from disclosure.filings.workbook_tree import put
from disclosure.filings.workbook_values import Unreadable

Values = Mapping[str, str]  # what stands in the fields, by the key of the sheet
ANY = dict.fromkeys(("level1", "level2", "level3", "target"), "—")  # an indicator that nothing is said against


def rows_of(filing: Filing, kind: RowKind) -> QuerySet[Any]:
    """All rows of a kind, in their order."""
    related = {Line: ("unit", "project"), Indicator: ("project",)}.get(kind.model, ())
    return kind.model.objects.filter(filing=filing, **kind.fixed).select_related(*related)


def values_of(kind: RowKind, row: Any, document: str) -> dict[str, str]:
    """What a row says, as its fields show it."""
    return {field.key: shown(field, read(kind, row, field)) for field in kind.fields(document)}


def read(kind: RowKind, row: Any, field: Field) -> Any:
    """One value of a row, references by their codes."""
    if field.key == "unit":
        return row.unit.code
    if field.key == "project" and not isinstance(row.project, str):
        return row.project.key if row.project else WHOLE if kind.model is Indicator else ""
    if field.key == "vintage" and row.flow != Flow.SPENDING:
        return ""  # only spending says whose money it is
    return getattr(row, kind.attribute(field.key))


def add(*, filing: Filing, kind: RowKind, values: Values, by: Person) -> Any:
    """One row more, behind the others. Raises NotWritten."""
    with writing(filing, by, _("填报：增加%s") % kind.one) as locked:
        said = judged(locked, kind, values)
        last = rows_of(locked, kind).aggregate(last=Max("position"))["last"]
        return insert(kind, {"filing": locked, "position": 0 if last is None else last + 1, **said})


def insert(kind: RowKind, said: dict[str, Any]) -> Any:
    """The row itself; what the database alone knows is said in words."""
    try:
        with transaction.atomic():
            made = kind.model.objects.create(**said, **kind.fixed)
            made.refresh_from_db()
            return made
    except IntegrityError as error:
        raise NotWritten({"": refused_by_database(error)}) from error


def change(*, filing: Filing, kind: RowKind, pk: int, version: int, was: Values, values: Values, by: Person) -> None:
    """A row says something else. `was`: what the person saw; cells that only somebody else changed keep his. Raises NotWritten, Conflict."""
    with writing(filing, by, _("填报：修改%s") % kind.one) as locked:
        row = rows_of(locked, kind).filter(pk=pk).first()
        if row is None:
            raise gone(kind, locked, was, values)
        now = values_of(kind, row, locked.kind)
        if row.version != version:
            values = merged(kind, locked, row, now=now, was=was, mine=values)
        said = judged(locked, kind, values, row)
        write(kind, row, said)


def write(kind: RowKind, row: Any, said: dict[str, Any]) -> None:
    """The new values, if the row is still the one that was read."""
    try:
        with transaction.atomic():
            done = kind.model.objects.filter(pk=row.pk, version=row.version).update(**said, version=F("version") + 1)
    except IntegrityError as error:
        raise NotWritten({"": refused_by_database(error)}) from error
    assert done == 1, "the filing is locked"


def merged(kind: RowKind, filing: Filing, row: Any, *, now: Values, was: Values, mine: Values) -> dict[str, str]:
    """Mine where I changed a cell, theirs where only they did. Raises Conflict where both did."""
    together, clashes = dict(now), []
    for field in kind.fields(filing.kind):
        before, my_own, theirs = was.get(field.key, ""), mine.get(field.key, ""), now.get(field.key, "")
        if same(field, my_own, before) or same(field, my_own, theirs):
            continue
        if same(field, theirs, before):
            together[field.key] = my_own
        else:
            clashes.append(Clash(field.key, field.heading, my_own, theirs))
    if clashes:
        raise beaten(kind, row, clashes)
    return together


def same(field: Field, one: str, other: str) -> bool:
    """Whether two texts mean the same value."""
    try:
        return bool(typed(field, one) == typed(field, other))
    except Unreadable:
        return one == other


def beaten(kind: RowKind, row: Any, clashes: list[Clash]) -> Conflict:
    """Somebody else was first: who, and when."""
    by, at = last_change(kind.model._meta.db_table, row.pk)
    return Conflict(clashes, version=row.version, by=by, at=at)


def gone(kind: RowKind, filing: Filing, was: Values, mine: Values) -> Conflict:
    """The row was deleted, or replaced by an import."""
    fields = kind.fields(filing.kind)
    clashes = [
        Clash(each.key, each.heading, mine.get(each.key, ""), "") for each in fields if mine.get(each.key, "") != was.get(each.key, "")
    ]
    return Conflict(clashes, version=None)


def delete(*, filing: Filing, kind: RowKind, pk: int, version: int, by: Person) -> dict[str, Any]:
    """One row less; what it said, to bring it back. Raises NotWritten, Conflict."""
    with writing(filing, by, _("填报：删除%s") % kind.one) as locked:
        row = rows_of(locked, kind).filter(pk=pk).first()
        if row is None:
            return {}
        if row.version != version:
            raise beaten(kind, row, [])
        if isinstance(row, Project) and is_used(row):
            raise NotWritten({"": _("这个项目还有收支明细、绩效指标或自评资金。请先把它们改到别的项目，或者删去。")})
        kept = {"values": values_of(kind, row, locked.kind), "position": row.position}
        row.delete()
        return kept


def is_used(project: Project) -> bool:
    """Whether lines, indicators or figures of its evaluation hang on a project: deleting it would take them along, or leave them to the next."""
    figures = EnteredFigure.objects.filter(filing=project.filing_id, key__startswith=f"evaluation.{project.key}.")
    return figures.exists() or any(model.objects.filter(project=project).exists() for model in (Line, Indicator))


def restore(*, filing: Filing, kind: RowKind, kept: Mapping[str, Any], by: Person) -> Any:
    """What was deleted, at its place. Raises NotWritten."""
    with writing(filing, by, _("填报：撤销删除")) as locked:
        said = judged(locked, kind, kept["values"])
        return insert(kind, {"filing": locked, "position": kept["position"], **said})


def judged(filing: Filing, kind: RowKind, values: Values, row: Any = None) -> dict[str, Any]:
    """The values for the model, once the rules of the package have nothing against them. Raises NotWritten."""
    fields = kind.fields(filing.kind)
    entry, problems = entry_of(fields, values)
    if not problems:
        package = head_of(filing)
        steps = place_in(package, kind, entry, row)
        for problem in problems_of(package, steps):
            key = next((each.key for each in fields if each.key == problem.path), "")
            problems.setdefault(key, f"{problem.found}；{problem.expected}")
    if problems:
        raise NotWritten(problems)
    return attributes(filing, kind, fields, entry)


def entry_of(fields: tuple[Field, ...], values: Values) -> tuple[dict[str, Any], dict[str, str]]:
    """What was typed as an entry of the package, and what cannot be read."""
    entry: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in fields:
        try:
            value = typed(field, values.get(field.key, ""))
        except Unreadable as error:
            problems[field.key] = f"{error.found}；{error.expected}"
            continue
        if value is not None or field.empty:
            put(entry, field.steps, value or "")
    return entry, problems


def place_in(package: dict[str, Any], kind: RowKind, entry: dict[str, Any], row: Any) -> Steps:
    """The entry in its package, and where: an indicator in its goal, a project in the place of itself."""
    if kind.model is Indicator:
        owner = entry.setdefault("project", WHOLE)
        at = next((place for place, each in enumerate(package["projects"]) if each["key"] == owner), None)
        if at is None and owner != WHOLE:
            raise NotWritten({"project": _("没有项目“%s”；请选一个现有的项目") % owner})
        base: Steps = ("goal",) if at is None else ("projects", at, "goal")
        put(package, (*base, "objective"), "—")
        put(package, (*base, "indicators"), [{key: value for key, value in entry.items() if key != "project"}])
        return (*base, "indicators", 0)
    if kind.model is Project:
        entry.setdefault("key", row.key if row else free_key({each["key"] for each in package["projects"]}))
        package["projects"] = [each for each in package["projects"] if row is None or each["key"] != row.key] + [project_entry(entry)]
        return ("projects", len(package["projects"]) - 1)
    put(package, kind.base, [entry])
    return (*kind.base, 0)


def project_entry(entry: dict[str, Any]) -> dict[str, Any]:
    """A project as a package has it: an objective stands in a goal with indicators, which are written elsewhere."""
    goal = entry.get("goal")
    return entry | ({"goal": goal | {"indicators": [ANY]}} if goal else {})


def free_key(taken: Collection[str]) -> str:
    """The next of p1, p2, …."""
    return next(key for number in range(1, len(taken) + 2) if (key := f"p{number}") not in taken)


def attributes(filing: Filing, kind: RowKind, fields: tuple[Field, ...], entry: dict[str, Any]) -> dict[str, Any]:
    """The entry as the model has it; what is not said is blank or its default."""
    said: dict[str, Any] = {}
    for field in fields:
        value: Any = entry
        for step in field.steps:
            value = value.get(step, {}) if isinstance(value, dict) else {}
        said[kind.attribute(field.key)] = value if value != {} else default_of(kind, field)
    if "unit" in said:
        units = {unit.code: unit for unit in filing.units.all()}
        said["unit"] = units.get(said["unit"]) or next(iter(units.values()))
        said["year"] = filing.year - (kind.name == "prior-lines")
    if kind.model in (Line, Indicator):
        said["project"] = Project.objects.filter(filing=filing, key=said["project"]).first()
    if kind.model in (Line, PriorLine):
        said["stage"] = Stage.OUTTURN if filing.kind == Kind.FINAL else Stage.INITIAL_BUDGET
    return said


def default_of(kind: RowKind, field: Field) -> Any:
    """What the model has where nothing is said."""
    return {"source": Source.GENERAL, "vintage": Vintage.THIS_YEAR, "flow": Flow.SPENDING}.get(field.key, "")


def refused_by_database(error: IntegrityError) -> str:
    """What the constraints know and the rules of the package do not, in words."""
    known = {
        "project_key_once": _("项目代号已经有了"),
        "project_name_once": _("已经有同名的项目"),
        "crossing_of_an_old_code_once": _("这个原编码已经对照过"),
    }
    said = str(error).partition("\n")[0]
    return next((str(words) for name, words in known.items() if name in said), _("数据库不接受这样的内容：%s") % said)
