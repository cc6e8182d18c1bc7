"""The planted mistakes of a final account, the clean document that each is planted in, and the released ones beside it."""

from dataclasses import replace
from decimal import Decimal

from bench.finals import whole_final
from bench.transcripts import transcribed
from disclosure.checks.rule import OtherDocument
from disclosure.checks.tests.planting import (
    Plant,
    cell,
    noted,
    project,
    put,
    renamed,
    reworded,
    stated,
    target,
    terms,
    without_rows,
    without_section,
    without_table,
)
from disclosure.core.facts import Address, Facts
from disclosure.core.money import to_yuan
from disclosure.core.transcript import printed_number
from disclosure.exports.shape import Document
from disclosure.packs.jiangxi.tests.documents import document_of
from disclosure.releases.assemble import Around

ITEM, FUND = "2010302", "2120803"
CHANGED = "业务有变化"
CLOSING = {
    "JS01/closing/expenditure": "JS01/opening/income", "JS04/closing/total": "JS04/opening/income",
    "JS04/closing/general": "JS04/opening_general/income", "JS04/closing/fund": "JS04/opening_fund/income",
    f"JS07/{FUND}/closing": f"JS07/{FUND}/opening",
}  # fmt: skip


def clean() -> tuple[Facts, Around]:
    """A department's final account with every kind of money as a document made elsewhere, beside last year's and the budget."""
    whole = whole_final()
    document = document_of(whole)
    closing = {Address.parse(there): to_yuan(printed(document, here)) for there, here in CLOSING.items()}
    others = {
        "last_year": OtherDocument("《安澜市样本局2023年度部门决算》第1版", {**whole.prior.figures, **closing}),
        "budget": OtherDocument("《安澜市样本局2024年部门预算》第1版", whole.budget.figures),
    }
    return transcribed(whole, document), Around(others=others)


def printed(document: Document, place: str) -> Decimal:
    """A printed figure."""
    code, row, column = place.split("/")
    statement = next(each for each in document["statements"] if each["code"] == code)
    rows = {each["key"]: each["cells"] for panel in statement["panels"] for each in panel["rows"] if column in each["cells"]}
    return printed_number(rows[row][column] or "0")


def told(rule: str, number: int, **said: str) -> Plant:
    """An indicator of the first project of which something else was reached."""
    plant = target(rule, number, **said)
    return replace(plant, place=plant.place.replace("/target", "/reason" if rule == "P11" else "/actual"))


CELLS = (
    cell("F01", "JS01/general/income"), cell("F01", "JS01/opening/income"), cell("F01", "JS01/closing/expenditure"),
    cell("F02", f"JS02/{ITEM}/other"), cell("F02", "JS02/20103/fiscal"), cell("F03", "JS02/total/operating"),
    cell("F04", f"JS03/{ITEM}/project"), cell("F04", "JS03/201/total"), cell("F05", "JS01/201/expenditure"),
    cell("F06", "JS04/general/income"), cell("F06", "JS04/closing/fund"), cell("F06", "JS04/201/soe"), cell("F07", "JS04/fund/income"),
    cell("F07", "JS04/201/total", "60.00"), cell("F08", "JS05/total/total"), cell("F08", f"JS05/{ITEM}/basic"),
    cell("F09", "JS06/301/amount"), cell("F09", "JS06/public/amount"), cell("F10", f"JS07/{FUND}/income"), cell("F10", "JS07/total/closing"),
    cell("F11", "JS08/total/total"), cell("F12", "JS09/reception/outturn"), cell("F12", "JS09/car_running/adjusted"),
    cell("F12", "JS09/foreign_affairs_guests/outturn", "5.00"), cell("F13", "JS06/30217/amount", "9.00"),
    put("F14", "JS09/domestic_guests/outturn", "0"), put("F14", "JS09/cars_bought/outturn", "9"), cell("F15", "JS10/vehicles/count"),
    cell("F16", f"JS05/{ITEM}/basic", "99.00"), cell("F18", "JS04/212/fund"), cell("F18", "JS08/223/total"),
    cell("F19", "JS01/opening/income"), cell("F19", f"JS07/{FUND}/opening"), cell("F20", "JS09/abroad/initial"),
    cell("F21", "JS11/p1/budget_central"), put("F21", "JS11/p1/rate_total", "55%"), cell("F22", "JS09/cars_held/outturn", "5.00"),
    put("P12", "JS11/p3/executed_total", "0.00"), cell("P14", "JS11/p1/executed_total", "99.00"),
)  # fmt: skip
SENTENCES = (
    stated("F20", "YX10/JS04.201.total/prior", "999"), stated("F21", "YX14/evaluated/projects", "4"), stated("F21", "YX14/evaluated/amount", "9"),
    stated("N14", "YX10/JS04.201.total/prior", "0"), stated("N15", "YX10/JS04.201.total/completion", "55%"),
    stated("N15", "YX13/income/fiscal_share", "50%"), stated("N15", "YX04/total/sme_share", "9%"),
    stated("N16", "YX07/YX03.operating.amount/change", "1"), stated("N19", "YX13/spending/basic", "1"),
    reworded("N17", "3/四|JS06/303/amount", CHANGED, "发放助学金"),
    reworded("N18", "3/七|YX04/works/sme_share", "、政府采购服务", "，授予中小企业占[0%](YX04/works/sme_share)、政府采购服务"),
)  # fmt: skip
TARGETS = (
    told("P11", 3, actual="80%"), told("P15", 2, actual="12次"), project("P13", "text//projects.p1", achieved="全年验收合格率91%。"),
)  # fmt: skip
KNOWN = (
    without_table("C02", "JS05"), without_section("C03", "3/六"), without_rows("C04", "JS03/20103/total", 7), noted("C06", "JS05", "本表为空"),
    without_section("C01", "3/七", "YX04/total/amount"), terms("C07", f"JS03/{FUND}/total", lambda term: "城市建设支出" not in term),
    terms("C08", "text/4/", bool, "教育支出（类）普通教育（款）小学教育（项）"), renamed("D02", "JS01/201/expenditure", "公共服务一般"),
    stated("B27", "YX04/goods/amount", "5"), stated("B28", "YX06/pensioners/count", "9"), stated("N06", "JS01/income_total/income", "1"),
    stated("N07", "YX07/JS09.total.outturn/change", "9"), stated("N08", "YX03/operating/amount", "9"),
    stated("N09", "YX07/YX03.operating.amount/rate", "99%"), stated("N13", "YX07/JS06.302.amount/change", "9999"),
    reworded("L04", "3/六|YX07/YX03.operating.amount/rate", "增长", "下降"), reworded("L01", "3/六", CHANGED, "XX"),
    reworded("N04", "3/六|YX03/operating/amount", CHANGED, "压减开支"), reworded("N04", "3/三|YX10/JS04.201.total/change", CHANGED, "新增人员"),
    reworded("N02", "3/六|YX03/operating/amount", f"，主要原因是：{CHANGED}", ""),
    reworded("N02", "3/三|YX10/JS04.201.total/change", f"，主要原因是：{CHANGED}", ""),
    reworded("N02", "3/四|JS06/302/amount", f"，主要原因是：{CHANGED}", ""),
    reworded("N02", "3/五|YX11/JS09.reception.outturn/change", f"决算数较全年预算数减少的主要原因是：{CHANGED}。", ""),
    reworded("N11", "3/三|JS07/total/total", "本部门", "本部门无政府性基金预算财政拨款支出。本部门"),
)  # fmt: skip
PLANTS = (*CELLS, *SENTENCES, *TARGETS, *KNOWN)
