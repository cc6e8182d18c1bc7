"""A document made elsewhere is released as printed, with its findings; what its template does not have is refused."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from disclosure.filings.package import facts_of, read_package
from disclosure.filings.problems import PackageRefused
from disclosure.filings.saving import save_facts
from disclosure.packs.jiangxi.tests.documents import cells, document_of, section
from disclosure.releases.models import Release
from disclosure.releases.opening import open_template
from disclosure.releases.tests.released import release_filing

SAMPLE = Path(__file__).resolve().parents[3] / "samples" / "donghu-2024.json"
AT = datetime(2024, 3, 1, 1, tzinfo=UTC)


def package() -> dict[str, Any]:
    """The sample as JSON."""
    return dict(json.loads(SAMPLE.read_text(encoding="utf-8")))


def opened(changed: dict[str, Any]) -> object:
    """The template of a package."""
    return open_template(facts_of(read_package(json.dumps(changed).encode())))


@pytest.mark.django_db
def test_a_document_with_errors_is_released_with_its_findings() -> None:
    filing = save_facts(entered=facts_of(package()))
    made = release_filing(filing=filing, publish_at=AT)
    assert made.document["origin"] == "transcribed"
    assert json.loads(bytes(made.files.get(name="findings.json").body)) == made.document["findings"]
    assert sum(each["level"] == "error" for each in made.document["findings"]) > 20
    assert Release.objects.in_force().get() == made


def test_text_and_tables_stand_as_printed() -> None:
    document = document_of(facts_of(package()))
    assert "其中:工资福利支出364.38万元,商品和服务支出21.3万元" in section(document, "（二）")[1]
    assert cells(document, "YS11")["p1"] == {"total": "30.937", "fiscal": "0", "other": "0", "carryover": "0"}
    assert cells(document, "YS10")["income_total"] == {"amount": "418.00"}
    assert [form["name"] for form in document["performance"]["projects"]] == ["聘用人员经费"]


def test_a_table_keeps_the_title_that_is_printed() -> None:
    (statement,) = (each for each in document_of(facts_of(package()))["statements"] if each["code"] == "YS11")
    assert statement["title"] == "项目支出绩效目标表"


def test_only_the_project_that_the_text_tells_has_a_section() -> None:
    document = document_of(facts_of(package()))
    projects = document["parts"][2]["sections"][0]["sections"][-1]["sections"]
    assert [(each["title"], each["place"], each["project"]) for each in projects] == [("举报奖励资金项目", "3/一/（九）/p2", None)]
    assert projects[0]["paragraphs"][-1] == ["6) 年度预算安排：", {"text": "1", "cell": ["YX09", "p2", "amount"]}, "万元"]


def test_the_summary_is_computed_from_what_is_printed() -> None:
    summary = document_of(facts_of(package()))["summary"]
    assert (summary["total"]["text"], summary["total"]["change"], summary["total"]["rate"]) == ("418.56", "83.10", "24.8%")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda each: each["tables"][0].update(statement="YX01"), "tables[0].statement：是YX01；应为模板印出的表：YS01、"),
        (lambda each: each["tables"][0]["rows"][0].update(row="totals"), "tables[0].rows[0]：《部门支出总表》没有行totals"),
        (lambda each: each["tables"][0]["rows"][0]["cells"].update(sum="1"), "tables[0].rows[0]：《部门支出总表》的行total没有栏sum"),
        (lambda each: each["quotations"][0].update(section="3/三"), "quotations[0].section：模板没有部分3/三；可用的部分：1/一、1/二、3/一/（一）、"),
        (lambda each: each["quotations"][0].update(text="[1](YS77/total/total)"), "quotations[0].text：[1](YS77/total/total)：模板没有表YS77"),
        (lambda each: each["quotations"][0].update(text="[1](YX07/YS03.total.basic/sum)"), "YX07/YS03.total.basic/sum不是比较；写成YX07/表.行.栏/current、"),
        (lambda each: each["quotations"][0].update(text="[1](YX09/p9/amount)"), "《项目年度预算安排》没有行p9"),
        (lambda each: each.update(complete=["YX77"]), "complete[0]：模板没有表YX77"),
        (lambda each: each.update(pictures=["YS77"]), "pictures[0]：模板没有表YS77"),
        (lambda each: each.update(reasons=[{"statement": "YS03", "row": "totl", "column": "basic", "text": "人员减少"}]), "《部门支出总表》没有行totl"),
        (lambda each: each.update(last_year={"figures": [{"statement": "YS01", "row": "fiscal", "column": "incomes", "amount": "1"}]}),
         "last_year.figures[0]：《收支预算总表》的行fiscal没有栏incomes"),
        (lambda each: each["tables"][0]["rows"][0]["cells"].update(total="1" * 14), "“11111111111111”不是数"),
        (lambda each: each.update(lines=[]), "lines：不能填写；照录的填报包没有收支明细"),
        (lambda each: each["texts"].update(terms=[{"term": "甲", "definition": "乙"}]), "texts.terms：不能填写；照录的填报包没有另写的名词"),
        (lambda each: each.update(stated=[{"statement": "YX08", "row": "sum", "column": "total", "text": "1"}]), "stated[0]：《“三公”经费合计》没有行sum"),
    ],
)  # fmt: skip
def test_what_the_template_does_not_have_is_refused(change: Any, message: str) -> None:
    changed = package()
    change(changed)
    with pytest.raises(PackageRefused) as refused:
        opened(changed)
    assert message in str(refused.value)
