"""Every text of a filing has a place and a name."""

from disclosure.core.facts import Address, Goal, Project, Term
from disclosure.core.passages import passages
from disclosure.core.tests.ledgers import facts
from disclosure.core.transcript import Original, Quotation, Transcript

RECEPTION = Address("YX08", "total", "reception")


def test_texts_are_told_with_their_places() -> None:
    project = Project("p1", "库房", "概述", "", "", "方案", "", Goal("目标", ()))
    texts = {"duties": ("职责",), "offices": ("办公室",), "terms": (Term("词", "义"),), "goal": Goal("总", ())}
    filed = facts(projects=(project,), reasons={RECEPTION: "原因"}, **texts)
    told = [(str(each.place), each.title, each.text) for each in passages(filed)]
    assert told == [
        ("text/duties/1", "主要职责第1段", "职责"), ("text/offices/1", "内设处室第1段", "办公室"), ("YX08/total/reception", "增减原因", "原因"),
        ("text/goal/objective", "年度总体目标", "总"), ("text/projects.p1/overview", "项目“库房”的项目概述", "概述"),
        ("text/projects.p1/plan", "项目“库房”的实施方案", "方案"), ("text/projects.p1/objective", "项目“库房”的年度绩效目标", "目标"),
        ("text/terms/词", "名词解释“词”", "义"),
    ]  # fmt: skip


def test_quotations_are_read_as_printed() -> None:
    quoted = Transcript(Original("原件"), quotations=(Quotation("3/二", "甲"), Quotation("3/二", "乙[5](YS03/total/basic)万元")))
    told = [(str(each.place), each.text) for each in passages(facts(transcript=quoted, duties=()))]
    assert told == [("text/3/二/1", "甲"), ("text/3/二/2", "乙5万元")]


def test_what_a_final_account_tells_of_its_results_is_a_text_too() -> None:
    project = Project("p1", "库房", "", "", "", "", "", achieved="修好。")
    filed = facts(projects=(project,), evaluation=("自评",), report=("报告",), reception="调研")
    told = [(str(each.place), each.title) for each in passages(filed) if each.kind in ("evaluation", "report", "reception", "achieved")]
    assert told == [
        ("text/evaluation/1", "绩效评价工作开展情况第1段"), ("text/report/1", "绩效评价报告第1段"), ("text/reception/", "公务接待的用途"),
        ("text/projects.p1/achieved", "项目“库房”的全年实际完成情况"),
    ]  # fmt: skip
