"""The sentences of a Jiangxi final account: shares, completion rates, changes, and what is not said of nothing."""

from dataclasses import replace
from decimal import Decimal

from disclosure.core.facts import Address, Facts, Goal, Indicator, Prior, Project
from disclosure.packs.jiangxi.tests.documents import document_of, section, text, walk
from disclosure.packs.jiangxi.tests.finals import final, received, spent

TOTAL, CLASS = Address("YS04", "expenditure_total", "total"), Address("YS04", "201", "total")
SPENT = (spent("20000"), spent("10000", "30217"), received("30000"))


def said(number: str, facts: Facts, part: int = 3) -> list[str]:
    """The paragraphs of a section."""
    return section(document_of(facts), number, part)


def test_shares_add_up_and_drop_a_trailing_zero() -> None:
    facts = final(*SPENT, spent("10000", nature="project", project="p1"), received("10000", "other"))
    assert (
        said("一", facts)[1]
        == "本年收入的具体构成为：财政拨款收入3万元，占75%；事业收入0万元，占0%；经营收入0万元，占0%；其他收入1万元，占25%。"
    )
    assert said("二", facts)[1].startswith("本年支出的具体构成为：基本支出3万元，占75%；项目支出1万元，占25%；")


def test_a_budget_is_completed_and_its_reason_told() -> None:
    reasons = {Address("YX10", "JS04.201.total", "change"): "压减一般性开支"}
    facts = final(*SPENT, budget=Prior({TOTAL: Decimal(40000), CLASS: Decimal(40000)}), reasons=reasons)
    assert said("三", facts) == [
        "本单位2024年度财政拨款本年支出年初预算数为4万元，决算数为3万元，完成年初预算的75%。",
        "（一）一般公共服务支出年初预算数为4万元，决算数为3万元，完成年初预算的75%，主要原因是：压减一般性开支。",
    ]


def test_there_is_no_rate_without_a_budget() -> None:
    facts = final(*SPENT, budget=Prior(complete=True))
    assert said("三", facts)[1] == "（一）一般公共服务支出年初预算数为0万元，决算数为3万元，年初预算未安排。"


def test_a_class_that_spent_nothing_of_its_budget_is_told_too() -> None:
    facts = final(*SPENT, budget=Prior({CLASS: Decimal(30000), Address("YS04", "208", "total"): Decimal(5000)}))
    assert said("三", facts)[2] == "（二）社会保障和就业支出年初预算数为0.5万元，决算数为0万元，完成年初预算的0%。"


def test_classes_of_basic_spending_are_counted_through() -> None:
    last = Prior({Address("JS06", "302", "amount"): Decimal(60000), Address("JS06", "301", "amount"): Decimal(10000)}, complete=True)
    assert said("四", final(*SPENT, prior=last)) == [
        "本单位2024年度一般公共预算财政拨款基本支出3万元，其中：",
        "（一）工资福利支出0万元，较2023年减少1万元，下降100%。",
        "（二）商品和服务支出3万元，较2023年减少3万元，下降50%。",
        "（三）对个人和家庭补助支出0万元，较2023年无变化。",
        "（四）资本性支出0万元，较2023年无变化。",
    ]


def test_a_share_is_told_only_of_what_was_bought() -> None:
    entered = {
        "procurement.goods": Decimal(20000),
        "procurement.works": Decimal(0),
        "procurement.sme.goods": Decimal(5000),
        "procurement.micro": Decimal(0),
    }
    paragraph = said("七", final(*SPENT, entered=entered))[0]
    assert "授予中小企业合同金额0.5万元，占政府采购支出总额的25%，其中：授予小微企业合同金额0万元，占授予中小企业合同金额的0%" in paragraph
    assert "货物采购授予中小企业合同金额占货物支出金额的25%" in paragraph and "工程采购" not in paragraph


def evaluated(key: str, actual: str) -> Project:
    """A project with a target and what was reached."""
    return Project(key, f"项目{key}", "", "", "", "", "", Goal("目标", (Indicator("产出指标", "数量指标", "批次", "≥2批", actual),)))


def test_the_evaluated_projects_are_counted() -> None:
    projects = (evaluated("p1", "2批"), evaluated("p2", ""))
    money = (spent("30000", nature="project", project="p1"), spent("10000", nature="project", project="p2"), received("40000"))
    document = document_of(final(*money, projects=projects))
    assert section(document, "（一）")[0].endswith("二级项目1个开展绩效自评，共涉及资金3万元，占项目支出总额的75%。")
    assert [each["title"] for each in walk(document["parts"][4]["sections"])] == ["项目支出绩效自评表", "项目p1"]
    assert document["performance"]["projects"][0]["funds"]["executed_total"] == "3.00"


def test_percentages_are_of_exact_amounts() -> None:
    facts = final(spent("149"), spent("51", nature="project", project="p1"), received("200"))
    assert said("二", facts)[1].startswith("本年支出的具体构成为：基本支出0.01万元，占74.5%；项目支出0.01万元，占25.5%；")


def test_a_budget_that_nobody_gave_is_not_0() -> None:
    assert "公务接待费支出决算数为1万元，决算数" in said("五", final(*SPENT))[2]


def test_a_project_that_spent_nothing_of_its_budget_says_so() -> None:
    entered = {"evaluation.p1.central.budget": Decimal(50000), "evaluation.p1.central.executed": Decimal(0)}
    funds = document_of(final(projects=(evaluated("p1", "2批"),), entered=entered))["performance"]["projects"][0]["funds"]
    assert [funds[key] for key in ("budget_total", "executed_total", "rate_total", "executed_central")] == ["5.00", "0.00", "0.00%", "0.00"]
    assert [funds[key] for key in ("budget_local", "executed_local", "rate_local")] == ["", "", ""]


def test_an_all_zero_account_says_nothing_of_shares_and_directions() -> None:
    document = document_of(final(prior=Prior(complete=True), budget=Prior(complete=True)))
    texts = [text(paragraph) for part in document["parts"] for each in walk(part["sections"]) for paragraph in each["paragraphs"]]
    assert not [each for each in texts if "%" in each or "增加" in each or "减少" in each]
    assert "本单位2024年度收入总计0万元，其中年初结转和结余0万元，较2023年无变化；本年收入合计0万元，较2023年无变化。" in texts


def test_the_text_of_a_unit_speaks_of_a_unit() -> None:
    document = document_of(replace(final(*SPENT), offices=("办公室",), entered={"organisation.offices": 1}))
    assert document["title"] == "安澜市档案馆2024年度单位决算"
    assert section(document, "二", 1)[0] == "2024年安澜市档案馆内设处室1个，包括：办公室。"
