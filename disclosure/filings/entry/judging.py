"""What is typed is judged as a package would be that said only that: one set of rules for forms, workbooks and JSON. Writes nothing."""

from collections.abc import Iterable

from disclosure.core.chart import edition_years, load_chart
from disclosure.filings.json_text import unreadable
from disclosure.filings.meaning import meaning_problems
from disclosure.filings.models import Filing, Project
from disclosure.filings.packing import Package, head_json
from disclosure.filings.problems import Problem, path_of
from disclosure.filings.reading import read_agency
from disclosure.filings.schema import shape_problems


def head_of(filing: Filing) -> Package:
    """A package of the filing that says nothing but who files, and which projects there are."""
    package = head_json(read_agency(filing), filing.pack, filing.year, filing.kind, filing.scope)
    projects = Project.objects.filter(filing=filing).values_list("key", "name")
    return package | {"projects": [{"key": key, "name": name, "overview": ""} for key, name in projects]}


def problems_of(package: Package, below: Iterable[str | int] = ()) -> list[Problem]:
    """What is wrong with what lies below these steps, in the words of the package; paths are those from there. What is missing elsewhere is not asked."""
    base = path_of(list(below))
    found = ours([*unreadable(package, []), *shape_problems(package)], base)
    if not found:
        years = edition_years()
        last = load_chart(package["year"] - 1) if package["year"] - 1 in years else None
        found = ours(meaning_problems(package, load_chart(package["year"]), last), base)
    return found


def ours(problems: list[Problem], base: str) -> list[Problem]:
    """Those of a part, and of what it lies in."""
    at = (each for each in problems if lies_in(each.path, base) or lies_in(base, each.path))
    return [Problem(each.path.removeprefix(base).removeprefix("."), each.found, each.expected) for each in at]


def lies_in(path: str, base: str) -> bool:
    """lines[1].amount lies in lines[1] and in lines, lines[10] does not lie in lines[1]; everything lies in the whole."""
    return not base or path == base or path.startswith((f"{base}.", f"{base}["))
