"""The example of a rule becomes a small department's document, as one that was published elsewhere. Knows no rule in particular."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from disclosure.checks.rule import Case, Example, OtherDocument, UnitDocument
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Agency, Facts, Goal, Member, Prior, Project
from disclosure.core.money import to_yuan
from disclosure.core.transcript import ExplainedTerm, Original, PrintedRow, PrintedTable, Quotation, Transcript
from disclosure.core.words import Kind, Scope
from disclosure.packs.pack import Template
from disclosure.packs.registry import template_for
from disclosure.releases.judging import case_for
from disclosure.statements.last_year import LastYear, Others
from disclosure.statements.transcribed import transcribed_tables
from disclosure.statements.words import Statement

YEAR = 2024
UNIT = Member("399001", "安澜市档案馆")
AGENCY = Agency("399", "安澜市档案局", "369900", "江西省安澜市", None, (UNIT,))
FACTS = Facts(AGENCY, YEAR, Kind.BUDGET, Scope.DEPARTMENT, "jiangxi", ())
PROJECTS = (Project("p1", "馆藏数字化", "", "", "", "", ""), Project("p2", "库房维修", "", "", "", "", ""))
TITLES = {Kind.BUDGET: "安澜市档案局2024年部门预算", Kind.FINAL: "安澜市档案局2024年度部门决算"}
OTHERS = {"last_year": "《安澜市档案局2023年度部门决算》第1版", "budget": "《安澜市档案局2024年部门预算》第1版"}
REASONS, LAST, BUDGET = "reasons/", "last/", "budget/"


def case_of(*examples: Example) -> Case:
    """The document that says just this, the later examples standing in the place of the earlier."""
    said = merged(examples)
    template = template_for("jiangxi", Kind(said.kind), Scope.DEPARTMENT, YEAR)
    transcript = transcript_of(said, template)
    facts = facts_of(said)
    beside = Others(LastYear(facts.prior.figures, None, False), LastYear(facts.budget.figures, None, False))
    tables = transcribed_tables(template.statements, replace(facts, transcript=transcript), transcript, load_chart(YEAR), beside)
    case = case_for(facts if said.entered else replace(facts, transcript=transcript), tables, template, units_of(said), others_of(said))
    return replace(case, notices=said.notices, unmet=said.unmet)


def merged(examples: Iterable[Example]) -> Example:
    """Several as one."""
    return reduce(both, examples, Example())


def both(first: Example, second: Example) -> Example:
    """The second in the place of the first where it says something."""
    return Example(
        {**first.figures, **second.figures},
        second.indicators or first.indicators,
        {**first.names, **second.names},
        {**first.sentences, **second.sentences},
        {**first.texts, **second.texts},
        second.terms or first.terms,
        first.complete + second.complete,
        first.missing + second.missing,
        first.pictures + second.pictures,
        first.without_notes + second.without_notes,
        {**first.units, **second.units},
        first.entered or second.entered,
        "final" if "final" in (first.kind, second.kind) else "budget",
        {**first.others, **second.others},
        first.notices + second.notices,
        second.unmet or first.unmet,
    )


def facts_of(said: Example) -> Facts:
    """The facts beside the tables: projects, targets, reasons, figures of last year and of the budget."""
    goal = Goal(said.texts.get("objective", ""), said.indicators) if said.indicators else None
    own = {name: said.texts[name] for name in ("overview", "plan") if name in said.texts}
    reasons = {Address.parse(key.removeprefix(REASONS)): text for key, text in said.texts.items() if key.startswith(REASONS) and text}
    duties, report = (tuple(filter(None, (said.texts.get(name, ""),))) for name in ("duties", "report"))
    projects = (replace(PROJECTS[0], goal=goal, **own), PROJECTS[1])
    last, budget = (Prior(figures_in(said.texts, head)) for head in (LAST, BUDGET))
    facts = replace(FACTS, kind=Kind(said.kind), projects=projects, reasons=reasons, prior=last, budget=budget)
    return replace(facts, duties=duties, report=report)


def figures_in(texts: Mapping[str, str], head: str) -> dict[Address, Decimal]:
    """The figures in 元 that begin with a word."""
    given = ((Address.parse(place.removeprefix(head)), text) for place, text in texts.items() if place.startswith(head) and text)
    return {address: to_yuan(Decimal(text)) for address, text in given}


def transcript_of(said: Example, template: Template) -> Transcript:
    """Every printed table that is not missing, and the sentences; figures of the other statements are stated."""
    printed = {each.code: each for each in template.statements if each.printed and each.code not in said.missing + said.pictures}
    rows = rows_of(said)
    tables = tuple(
        PrintedTable(code, tuple(rows.get(code, {}).values()), notes=notes_of(each, said, rows)) for code, each in printed.items()
    )
    stated = {Address.parse(place): text for place, text in said.figures.items() if text and place[:4] not in printed}
    quotations = tuple(Quotation(section, text) for section, text in said.sentences.items() if text)
    terms = tuple(ExplainedTerm("", term) for term in said.terms)
    return Transcript(
        Original(TITLES[Kind(said.kind)]), tables, quotations, stated, frozenset(said.complete), terms, frozenset(said.pictures)
    )


def notes_of(statement: Statement, said: Example, rows: Mapping[str, object]) -> tuple[str, ...]:
    """The notes that the format prints, unless the example has none."""
    if statement.code in said.without_notes:
        return ()
    return statement.notes + (() if statement.code in rows or not statement.empty_note else (statement.empty_note,))


def rows_of(said: Example) -> Mapping[str, Mapping[str, PrintedRow]]:
    """Printed rows by statement and key."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for place, text in said.figures.items():
        address = Address.parse(place)
        if text:
            found.setdefault(address.statement, {}).setdefault(address.row, {})[address.column] = text
    return {
        code: {key: PrintedRow(key, cells, said.names.get(f"{code}/{key}", "")) for key, cells in rows.items()}
        for code, rows in found.items()
    }


def units_of(said: Example) -> tuple[UnitDocument, ...]:
    """The unit's own document, where the example has one."""
    figures = {Address.parse(place): to_yuan(Decimal(text)) for place, text in said.units.items() if text}
    return (UnitDocument(UNIT.code, figures),) if figures else ()


def others_of(said: Example) -> dict[str, OtherDocument]:
    """The released documents that the example names."""
    roles = {role: figures_in(said.others, f"{role}/") for role in OTHERS}
    return {role: OtherDocument(OTHERS[role], figures) for role, figures in roles.items() if figures}
