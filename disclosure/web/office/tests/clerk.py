"""A clerk who enters what another filing holds, by the pages alone: what a filing says is read off it, taken away, and typed in again."""

from dataclasses import dataclass, field
from pathlib import Path

from django.urls import reverse

from agencies.models import Bureau
from agencies.people.models import Person
from agencies.tests.places import appoint
from disclosure.core.targets import parts_of, write_target
from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.entry.rows import rows_of, values_of
from disclosure.filings.entry.sections import sections_of
from disclosure.filings.entry.slots import everything, of_project
from disclosure.filings.entry.typed import shown
from disclosure.filings.models import Filing
from disclosure.filings.package import facts_of
from disclosure.filings.package_file import read_package_file
from disclosure.filings.reading import read_facts
from disclosure.filings.saving import PRINTED, ROWS, save_facts
from disclosure.filings.workbook_kinds import Field
from disclosure.releases.around import around
from disclosure.releases.assemble import assemble
from disclosure.releases.opening import open_template
from disclosure.web.office.forms_indicators import joined
from disclosure.web.office.tests.world import walker

ANY = Field("")
SAMPLES = Path(__file__).resolve().parents[4] / "samples"
FIRST = ("projects", "goals", "ledger")  # other sections name what these hold


def saved(sample):
    """The filing of a sample, with a preparer of its agency."""
    facts = facts_of(read_package_file(sample))
    filing = save_facts(entered=facts)
    bureau, _ = Bureau.objects.get_or_create(region=filing.agency_year.region, defaults={"name": "财政局"})
    person = Person(username="entering", name="填报甲", bureau=bureau)
    person.set_unusable_password()
    person.save()
    appoint(person, "preparer", on=filing.agency_year)
    return filing, person


def document_of(filing):
    facts = read_facts(filing.pk)
    return assemble(facts, open_template(facts), around=around(filing, facts))


def emptied(filing):
    """The filing as a campaign makes it."""
    for rows in (*ROWS, *PRINTED):
        rows.objects.filter(filing=filing).delete()
    blank = {"objective": "", "assets_as_of": None, "last_year_complete": False, "budget_complete": False}
    Filing.objects.filter(pk=filing.pk).update(**blank)
    return Filing.objects.get(pk=filing.pk)


@dataclass
class Wanted:
    """What a filing says: the texts of its slots by key, the values of its rows by kind."""

    slots: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)


def wanted_of(filing):
    found = Wanted()
    for section in sections_of(filing):
        for name in section.rows:
            kind = ROW_KINDS[name]
            found.rows[name] = [values_of(kind, row, filing.kind) for row in rows_of(filing, kind)]
    found.slots = {of_project(key): value for key, value in everything(filing).items() if value is not None}
    return found


def enter(filing, person, wanted):
    """Every section by its page; keys of slots that no page asked for."""
    browser, asked = walker(person), set()
    order = sorted(sections_of(filing), key=lambda each: FIRST.index(each.code) if each.code in FIRST else len(FIRST))
    for section in order:
        for name in section.rows:
            where = reverse("entry_row_new", args=[filing.pk, section.code, name])
            for values in wanted.rows[name]:
                answer = browser.post(where, typed_in(name, values))
                assert answer.status_code == 302, (where, values, answer.status_code, answer.context["form"].errors)
        asked |= enter_fields(browser, filing, section, wanted)
    return set(wanted.slots) - asked


def typed_in(name, values):
    """A row as a person types it: an indicator's place is chosen, its target taken apart; one that is spelled otherwise is typed as words."""
    if name != "indicators":
        return values
    parts = parts_of(values["target"])
    said = [*parts, ""] if parts and write_target(*parts) == values["target"] else ["words", "", "", values["target"]]
    target = dict(zip(("target_operator", "target_value", "target_unit", "target_words"), said, strict=True))
    return values | {"place": joined(values)} | target


def enter_fields(browser, filing, section, wanted):
    """The fields of a section, a step at a time."""
    where, step, asked = reverse("entry_section", args=[filing.pk, section.code]), 1, set()
    while True:
        page = browser.get(where, {"step": step})
        form = page.context["form"]
        keys = [key for key in form.fields if not key.startswith("was:")]
        if keys:
            texts = {key: shown(ANY, wanted.slots.get(key)) for key in keys}
            answer = browser.post(f"{where}?step={step}", texts | {f"was:{key}": form.initial[f"was:{key}"] for key in keys})
            assert answer.status_code == 302, (where, answer.status_code, answer.context["form"].errors)
            asked |= set(keys)
        if step >= len(page.context["steps"]):
            return asked
        step += 1
