"""Reports of the public in the office: on the desk, answered by one, published by another, declined with a reason; and then seen outside."""

import pytest
from django.urls import reverse

from disclosure.reports.models import Report
from disclosure.web.office.tests.world import walker

SAID = {"outcome": "noted", "question": "甲单位的总计不对，请核对", "answer": "已核对，将在下一版写清口径。"}


def at(name, world):
    return reverse(name, args=[world.own.objects["report"]])


def seen(client, address):
    return client.get(address, follow=True).content.decode()


def test_one_answers_and_another_publishes(world):
    clerk, publisher = walker(world.people["preparer"]), walker(world.people["publisher"])
    assert "公众纠错等答复" in seen(clerk, reverse("desk")) and "甲单位的总计不对" in seen(clerk, at("report_answer", world))
    assert clerk.post(at("report_answer", world), SAID).status_code == 302
    assert SAID["answer"] not in seen(walker(), "/answers/") and "纠错答复等公开" in seen(publisher, reverse("desk"))
    assert publisher.post(at("report_publish", world)).status_code == 302
    assert SAID["answer"] in seen(walker(), "/answers/") and "公众纠错等答复" not in seen(clerk, reverse("desk"))


def test_nobody_publishes_his_own_answer(world):
    publisher = walker(world.people["publisher"])
    publisher.post(at("report_answer", world), SAID)
    assert "请另一位发布人公开" in seen(publisher, at("report_one", world))
    publisher.post(at("report_publish", world))
    assert "请另一位发布人公开" in seen(publisher, at("report_one", world)) and SAID["answer"] not in seen(walker(), "/answers/")


@pytest.mark.parametrize("change", [{"answer": "短"}, {"question": ""}, {"outcome": "bribed"}, {"question": "长" * 2001}])
def test_an_answer_that_is_not_whole_is_refused_and_kept(world, change):
    answer = walker(world.people["preparer"]).post(at("report_answer", world), SAID | change)
    assert answer.context["form"].errors and Report.objects.get(pk=world.own.objects["report"]).state == "received"
    assert (SAID | change)["answer"] in answer.content.decode()


def test_a_declined_report_says_why_under_its_receipt_and_is_erased(world):
    publisher = walker(world.people["publisher"])
    assert publisher.post(at("report_decline", world), {"why": "来信含有个人信息", "erase": "on"}).status_code == 302
    one = Report.objects.get(pk=world.own.objects["report"])
    assert (one.text, one.state) == ("", "declined")
    page = seen(walker(), f"/report/{Report.objects.values_list('receipt', flat=True).get(pk=one.pk)}/")
    assert "不公开答复" in page and "来信含有个人信息" in page
    assert "（已删去）" in seen(publisher, at("report_one", world)) and "办结" in seen(publisher, reverse("reports") + "?state=declined")
    refused = publisher.post(at("report_answer", world), SAID)
    assert "已经办结" in str(refused.context["form"].errors)
