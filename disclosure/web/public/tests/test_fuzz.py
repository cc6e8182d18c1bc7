"""Whatever is asked, in whatever spelling, no page and no address of the API answers with an error of ours."""

import os
from urllib.parse import urlencode

import pytest
import schemathesis
from django.conf import settings
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, seed
from hypothesis import settings as limits
from hypothesis import strategies as st

from agencies.tests.places import bureau
from disclosure.reports.models import Report
from disclosure.web.public.api import api
from disclosure.web.public.queries import KNOWN
from disclosure.web.public.tests.places import three

TIMES = 2000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 40
PAGES = (
    "/", "/search", "/published/", "/compare/", "/compare/tree/", "/compare/tree/functional/201/", "/compare/tree/economic/30201/",
    "/compare/league/reception/", "/361100/", "/361100/307001/", "/361100/307001/2024/budget/", "/feed.atom", "/data/", "/sitemap.xml",
    "/answers/", "/report/",
    "/api/figures", "/api/releases", "/api/search", "/api/agencies", "/api/codes", "/api/published",
)  # fmt: skip
ODD = (
    "", "0", "-1", "9" * 30, "2024", "361100", "x" * 500, "' OR 1=1 --", "%00", "\x00", "医保局", "713.83", "1e400", "NaN", "../", "<script>", "🀄",
    "budget", "unit", "csv",
)  # fmt: skip
QUESTIONS = st.lists(st.tuples(st.sampled_from(sorted(KNOWN | {"at", "receipt"})), st.sampled_from(ODD) | st.text(max_size=30)), max_size=5)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def published(db):
    three()


@seed(8)
@limits(max_examples=TIMES, suppress_health_check=QUIET, deadline=None)
@given(page=st.sampled_from(PAGES), question=QUESTIONS)
def asks(page, question):
    answer = Client(raise_request_exception=False).get(f"{page}?{urlencode(question, errors='replace')}")
    assert answer.status_code < 500, (page, question)


def test_no_question_to_a_page_is_an_error_of_ours(published):
    asks()


FIELDS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(ODD) | st.text() for name in ("region", "matter", "place", "text", "token", "x")}
)


@seed(9)
@limits(max_examples=TIMES, suppress_health_check=QUIET, deadline=None)
@given(said=FIELDS, at=st.sampled_from(("", "/361100/307001/", "/361100/307001/2024/budget/")))
def sends(said, at):
    body = urlencode(said, errors="replace")
    address = f"/report/?at={at}" if at else "/report/"
    answer = Client(raise_request_exception=False).post(address, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code < 500, (said, at)


def test_no_report_is_an_error_of_ours(published):
    bureau("361100", "安澜市")
    sends()
    assert not Report.objects.exists()  # none came with a mark of ours


schema = schemathesis.openapi.from_dict({**api.get_openapi_schema(path_prefix="/api/"), "servers": [{"url": settings.PUBLIC_ADDRESS}]})


def test_no_call_that_the_schema_allows_is_an_error_of_ours(published):
    for operation in (each.ok() for each in schema.get_all_operations()):

        @limits(max_examples=max(TIMES // 10, 6), suppress_health_check=[*QUIET, *HealthCheck], deadline=None)
        @given(case=operation.as_strategy())
        def calls(case):
            query = {key: value for key, value in (case.query or {}).items() if value is not None}
            answer = Client(raise_request_exception=False).get(case.formatted_path, query)
            assert answer.status_code < 500, (case.formatted_path, query)

        calls()


def test_the_fuzz_reaches_every_address_of_the_api():
    assert {operation.ok().path for operation in schema.get_all_operations()} == set(api.get_openapi_schema(path_prefix="/api/")["paths"])
    assert reverse("search") in PAGES
