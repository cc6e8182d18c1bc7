"""Who published when, past every page: what is not in force shows no time, and who is exempt is not counted."""

import pytest

from agencies.models import AgencyYear
from agencies.tests.places import bureau
from disclosure.pub.browsed_models import Due, Progress
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.places import show
from disclosure.web.public.tests.releases import FUTURE, publish
from disclosure.web.public.tests.test_browse import late_one

pytestmark = pytest.mark.django_db


def test_who_is_exempt_is_not_counted_though_it_was_approved():
    publish(document())
    late_one()
    assert [(row.known, row.overdue) for row in Progress.objects.all()] == [(2, 1)]
    AgencyYear.objects.filter(code="310").update(exemption="按规定免予公开")
    assert [(row.known, row.overdue) for row in Progress.objects.all()] == [(1, 0)]


def test_what_is_scheduled_shows_no_time():
    publish(document(), at=FUTURE)
    bureau("361100", "安澜市")
    show(late=True)
    assert [(row.word, row.published_at, row.in_time) for row in Due.objects.all()] == [("overdue", None, None)]
