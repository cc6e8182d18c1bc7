"""名词解释: the sources and the 项 that the document uses, and the terms of the field, each explained once. Knows no place in particular."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.core.chart import Chart
from disclosure.core.facts import Facts, Line
from disclosure.core.glossary_terms import load_source_terms, load_terms
from disclosure.core.transcript import Transcript
from disclosure.core.words import FISCAL, Flow, Source, Stage, Vintage
from disclosure.statements.numerals import chinese

OF_FLOWS: dict[str, str] = {Flow.OPENING_BALANCE: "carryover", Flow.SURPLUS_USED: "nonfiscal_surplus"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One explained term, under its section and number."""

    section: str
    number: str
    term: str
    definition: str


def explain(facts: Facts, chart: Chart, sections: tuple[str, str, str], terms: tuple[str, ...]) -> list[Entry]:
    """The three sections of 名词解释; a section without a term is left out. What the agency explains itself comes first in its place."""
    own = {term.name: term.definition for term in facts.terms}
    found = (list(_sources(facts)), list(_functions(facts, chart)), list(_terms(own, terms, facts.kind)))
    return [
        Entry(section, f"（{chinese(number)}）", name, own.get(name) or definition)
        for section, entries in zip(sections, found, strict=True)
        for number, (name, definition) in enumerate(entries, 1)
    ]


def _sources(facts: Facts) -> Iterator[tuple[str, str]]:
    terms = load_source_terms(facts.kind)
    used = {_source_key(line) for line in facts.lines}
    return ((term.term, term.definition) for key, term in terms.items() if key in used)


def _source_key(line: Line) -> str:
    """What a line's source is explained as; a final account explains what it received and what it began with."""
    if line.stage == Stage.OUTTURN and line.flow != Flow.INCOME:
        return OF_FLOWS.get(line.flow, "")
    if line.vintage == Vintage.CARRIED_OVER:
        return "carryover"
    is_fee = line.stage == Stage.OUTTURN and line.source == Source.EDUCATION_FEE  # 事业收入 in a final account
    return "fiscal" if line.source in FISCAL else Source.INSTITUTIONAL if is_fee else line.source


def _functions(facts: Facts, chart: Chart) -> Iterator[tuple[str, str]]:
    for code in sorted({line.function for line in facts.lines}):
        class_name, group, item = (chart.name("functional", code[:digits]) for digits in (3, 5, 7))
        definition = chart.get("functional", code).definition or f"用于{item}方面的支出。"
        yield f"{class_name}（类）{group}（款）{item}（项）", definition


def _terms(own: dict[str, str], terms: tuple[str, ...], kind: str) -> Iterator[tuple[str, str]]:
    known = load_terms()
    yield from ((name, known[name].definition) for name in terms)
    sources = {term.term for term in load_source_terms(kind).values()}
    yield from ((name, definition) for name, definition in own.items() if name not in terms and name not in sources)


def explained_elsewhere(transcript: Transcript) -> list[Entry]:
    """The terms that a document made elsewhere explains; a definition that was not carried over is the field's own, where there is one."""
    numbers: dict[str, int] = {}
    entries = []
    for term in transcript.terms:
        numbers[term.section] = numbers.get(term.section, 0) + 1
        known = load_terms().get(term.term)
        definition = term.definition or (known.definition if known else "原件有解释，这里没有转录。")
        entries.append(Entry(term.section, f"（{chinese(numbers[term.section])}）", term.term, definition))
    return entries
