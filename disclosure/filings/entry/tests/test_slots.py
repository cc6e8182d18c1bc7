"""Values that stand alone: written where they belong, merged cell by cell, refused in words."""

from decimal import Decimal

import pytest

from disclosure.filings.entry.sections import SECTIONS
from disclosure.filings.entry.slots import Slot, at_address, save, slot, texts_of
from disclosure.filings.entry.writing import Conflict, NotWritten
from disclosure.filings.models import EnteredFigure, PriorFigure
from disclosure.filings.reading import read_facts
from disclosure.filings.workbook_kinds import Field
from disclosure.releases.comparisons import LAST_YEAR, REASONS
from disclosure.releases.workflow.tests.flow import REASON, begin

GOODS = slot(Field("货物", "procurement.goods", "money"))
DUTIES = slot(Field("主要职责", "texts.duties", width=100))
RETIRED = slot(Field("退休人数", "headcount.retired", "count"))
AT = next(iter(REASON))


@pytest.fixture
def flow(db):
    return begin()


def write(flow, texts, was=None, who="preparer", slots=(GOODS, DUTIES, RETIRED)):
    now = texts_of(flow.filing, slots)
    return save(filing=flow.fresh(), slots=slots, was=now if was is None else was, texts=now | texts, by=flow.people[who], why="填报")


def test_only_what_changed_is_written(flow):
    assert write(flow, {"procurement.goods": "12.3万"}) == ["procurement.goods"]
    assert read_facts(flow.filing.pk).entered["procurement.goods"] == Decimal(123000)
    assert write(flow, {"procurement.goods": "123,000.00元"}) == []


def test_blank_is_not_zero(flow):
    write(flow, {"headcount.retired": "0"})
    assert read_facts(flow.filing.pk).entered["headcount.retired"] == 0
    write(flow, {"headcount.retired": ""})
    assert not EnteredFigure.objects.filter(filing=flow.filing, key="headcount.retired").exists()


def test_paragraphs_are_lines_and_offices_are_counted(flow):
    offices = slot(Field("内设处室", "organisation.offices", width=100))
    write(flow, {"organisation.offices": "办公室\r\n\r\n 业务科 "}, slots=(offices,))
    facts = read_facts(flow.filing.pk)
    assert facts.offices == ("办公室", "业务科") and facts.entered["organisation.offices"] == 2


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [("headcount.retired", "十二", "十二"), ("headcount.retired", "-1", "-1"), ("procurement.goods", "1e5", "1e5")],
)
def test_what_cannot_be_is_told_and_nothing_is_written(flow, key, text, words):
    with pytest.raises(NotWritten) as refused:
        write(flow, {key: text, "texts.duties": "改了"})
    assert words in refused.value.problems[key] and read_facts(flow.filing.pk).duties != ("改了",)


def test_two_who_change_different_values(flow):
    was = texts_of(flow.filing, (GOODS, DUTIES, RETIRED))
    write(flow, {"procurement.goods": "100"}, was)
    save(filing=flow.fresh(), slots=(GOODS, RETIRED), was=was, texts=was | {"headcount.retired": "7"}, by=flow.people["preparer2"], why="")
    entered = read_facts(flow.filing.pk).entered
    assert (entered["procurement.goods"], entered["headcount.retired"]) == (100, 7)


def test_two_who_change_the_same_value(flow):
    was = texts_of(flow.filing, (GOODS,))
    write(flow, {"procurement.goods": "100"}, was)
    with pytest.raises(Conflict) as beaten:
        save(filing=flow.fresh(), slots=(GOODS,), was=was, texts={"procurement.goods": "200"}, by=flow.people["preparer2"], why="")
    assert (beaten.value.clashes[0].mine, beaten.value.clashes[0].theirs) == ("200", "100.00")
    assert read_facts(flow.filing.pk).entered["procurement.goods"] == 100


def test_figures_of_last_year_and_reasons_at_their_addresses(flow):
    slots = (at_address(LAST_YEAR, AT, "公务接待费"), at_address(REASONS, AT, "公务接待费"))
    write(flow, {slots[0].key: "1.5万", slots[1].key: "主要原因是来访增多。"}, slots=slots)
    facts = read_facts(flow.filing.pk)
    assert facts.prior.figures[AT] == 15000 and facts.reasons[AT] == "来访增多"
    write(flow, {slots[0].key: ""}, slots=slots)
    assert not PriorFigure.objects.filter(filing=flow.filing).exists()


def test_every_section_has_words_for_its_help(flow):
    for section in SECTIONS.values():
        fields = [each for group in section.groups(flow.filing) for each in group.slots]
        assert section.help and (fields or section.rows or section.compares or section.code in ("three-public", "evaluation"))
        assert all(isinstance(each, Slot) and each.field.heading for each in fields)
