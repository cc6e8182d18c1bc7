"""What is kept flat beside a release is what its document says; it comes with the release, at once, and goes only with a purge."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connections, transaction

from disclosure.exports.flat import figures_of, main_class, texts_of
from disclosure.filings.states import State
from disclosure.pub.models import Current, Figure
from disclosure.releases.indexing import differing, index_missing
from disclosure.releases.models import Period, Release, ReleasedFigure, ReleasedText, Spelling
from disclosure.releases.releasing import database_now
from disclosure.releases.workflow.tests.flow import begin
from disclosure.storage.doctor import examine
from disclosure.web.public.tests.documents import document, final_document
from disclosure.web.public.tests.releases import publish


def test_every_filled_cell_is_there_once_and_exactly(db):
    release = publish(document())
    said = {each.address: (each.text, each.yuan) for each in figures_of(release.document)}
    kept = {(each.statement, each.row, each.column): (each.text, each.yuan) for each in Figure.objects.filter(release=release.pk)}
    assert len(said) > 20 and kept == said
    assert list(differing(release)) == []


def test_blank_cells_and_words_are_no_figures():
    made = document()
    kinds = {figure.kind for figure in figures_of(made)}
    assert kinds <= {"money", "count", "percent"} and all(figure.text for figure in figures_of(made))


def test_the_class_on_which_most_is_spent_is_marked(db):
    release = publish(document())
    marked = ReleasedFigure.objects.get(release=release, is_main=True)
    assert (marked.statement, marked.row, marked.column) == ("YS03", main_class(figures_of(release.document)).code, "total")


def test_projects_paragraphs_and_terms_are_there(db):
    release = publish(final_document())
    assert {each.kind for each in texts_of(release.document)} == set(ReleasedText.objects.values_list("kind", flat=True))


def test_a_name_is_spelt_for_those_who_type_letters(db):
    publish(document())
    assert Spelling.objects.get(name="安澜市档案馆").initials == "alsdag"


def refused(sql, words):
    with pytest.raises(IntegrityError, match=words), transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute(sql)


ONE_MORE = {
    "releases_releasedfigure": (
        'release_id, place, statement, row, "column", code, parent, level, name, kind, text, is_exact, is_main',
        "release_id, 9999, 'YS99', 'x', 'y', '', '', 'line', 'x', 'money', '1.00', true, false",
    ),
    "releases_releasedtext": (
        "release_id, number, year, kind, place, title, text, printed",
        "release_id, 9999, year, 'text', '', 'x', 'x', ''",
    ),
}


@pytest.mark.parametrize("table", ONE_MORE)
def test_nobody_adds_to_it_or_changes_it_later(as_owner, table):
    publish(document())
    refused(f"UPDATE {table} SET id = id", "never changed or deleted")
    refused(f"DELETE FROM {table}", "never changed or deleted")
    columns, values = ONE_MORE[table]
    refused(f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} LIMIT 1", "comes with its release, at once")


def test_verify_names_a_figure_that_says_otherwise(as_owner):
    release = publish(document())
    with connections["default"].cursor() as cursor:
        cursor.execute("ALTER TABLE releases_releasedfigure DISABLE TRIGGER never_changes")
        cursor.execute(
            "UPDATE releases_releasedfigure SET text = '9.99' WHERE statement = 'YS03' AND row = 'total' AND \"column\" = 'basic'"
        )
    assert list(differing(release)) == ["YS03/total/basic：文件里是4,778.90，检索用的是9.99"]


def test_verify_names_texts_of_another_year(as_owner):
    release = publish(document())
    with connections["default"].cursor() as cursor:
        cursor.execute("ALTER TABLE releases_releasedtext DISABLE TRIGGER never_changes")
        cursor.execute("UPDATE releases_releasedtext SET year = 2023")
    assert list(differing(release)) == ["检索用的文字和文件不同"]


def test_the_doctor_misses_a_period_and_an_index(as_owner):
    release = publish(document())
    with connections["default"].cursor() as cursor:
        cursor.execute("DELETE FROM releases_period")
        assert [each.where for each in examine() if each.invariant.code == "I08"] == [release.title + f" {release.pk}"]
        cursor.execute("SELECT release_period_of(%s)", [release.pk])
        cursor.execute("ALTER TABLE releases_releasedfigure DISABLE TRIGGER never_changes")
        cursor.execute("DELETE FROM releases_releasedfigure")
    assert [each.where for each in examine() if each.invariant.code == "I08"] == [f"{release.title}：没有检索数据"]


def test_what_was_released_before_there_was_an_index_is_indexed_once(db, monkeypatch):
    monkeypatch.setattr("disclosure.web.public.tests.releases.index", lambda made: None)
    release = publish(document())
    assert not Figure.objects.filter(release=release.pk).exists()
    assert (index_missing(), index_missing()) == (1, 0)
    assert list(differing(release)) == []


def test_a_period_follows_the_clock_a_correction_and_a_withdrawal(db):
    first, second = publish(document()), publish(document(), version=2)
    assert list(Current.objects.values_list("pk", flat=True)) == [second.pk]
    assert Period.objects.get(release=first).ends == second.publish_at


def test_a_scheduled_release_begins_at_its_second_and_a_cancelled_one_never_does(db):
    flow = begin()
    flow.to(State.READY)
    flow.release(at=database_now() + timedelta(hours=1))
    period = Period.objects.get()
    assert period.ends is None and not Current.objects.exists() and not Figure.objects.exists()
    assert period.begins == Release.objects.get().publish_at


def test_amounts_are_kept_to_the_fen(db):
    release = publish(document())
    assert Figure.objects.get(release=release.pk, statement="YS03", row="total", column="basic").yuan == Decimal("47789000.00")
