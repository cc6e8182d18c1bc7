"""Whatever JSON comes, and whatever becomes of a right package: it is accepted or refused in words, and nothing else ever happens."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.core.facts import Facts
from disclosure.core.transcript import Stated, stated_figures
from disclosure.filings.package import checked, facts_of, read_package
from disclosure.filings.problems import PackageRefused
from disclosure.filings.tests.finals import final, finals, transcribed_final
from disclosure.filings.tests.packages import DEPARTMENT, at, nodes, packages, short
from disclosure.filings.tests.transcripts import transcribed, transcribed_packages

CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from(
        [
            "0",
            "70",
            "2101501",
            "p1",
            "万元",
            "\ud800",
            "\0",
            "transcribed",
            "final",
            "income",
            "[1](YX07/a/change)主要原因是乙",
            "[1](YX07/a.b.c/change)",
        ]
    )
)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4), max_leaves=12
)
MAKERS = (short, lambda: short(DEPARTMENT), transcribed, final, transcribed_final)


def survives(package: Any) -> None:
    """Accepted, and then its facts can be made and its figures read; or refused, and then every problem has its three parts."""
    try:
        figures(facts_of(read_package(json.dumps(package).encode())))
    except PackageRefused as refused:
        assert refused.problems
        assert all(each.found and each.expected for each in refused.problems)
        str(refused).encode()


def figures(facts: Facts) -> list[Stated]:
    return list(stated_figures(facts.transcript)) if facts.transcript else []


def mutated(data: Any) -> Any:
    """A sample after one to four accidents."""
    package = data.draw(st.sampled_from(MAKERS))()
    for _ in range(data.draw(st.integers(1, 4))):
        group = at(package, data.draw(st.sampled_from(list(nodes(package)))))
        steps = list(group) if isinstance(group, dict) else list(range(len(group)))
        accident(data, group, data.draw(st.sampled_from(steps)) if steps else None)
    return package


def accident(data: Any, group: Any, step: Any) -> None:
    kind = data.draw(st.sampled_from(["replace", "remove", "add"]))
    if kind == "remove" and step is not None:
        del group[step]
    elif kind == "replace" and step is not None:
        group[step] = data.draw(ANYTHING)
    elif isinstance(group, dict):
        group[data.draw(st.text(max_size=8))] = data.draw(ANYTHING)
    else:
        group.append(data.draw(ANYTHING))


@settings(max_examples=150, **CALM)
@given(ANYTHING)
def test_any_json_is_refused_in_words(value: Any) -> None:
    survives(value)


@settings(max_examples=200, **CALM)
@given(st.data())
def test_a_mutated_package_is_accepted_or_refused_in_words(data: Any) -> None:
    survives(mutated(data))


@settings(max_examples=150, **CALM)
@given(st.binary(max_size=60))
def test_any_bytes_are_refused_in_words(data: Any) -> None:
    with pytest.raises(PackageRefused):
        read_package(data)


@settings(max_examples=60, **CALM)
@given(packages())
def test_a_random_package_is_right(package: Any) -> None:
    assert facts_of(checked(package))


@settings(max_examples=60, **CALM)
@given(finals())
def test_a_random_final_account_is_right(package: Any) -> None:
    assert len(facts_of(checked(package)).lines) == len(package["lines"])


@settings(max_examples=60, **CALM)
@given(transcribed_packages())
def test_a_random_transcribed_package_is_right(package: Any) -> None:
    facts = facts_of(checked(package))
    assert facts.transcript and len(figures(facts)) >= len(package.get("stated", []))


@pytest.mark.deep
@settings(max_examples=2000, **CALM)
@given(ANYTHING)
def test_any_json_is_refused_in_words_at_length(value: Any) -> None:
    survives(value)


@pytest.mark.deep
@settings(max_examples=2000, **CALM)
@given(st.data())
def test_a_mutated_package_is_accepted_or_refused_in_words_at_length(data: Any) -> None:
    survives(mutated(data))
