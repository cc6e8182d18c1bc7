"""Sums, orders and medians are kept only while exactly the same stands in force, and the mark that says so knows nothing of what is not public."""

import re
import time
from datetime import timedelta

import pytest
from django.core.cache import caches

from agencies.models import AgencyYear
from agencies.tests.places import bureau, person
from disclosure.pub.models import Current
from disclosure.releases.models import ReleaseEvent
from disclosure.releases.releasing import database_now
from disclosure.web.public.standing import Standing
from disclosure.web.public.tests.places import named, received, three
from disclosure.web.public.tests.releases import FUTURE, publish

pytestmark = pytest.mark.django_db
KEPT = ("/compare/league/basic/?year=2024", "/compare/tree/?year=2024", "/compare/tree/functional/2012601/?year=2024")
BESIDE = "/compare/?a=361100-307001"
WITHDRAWN = {"withdrawal": "published_in_error", "why": "有误", "is_urgent": True}


def mark():
    standing = Standing()
    standing.keep(list)
    return standing.mark


def numbers(client):
    """How many documents each page counts."""
    league, tree, code = (client.get(address).content.decode() for address in KEPT)
    return [int(re.search(pattern, page)[1]) for pattern, page in (
        (r"，(\d+)个部门、单位", league), (r'<td class="n">(\d+)</td></tr>', tree), (r"，(\d+)个部门、单位", code),
    )]  # fmt: skip


@pytest.fixture
def releases():
    return three()


def test_the_second_question_is_answered_from_memory(client, releases, django_assert_num_queries):
    for address, asked in ((KEPT[0], 2), (KEPT[1], 1), (KEPT[2], 2), (BESIDE, 3)):
        first = client.get(address).content
        with django_assert_num_queries(asked):
            assert client.get(address).content == first


def test_a_new_release_a_withdrawal_its_end_and_an_exemption_count_at_once(client, releases):
    assert numbers(client) == [3, 3, 3]
    made = publish(named("307004", "安澜市气象局"))
    assert numbers(client) == [4, 4, 4]
    by, other = person("one", of=bureau("361100", "安澜市")), person("other", of=bureau("361100", "安澜市"))
    event = ReleaseEvent.objects.create(release=made, kind="withdrawn", by=by, **WITHDRAWN)
    assert numbers(client) == [3, 3, 3]
    ReleaseEvent.objects.create(release=made, kind="restored", by=other, refers_to=event, why="无误")
    assert numbers(client) == [4, 4, 4]
    AgencyYear.objects.filter(code="307004").update(exemption="按规定免予公开")
    assert numbers(client) == [3, 3, 3]


def test_another_set_of_as_many_is_another(releases):
    first, second, *_rest = releases
    by, other = person("one", of=bureau("361100", "安澜市")), person("other", of=bureau("361100", "安澜市"))
    event = ReleaseEvent.objects.create(release=first, kind="withdrawn", by=by, **WITHDRAWN)
    before = mark()
    ReleaseEvent.objects.create(release=first, kind="restored", by=other, refers_to=event, why="无误")
    ReleaseEvent.objects.create(release=second, kind="withdrawn", by=by, **WITHDRAWN)
    assert Current.objects.count() == 3 and mark() != before


def test_a_correction_moves_the_median_at_once(client):
    agencies = (("307001", "安澜市档案馆"), ("307002", "安澜市医疗保障局"), ("307003", "安澜市气象局"))
    for version, yuan, wan in ((1, 111100, "11.11"), (2, 222200, "22.22")):
        for code, name in agencies:
            publish(received(code, name, yuan), version=version)
        shown = client.get(BESIDE).content.decode()
        assert shown.count(f'<td class="n first">{wan}</td>') == 4  # 三公 and 公务接待, each with its median


def test_what_comes_at_its_second_counts_from_then_on(client, releases):
    before = mark()
    publish(named("307004", "安澜市气象局"), at=database_now() + timedelta(seconds=1))
    assert (numbers(client), mark()) == ([3, 3, 3], before)
    publish(named("307005", "安澜市林业局"))  # bears the higher number, and is there before
    assert numbers(client) == [4, 4, 4]
    time.sleep(1.2)
    assert numbers(client) == [5, 5, 5]


def test_the_mark_says_nothing_of_what_is_not_public(releases):
    before = mark()
    made = publish(named("307004", "安澜市气象局"), at=FUTURE)
    by = person("one", of=bureau("361100", "安澜市"))
    ReleaseEvent.objects.create(release=releases[0], kind="withdrawal_requested", by=by, why="有误", withdrawal="published_in_error")
    AgencyYear.objects.filter(pk=made.filing.agency_year_id).update(exemption="按规定免予公开")
    assert mark() == before


def test_what_is_kept_stays_in_the_process_and_is_asked_by_its_question():
    standing, asked = Standing(), []

    def make():
        asked.append(1)
        return [len(asked)]

    assert standing.keep(make, "sum", 1) == standing.keep(make, "sum", 1) == [1]
    assert standing.keep(make, "sum", 2) == [2]
    caches["sums"].clear()
    assert Standing().keep(make, "sum", 1) == [3]
