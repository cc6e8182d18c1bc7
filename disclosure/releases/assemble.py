"""Facts and a template become the document: plain JSON, the one thing that pages and files are drawn from. No database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from disclosure.checks.rule import OtherDocument, UnitDocument
from disclosure.core.chart import Chart, load_chart
from disclosure.core.facts import Address, Facts
from disclosure.core.rounding import Fixed
from disclosure.core.words import Origin
from disclosure.exports.shape import Document
from disclosure.narrative.glossary import Entry, explain, explained_elsewhere
from disclosure.narrative.write import Writer
from disclosure.packs.pack import Template
from disclosure.releases.forms_json import performance_json
from disclosure.releases.judging import case_for, findings_json
from disclosure.releases.statement_json import statement_json
from disclosure.releases.text_json import part_json, summary_json
from disclosure.statements.build import Builder, compare
from disclosure.statements.last_year import LastYear, Others
from disclosure.statements.ledger import Ledger, open_ledger
from disclosure.statements.table import Tables
from disclosure.statements.transcribed import transcribed_tables

MOST_NAMED = 6  # units in the head of a table


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a released document says about itself: place, version, time of publication, permanent address, and why it corrects the one before."""

    place: str
    version: int
    published_at: str
    address: str
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a filing is judged beside: its units' documents, those of other years, what became of these, and its approved figures."""

    units: tuple[UnitDocument, ...] = ()
    others: Mapping[str, OtherDocument] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    approved: Fixed | None = None


ALONE = Around()


def assemble(facts: Facts, template: Template, *, imprint: Imprint | None = None, draft: bool = False, around: Around = ALONE) -> Document:
    """The whole document; the same facts, template and documents around it always give the same one."""
    chart = load_chart(facts.year)
    ledger = open_ledger(facts.lines, facts.agency.units, template.rounding, around.approved)
    tables = build_tables(facts, template, chart, ledger)
    case = case_for(facts, tables, template, around.units, around.others)
    writer = Writer(facts, tables, template.wording, words_of(facts, template))
    document = {
        "format": "disclosure/1",
        "title": writer.title(template.title) + facts.kind.label,
        "agency": agency_json(facts),
        "year": facts.year,
        "kind": str(facts.kind),
        "scope": str(facts.scope),
        "amount_unit": "万元",
        "draft": draft,
        **origin_json(facts),
        "imprint": imprint_json(imprint),
        "summary": summary_json(writer, template.summary),
        "parts": [part_json(writer, part) for part in template.parts],
        "statements": [statement_json(table, template, writer) for table in tables.values()],
        "performance": performance_json(facts, tables),
        "glossary": glossary_json(facts, chart, template, writer),
        "findings": findings_json(replace(case, notices=around.notices, unmet=ledger.unmet)),
    }
    return cast(Document, document)


def origin_json(facts: Facts) -> dict[str, Any]:
    """Whether the document was made here or elsewhere, and what the original is."""
    if facts.transcript is None:
        return {"origin": str(Origin.ENTERED), "original": None}
    original = facts.transcript.original
    published = original.published_on.isoformat() if original.published_on else None
    said = {"title": original.title, "published_on": published, "address": original.address, "note": original.note}
    return {"origin": str(Origin.TRANSCRIBED), "original": said}


def build_tables(facts: Facts, template: Template, chart: Chart, ledger: Ledger | None = None) -> Tables:
    """Every statement of the template, last year's figures beside this year's; of a document made elsewhere as it is printed."""
    if facts.transcript:
        return transcribed_tables(template.statements, facts, facts.transcript, chart, others_of(facts, template), template.short_groups)
    ledger = ledger or open_ledger(facts.lines, facts.agency.units, template.rounding)
    tables = Builder(facts, chart, ledger, template.short_groups).build(template.statements)
    return compare(template.statements, tables, others_of(facts, template), chart, ledger)


def others_of(facts: Facts, template: Template) -> Others:
    """What the document is compared with: last year, and the year's budget as given by address."""
    return Others(last_year(facts, template), LastYear(facts.budget.figures, None, facts.budget.complete))


def last_year(facts: Facts, template: Template) -> LastYear:
    """Last year's figures as given, or computed from last year's lines under last year's codes."""
    if not facts.prior.lines:
        return LastYear(facts.prior.figures, None, facts.prior.complete)
    ledger: Ledger = open_ledger(facts.prior.lines, facts.agency.units, template.rounding)
    tables = Builder(facts, load_chart(facts.year - 1), ledger, template.short_groups).build(template.statements)
    return LastYear(facts.prior.figures, tables, facts.prior.complete)


def words_of(facts: Facts, template: Template) -> dict[str, str]:
    """The words that templates may name."""
    as_of = facts.assets_as_of
    return {
        "name": facts.agency.name,
        "year": str(facts.year),
        "last_year": str(facts.year - 1),
        "word": facts.scope.label,
        "offices": "、".join(facts.offices),
        "assets_as_of": f"{as_of.year}年{as_of.month}月{as_of.day}日" if as_of else "",
        "members": members_of(facts),
        "unit_names": "、".join(unit.name for unit in facts.agency.units),
        "reception_for": f"，主要为：{facts.reception.rstrip('。')}" if facts.reception else "",
    }


def members_of(facts: Facts) -> str:
    """The department and its units by code; of many units only how many there are."""
    agency = facts.agency
    if len(agency.units) > MOST_NAMED:
        return f"[{agency.code}]{agency.name}及所属{len(agency.units)}个预算单位"
    named = [(agency.code, agency.name), *((unit.code, unit.name) for unit in agency.units)]
    return "，".join(f"[{code}]{name}" for code, name in dict.fromkeys(named))


def agency_json(facts: Facts) -> dict[str, Any]:
    """Who discloses."""
    parent = facts.agency.parent
    return {
        "code": facts.agency.code,
        "name": facts.agency.name,
        "region": facts.agency.region,
        "parent": {"code": parent.code, "name": parent.name} if parent else None,
    }


def imprint_json(imprint: Imprint | None) -> dict[str, Any] | None:
    """The imprint, or null for a document that is not released."""
    if imprint is None:
        return None
    said = {"place": imprint.place, "version": imprint.version, "published_at": imprint.published_at, "address": imprint.address}
    return said | ({"correction": imprint.correction} if imprint.correction else {})


def glossary_json(facts: Facts, chart: Chart, template: Template, writer: Writer) -> list[dict[str, str]]:
    """The explained terms, numbered in their sections."""
    entries = explained_elsewhere(facts.transcript) if facts.transcript else explained_here(facts, chart, template, writer)
    return [{"section": each.section, "number": each.number, "term": each.term, "definition": each.definition} for each in entries]


def explained_here(facts: Facts, chart: Chart, template: Template, writer: Writer) -> list[Entry]:
    """The terms of the field only where the document prints their figure."""
    plan = template.glossary
    terms = tuple(name for name, address in plan.explained if writer.number(Address.parse(address)))
    return explain(facts, chart, (plan.sources, plan.functions, plan.terms), terms)
