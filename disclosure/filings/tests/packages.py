"""The sample packages of the tests, changed ones of them, and random ones. Knows how to build packages, not what is right about them."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from disclosure.filings.package import checked
from disclosure.filings.problems import PackageRefused, Problem

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
UNIT, DEPARTMENT = "shangrao-2024-unit", "donghu-2024-ledger"
Steps = tuple[str | int, ...]


def sample(name: str = UNIT) -> dict[str, Any]:
    return json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))


def at(value: Any, steps: Steps) -> Any:
    for step in steps:
        value = value[step]
    return value


def short(name: str = UNIT) -> dict[str, Any]:
    """The sample with the first two entries of each list: enough for its form, and quick to check."""
    return trimmed(sample(name))


def trimmed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: trimmed(each) for name, each in value.items()}
    return [trimmed(each) for each in value[:2]] if isinstance(value, list) else value


def changed(steps: Steps, value: Any, package: dict[str, Any] | None = None) -> dict[str, Any]:
    """The package, or the sample, with one value replaced."""
    package = package or sample()
    at(package, steps[:-1])[steps[-1]] = copy.deepcopy(value)
    return package


def with_line(name: str = UNIT, /, **values: Any) -> dict[str, Any]:
    """The sample whose first line holds these values; None removes one."""
    package = sample(name)
    line = {**package["lines"][0], **values}
    package["lines"][0] = {key: value for key, value in line.items() if value is not None}
    return package


def problems(package: Any) -> list[Problem]:
    """What is found wrong; fails the test when nothing is."""
    with pytest.raises(PackageRefused) as refused:
        checked(package)
    return refused.value.problems


def problem(package: Any) -> str:
    """The one problem, as printed."""
    found = problems(package)
    assert len(found) == 1, found
    return str(found[0])


def nodes(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """The steps of every group and list inside, and of the value itself."""
    if isinstance(value, dict | list):
        yield steps
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from nodes(each, (*steps, step))


def text(most: int = 20) -> st.SearchStrategy[str]:
    """Any text a package may hold, formulas and control-like escapes among it."""
    signs = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
    odd = st.sampled_from(
        ["=1+1", '=HYPERLINK("x")', "@a", "+1", "-1", "2024", "1e5", "_x0041_", " a ", "甲\n乙", "#REF!", "TRUE", "https://a.cn", "'甲"]
    )
    return (st.text(signs, min_size=1, max_size=most) | odd).filter(lambda value: bool(value.strip()) and len(value) <= most)


KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,30}", fullmatch=True)
MONEY = st.from_regex(r"(0|[1-9][0-9]{0,7})(\.[0-9]{1,6})?", fullmatch=True)
COUNTS = st.integers(0, 1_000_000)
KINDS = st.sampled_from(["administrative", "civil_service", "institution"])
SOURCES = st.sampled_from(["general", "fund", "soe", "institutional", "other"])
USES = st.sampled_from(["personnel", "public", "academic_exchange"])
INDICATOR = st.fixed_dictionaries({key: text() for key in ("level1", "level2", "level3", "target")})
GOAL = st.fixed_dictionaries({"objective": text(), "indicators": st.lists(INDICATOR, min_size=1, max_size=3)})
ADDRESS = {"statement": st.just("YS03"), "row": KEYS, "column": st.from_regex(r"[a-z_]{1,20}", fullmatch=True)}
TERM = st.fixed_dictionaries({"term": text(), "definition": text()})
STAFF = st.dictionaries(st.sampled_from(["administrative", "institution", "institution_full"]), COUNTS, min_size=1)


def rows(strategy: st.SearchStrategy[Any], most: int = 3, **unique: Any) -> st.SearchStrategy[Any]:
    return st.lists(strategy, min_size=1, max_size=most, **unique)


def addressed(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return rows(st.fixed_dictionaries({**ADDRESS, **more}), unique_by=lambda row: (row["row"], row["column"]))


PROJECTS = rows(
    st.fixed_dictionaries(
        {"key": KEYS, "name": text(), "overview": st.just("") | text()},
        optional={"basis": text(), "plan": text(), "period": text(), "implementer": text(), "goal": GOAL},
    ),
    unique_by=(lambda project: project["key"], lambda project: project["name"]),
)
LINE = {"function": st.just("2101501"), "amount": MONEY}
OPTIONAL_OF_LINE = {"item": text(), "source": SOURCES, "vintage": st.sampled_from(["this_year", "carried_over"]), "use": USES}


def lines_of(projects: list[dict[str, Any]]) -> st.SearchStrategy[Any]:
    """Lines of basic money, and of project money for these projects."""
    basic = {"nature": st.just("basic"), "economic": st.sampled_from(["30101", "302"])}
    kinds = [st.fixed_dictionaries({**LINE, **basic}, optional={**OPTIONAL_OF_LINE, "function_name": st.just("行政运行")})]
    if projects:
        keys = st.sampled_from([project["key"] for project in projects])
        project = {"nature": st.just("project"), "economic": st.just("30201"), "economic_class": st.just("302"), "project": keys}
        kinds.append(st.fixed_dictionaries({**LINE, **project}, optional=OPTIONAL_OF_LINE))
    return rows(
        st.one_of(kinds).filter(lambda line: (line["economic"][:3], line.get("use")) not in (("301", "public"), ("302", "personnel"))), 5
    )


SECTIONS = st.fixed_dictionaries(
    {},
    optional={
        "headcount": st.fixed_dictionaries({}, optional={"posts": STAFF, "on_duty": STAFF, "retired": COUNTS}).filter(bool),
        "procurement": st.dictionaries(st.sampled_from(["goods", "works", "services"]), MONEY, min_size=1),
        "assets": st.fixed_dictionaries({"as_of": st.dates().map(str), "vehicles": st.just({"general": 1})}),
        "organisation": st.fixed_dictionaries({"offices": rows(text())}),
        "texts": st.fixed_dictionaries(
            {"duties": rows(text(200))}, optional={"terms": rows(st.fixed_dictionaries({"term": text(), "definition": text()}))}
        ),
        "reasons": addressed(text=text().map("因{}".format)),
        "last_year": st.fixed_dictionaries(
            {"complete": st.booleans()}, optional={"figures": addressed(amount=MONEY), "lines": lines_of([])}
        ),
    },
)


@st.composite
def packages(draw: st.DrawFn) -> dict[str, Any]:
    """Any right package of one unit, without empty groups."""
    projects = draw(st.just([]) | PROJECTS)
    agency = {
        "code": "307001",
        "name": draw(text()),
        "region": "361100",
        "place": draw(text()),
        "parent": {"code": "307", "name": draw(text())},
    }
    fixed = {"format": "filing-package/1", "pack": "jiangxi", "year": 2024, "kind": "budget", "scope": "unit", "origin": "entered"}
    package = {**fixed, "amount_unit": "万元", "agency": agency, "lines": draw(lines_of(projects)), **draw(SECTIONS)}
    return {**package, "projects": projects} if projects else package
