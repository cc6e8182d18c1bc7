"""What is typed is judged as a package would be that said only that: one set of rules for forms, workbooks and JSON. Writes nothing."""

from collections.abc import Iterable
from typing import Any

from disclosure.core.chart import edition_years, load_chart
from disclosure.filings.meaning import meaning_problems
from disclosure.filings.models import Filing, Project
from disclosure.filings.packing import Package, head_json
from disclosure.filings.problems import Problem, path_of
from disclosure.filings.reading import read_agency
from disclosure.filings.schema import shape_problems
from disclosure.filings.workbook_kinds import Steps
from disclosure.filings.workbook_tree import put


def head_of(filing: Filing) -> Package:
    """A package of the filing that says nothing but who files, and which projects there are."""
    package = head_json(read_agency(filing), filing.pack, filing.year, filing.kind, filing.scope)
    projects = Project.objects.filter(filing=filing).values_list("key", "name")
    return package | {"projects": [{"key": key, "name": name, "overview": ""} for key, name in projects]}


def said_in(package: Package, steps: Steps, value: Any) -> Package:
    """The package with one thing more; entries of a list come behind those that are there."""
    put(package, steps, value)
    return package


def problems_of(package: Package, below: Iterable[str | int] = ()) -> list[Problem]:
    """What is wrong with what lies below these steps, in the words of the package; paths are those from there. What is missing elsewhere is not asked."""
    base = path_of(list(below))
    found = ours(shape_problems(package), base)
    if not found:
        years = edition_years()
        last = load_chart(package["year"] - 1) if package["year"] - 1 in years else None
        found = ours(meaning_problems(package, load_chart(package["year"]), last), base)
    return found


def ours(problems: list[Problem], base: str) -> list[Problem]:
    """Those of a part, and of what it lies in."""
    at = (each for each in problems if each.path.startswith(base) or base.startswith(each.path))
    return [Problem(each.path.removeprefix(base).removeprefix("."), each.found, each.expected) for each in at]
