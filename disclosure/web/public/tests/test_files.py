"""Files of a version: their bytes, their names, and what caches may do with them."""

from urllib.parse import quote

import pytest

from disclosure.web.public.tests.documents import document, final_document
from disclosure.web.public.tests.releases import FINAL, HOME, NAMES, TABLES, publish, sha256

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", NAMES + TABLES)
def test_sends_the_released_bytes(client, release, name):
    answer = client.get(f"{HOME}v1/{name}")
    assert answer.content == f"1/{name}".encode()
    assert answer["ETag"] == f'"{sha256(f"1/{name}")}"'
    assert answer["Cache-Control"] == "public, max-age=300, must-revalidate"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_an_older_version_keeps_its_files(client, release):
    publish(document(), version=2)
    assert client.get(HOME + "v1/disclosure.json").content == b"1/disclosure.json"
    assert client.get(HOME + "v2/disclosure.json").content == b"2/disclosure.json"


@pytest.mark.parametrize("tag", ['"{}"', 'W/"{}"', '"other", "{}"'])
def test_an_unchanged_file_is_not_sent_again(client, release, tag):
    answer = client.get(HOME + "v1/disclosure.pdf", headers={"If-None-Match": tag.format(sha256("1/disclosure.pdf"))})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == f'"{sha256("1/disclosure.pdf")}"'
    assert answer["Cache-Control"] == "public, max-age=300, must-revalidate"
    assert answer["Content-Security-Policy"] == client.get(HOME + "v1/disclosure.pdf")["Content-Security-Policy"]


def test_an_old_tag_gets_the_file(client, release):
    assert client.get(HOME + "v1/disclosure.pdf", headers={"If-None-Match": '"old"'}).status_code == 200


@pytest.mark.parametrize("name", ["tables/YX12-execution.csv", "tables/FA11-self_evaluation.csv"])
def test_a_table_that_is_not_printed_is_a_file_by_its_code(client, db, name):
    publish(final_document())
    assert client.get(f"{FINAL}v1/{name}").content == f"1/{name}".encode()


SPOKEN = {
    "disclosure.pdf": ("inline", "安澜市档案馆2024年单位预算.pdf"),
    "disclosure.xlsx": ("attachment", "安澜市档案馆2024年单位预算.xlsx"),
    "findings.json": ("attachment", "安澜市档案馆2024年单位预算-findings.json"),
    "tables/01-balance.csv": ("attachment", "安澜市档案馆2024年单位预算-01-balance.csv"),
}


@pytest.mark.parametrize("name", SPOKEN)
def test_a_file_is_saved_under_its_title(client, release, name):
    kind, spoken = SPOKEN[name]
    assert client.get(f"{HOME}v1/{name}")["Content-Disposition"] == f"{kind}; filename*=utf-8''{quote(spoken)}"


def test_a_later_version_says_so_in_its_name(client, release):
    publish(document(), version=2)
    assert quote("安澜市档案馆2024年单位预算（第2版）.pdf") in client.get(HOME + "v2/disclosure.pdf")["Content-Disposition"]


@pytest.mark.parametrize("name", ["disclosure.html", "disclosure.xlsx", "findings.json"])
def test_a_file_can_do_nothing_in_a_browser(client, release, name):
    assert client.get(f"{HOME}v1/{name}")["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("name", ["disclosure.docx", "tables/99-none.csv", "tables/../../settings.py", "secret.json", "DISCLOSURE.PDF"])
def test_no_other_file_exists(client, release, name):
    assert client.get(f"{HOME}v1/{name}").status_code == 404


def test_few_questions_to_the_database(client, release, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(HOME + "v1/disclosure.pdf")
    with django_assert_max_num_queries(2):
        client.get(HOME + "v1/disclosure.pdf", headers={"If-None-Match": f'"{sha256("1/disclosure.pdf")}"'})
