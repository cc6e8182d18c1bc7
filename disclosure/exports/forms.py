"""The words of performance forms that their data do not carry: titles of funds and columns. It knows no markup."""

from collections.abc import Sequence

from disclosure.exports.headings import instead_of, sections_of
from disclosure.exports.shape import Document, Form, Statement

PROJECT_FUNDS = {"total": "年度资金总额", "fiscal": "其中：财政拨款", "other": "其他资金", "carryover": "上年结转"}
DEPARTMENT_FUNDS = {
    "income_total": "收入预算合计",
    "fiscal": "其中：财政拨款",
    "other": "其他经费",
    "expenditure_total": "支出预算合计",
    "basic": "其中：基本支出",
    "project": "项目支出",
}
FUNDS = {"project": PROJECT_FUNDS, "department": DEPARTMENT_FUNDS}
FUNDS_TITLE = {"project": "项目资金\n（万元）", "department": "当年预算情况\n（万元）"}
OBJECTIVE_TITLE = {"project": "年度绩效目标", "department": "年度总体目标"}
INDICATOR_TITLES = ("一级指标", "二级指标", "三级指标", "指标值", "全年实际\n完成值")
BLANK_FUNDS = {kind: dict.fromkeys(titles, "") for kind, titles in FUNDS.items()}


def forms_of(document: Document, kind: str) -> list[Form]:
    """The forms of a kind; a blank one where there are none, since an empty table is disclosed too."""
    performance = document["performance"]
    whole = [performance["department"]] if performance["department"] else []
    return (whole if kind == "department" else performance["projects"]) or [blank(kind)]


def blank(kind: str) -> Form:
    indicators = [{"level1": "", "level2": "", "level3": "", "target": ""}]
    return {"name": "", "fields": [], "funds": dict(BLANK_FUNDS[kind]), "objective": "", "indicators": indicators}  # type: ignore[typeddict-item]


def funds(form: Form, kind: str) -> list[tuple[str, str]]:
    """(title, figure) in the order of the form, by key: a stored document may hold its keys in any order."""
    return [(title, form["funds"][key]) for key, title in FUNDS[kind].items()]


def fields(form: Form) -> list[tuple[str, str]]:
    """Name first, unless the form names itself in its fields."""
    given = [(field["title"], field["text"]) for field in form["fields"]]
    named = any(text == form["name"] for _, text in given)
    return given if named and form["name"] else [("项目名称", form["name"]), *given]


def indicator_titles(width: int) -> Sequence[str]:
    return INDICATOR_TITLES[:width]


def stand_in_text(statements: Sequence[Statement]) -> bool:
    """Whether projects' forms stand behind their sections; else the table of part two holds them."""
    return not any(s["form"] == "project" and s["printed"] and not instead_of(s) for s in statements)


def in_text(document: Document) -> list[int]:
    """The projects whose forms stand in the text, in its order."""
    if not stand_in_text(document["statements"]):
        return []
    sections = (section for part in document["parts"] for _, _, section in sections_of(part["sections"], ""))
    indexes = (section.get("project") for section in sections)
    return [index for index in indexes if index is not None]


def project_title(statements: Sequence[Statement]) -> str:
    """What a project's form is called where it stands in the text."""
    return next((s["title"] for s in statements if s["form"] == "project"), "项目绩效目标表")
