"""Pages for what went wrong: in the same look, telling nothing."""

from django.db import OperationalError

from disclosure.web.errors import bad_request, not_found, server_error


def test_not_found_repeats_nothing_of_the_request(client, db):
    answer = client.get("/%3Cscript%3Esecret/?q=secret")
    assert answer.status_code == 404
    assert "没有这一页" in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_a_wrong_host_is_a_bad_request(client, db):
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "请求无法处理" in answer.content.decode()


def test_every_page_says_what_to_do_next(rf):
    request = rf.get("/")
    pages = [bad_request(request, Exception()), not_found(request, Exception()), server_error(request)]
    assert [page.status_code for page in pages] == [400, 404, 500]
    assert all("回到首页" in page.content.decode() for page in pages)


def test_an_error_of_ours_shows_no_trace(client, db, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("disclosure.web.public.views.home.newest", lambda limit: 1 / 0)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.content.decode()
    assert "暂时无法打开" in answer.content.decode()


def test_a_database_that_does_not_answer_is_told_as_a_while_and_not_as_an_error(client, db, monkeypatch):
    def refuse(limit):
        raise OperationalError("connection to 10.0.0.7 refused")

    client.raise_request_exception = False
    monkeypatch.setattr("disclosure.web.public.views.home.newest", refuse)
    answer = client.get("/")
    assert (answer.status_code, answer["Retry-After"], answer["X-Frame-Options"]) == (503, "30", "DENY")
    assert "10.0.0.7" not in answer.content.decode() and "暂时无法打开" in answer.content.decode()
