"""An indicator by its form: chosen from the tree, its target taken apart and put together; what it meant keeps its spelling."""

import pytest

from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.entry.rows import rows_of, values_of
from disclosure.filings.models import Indicator, Project
from disclosure.releases.workflow.tests.flow import begin
from disclosure.web.office.tests.test_entry import page
from disclosure.web.office.tests.test_filings import client, text

SAID = {
    "project": "p1",
    "place": "产出指标 / 数量指标",
    "level3": "修复卷数",
    "target_operator": ">=",
    "target_value": "5,000",
    "target_unit": "卷",
}


@pytest.fixture
def flow(db):
    made = begin()
    Project.objects.create(filing=made.filing, key="p1", name="馆藏修复", overview="修复", position=0)
    return made


def add(flow, **more):
    return client(flow, "preparer").post(page(flow, "entry_row_new", "goals", "indicators"), SAID | more)


def test_it_is_chosen_from_the_tree_and_its_target_put_together(flow):
    assert add(flow).status_code == 302
    one = Indicator.objects.get()
    assert (one.level1, one.level2, one.target) == ("产出指标", "数量指标", "≥5,000卷")


def test_the_tree_is_that_of_the_year(flow):
    answer = client(flow, "preparer").get(page(flow, "entry_row_new", "goals", "indicators"))
    said = answer.content.decode()
    assert '<optgroup label="成本指标">' in said and 'value="成本指标 / 生态环境成本指标"' in said and "产出指标 / 成本指标" not in said


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"target_value": "五千"}, "“五千”不是一个数"),
        ({"target_value": "5000卷", "target_unit": ""}, "“5000卷”不是一个数"),
        ({"target_unit": "卷以下"}, "单位“卷以下”读不明白"),
        ({"target_words": "逐步提高"}, "又写了定性要求“逐步提高”"),
        ({"target_operator": "words"}, "选了“定性”，又写了数“5,000卷”"),
        ({"target_operator": "words", "target_value": "", "target_unit": ""}, "指标值"),
        ({"place": ""}, "指标类别"),
    ],
)
def test_what_is_no_target_is_told_at_its_field(flow, more, words):
    answer = add(flow, **more)
    assert answer.status_code == 422 and words in text(answer) and not Indicator.objects.exists()


def test_words_are_a_target(flow):
    assert add(flow, target_operator="words", target_value="", target_unit="", target_words="逐步提高").status_code == 302
    assert Indicator.objects.get().target == "逐步提高"


@pytest.mark.parametrize("target", ["5000卷", ">80%", "不低于90%", "每年不少于1次", "90%-95%", "＝100％"])
def test_opened_and_saved_nothing_changes(flow, target):
    project = Project.objects.get()
    at = {"level1": "产出", "level2": "数量指标"}  # as narrow columns print it
    one = Indicator.objects.create(filing=flow.filing, project=project, position=0, level3="卷数", target=target, **at)
    was = values_of(ROW_KINDS["indicators"], one, "budget")
    where, browser = page(flow, "entry_row", "goals", "indicators", one.pk), client(flow, "preparer")
    assert browser.post(where, filled(browser.get(where).context["form"])).status_code == 302
    assert values_of(ROW_KINDS["indicators"], rows_of(flow.filing, ROW_KINDS["indicators"]).get(), "budget") == was


def filled(form):
    """What a browser sends of a form that nobody touched."""
    said = {key: form[key].value() for key in form.fields if key != "target"}
    parts = form.fields["target"].widget.decompress(form["target"].value())
    return said | {f"target_{name}": part for name, part in zip(form.fields["target"].widget.PARTS, parts, strict=True)}
