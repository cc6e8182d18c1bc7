"""Two clerks at the same instant: one wins, the other is told and keeps what he typed; nothing is lost. The naive way loses."""

import os
import threading

import pytest
from django.db import connections

from disclosure.core.tests.ledgers import line
from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.entry.rows import change, delete, rows_of, values_of
from disclosure.filings.entry.slots import save, slot, texts_of
from disclosure.filings.entry.writing import Conflict
from disclosure.filings.models import EnteredFigure, Line
from disclosure.filings.workbook_kinds import Field
from disclosure.releases.workflow.tests.flow import begin, write

TIMES = 170 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 4  # of each of three kinds
LINES = ROW_KINDS["lines"]
CLERKS = ("preparer", "preparer2")
GOODS = slot(Field("货物", "procurement.goods", "money"))


@pytest.fixture
def flow(fresh):
    made = begin()
    write((line("10000"),))
    return made


def race(flow, work):
    """Both clerks at once; who was told of a conflict."""
    gate, beaten = threading.Barrier(2), []

    def go(who):
        gate.wait()
        try:
            work(flow.people[who])
        except Conflict as conflict:
            beaten.append((who, conflict))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=(who,)) for who in CLERKS]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return beaten


def mine(person, number):
    """An amount that tells who wrote it, and when."""
    return f"{number}.{CLERKS.index(next(who for who in CLERKS if who.replace('_', '-') + '-flow' == person.username)) + 1:02d}"


def test_the_same_row(flow):
    for number in range(1, TIMES + 1):
        row = rows_of(flow.filing, LINES).get()
        was = values_of(LINES, row, "budget")

        def work(person, row=row, was=was, number=number):
            values = was | {"amount": mine(person, number)}
            change(filing=flow.filing, kind=LINES, pk=row.pk, version=row.version, was=was, values=values, by=person)

        [(loser, conflict)] = race(flow, work)
        assert conflict.clashes[0].mine == mine(flow.people[loser], number)
        winner = next(who for who in CLERKS if who != loser)
        assert str(Line.objects.get().amount) == mine(flow.people[winner], number) and Line.objects.get().version == row.version + 1


def test_the_same_value(flow):
    for number in range(1, TIMES + 1):
        was = texts_of(flow.filing, [GOODS])

        def work(person, was=was, number=number):
            save(filing=flow.filing, slots=[GOODS], was=was, texts={GOODS.key: mine(person, number)}, by=person, why="填报")

        [(loser, _)] = race(flow, work)
        winner = next(who for who in CLERKS if who != loser)
        assert str(EnteredFigure.objects.get(key=GOODS.key).amount) == mine(flow.people[winner], number)


def test_one_changes_what_the_other_deletes(flow):
    for number in range(1, TIMES + 1):
        write((line("10000"),))
        row = rows_of(flow.filing, LINES).get()
        was = values_of(LINES, row, "budget")

        def work(person, row=row, was=was, number=number):
            if person.username.startswith("preparer2"):
                delete(filing=flow.filing, kind=LINES, pk=row.pk, version=row.version, by=person)
            else:
                change(
                    filing=flow.filing, kind=LINES, pk=row.pk, version=row.version, was=was, values=was | {"amount": str(number)}, by=person
                )

        assert len(race(flow, work)) == 1
        assert [str(each.amount) for each in Line.objects.all()] in ([], [f"{number}.00"])


def test_the_naive_way_loses(flow):
    """Read, wait for each other, write: both believe that they were first. So the races above would see a loss."""
    both_read = threading.Barrier(2)

    def work(person):
        row = rows_of(flow.filing, LINES).get()
        both_read.wait()
        row.amount += 1
        row.save()

    assert race(flow, work) == [] and Line.objects.get().amount == 10001
