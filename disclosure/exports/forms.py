"""The words of performance forms that their data do not carry: titles of funds and columns. It knows no markup."""

from collections.abc import Mapping, Sequence

from disclosure.exports.headings import instead_of, sections_of
from disclosure.exports.shape import Document, Form, Indicator, Statement

Titles = Mapping[str, str]  # by key, in the order of the form
PROJECTS = ("project", "evaluation")  # kinds of which every project has one
FUNDS: Mapping[str, Titles] = {
    "project": {"total": "年度资金总额", "fiscal": "其中：财政拨款", "other": "其他资金", "carryover": "上年结转"},
    "department": {
        "income_total": "收入预算合计",
        "fiscal": "其中：财政拨款",
        "other": "其他经费",
        "expenditure_total": "支出预算合计",
        "basic": "其中：基本支出",
        "project": "项目支出",
    },
    "evaluation": {"total": "年度资金总额", "central": "其中：中央财政资金", "local": "地方资金", "other": "其他资金"},
}
# The columns of funds; the other kinds have one figure a fund, which needs no title.
FUND_COLUMNS: Mapping[str, Titles] = {
    "evaluation": {"budget": "全年预算数\n（A）", "executed": "全年执行数\n（B）", "rate": "预算执行率\n（B/A）"}
}
FUNDS_TITLE = {"project": "项目资金\n（万元）", "department": "当年预算情况\n（万元）", "evaluation": "项目资金（万元）"}
OBJECTIVES: Mapping[str, Titles] = {
    "project": {"objective": "年度绩效目标"},
    "department": {"objective": "年度总体目标"},
    "evaluation": {"objective": "总体目标", "achieved": "全年实际完成情况"},
}
LEVELS = ("level1", "level2")
SET = {"level1": "一级指标", "level2": "二级指标", "level3": "三级指标", "target": "指标值"}
REACHED = SET | {"actual": "全年实际\n完成值"}
EXPLAINED = REACHED | {"reason": "未完成原因\n和改进措施"}


def forms_of(document: Document, kind: str) -> list[Form]:
    """The forms of a kind; a blank one where there are none, since an empty table is disclosed too."""
    performance = document["performance"]
    whole = [performance["department"]] if performance["department"] else []
    return (whole if kind == "department" else performance["projects"]) or [blank(kind)]


def blank(kind: str) -> Form:
    indicators: list[Indicator] = [{"level1": "", "level2": "", "level3": "", "target": ""}]
    funds = {key: "" for row in FUNDS[kind] for key in fund_keys(kind, row)}
    return {"name": "", "fields": [], "funds": funds, "objective": "", "indicators": indicators}


def fund_keys(kind: str, row: str) -> list[str]:
    """The keys of a fund's figures, one a column."""
    return [f"{column}_{row}" for column in FUND_COLUMNS.get(kind, ())] or [row]


def funds(form: Form, kind: str) -> list[tuple[str, list[str]]]:
    """(title, figures) in the order of the form, by key: a stored document may hold its keys in any order."""
    return [(title, [form["funds"][key] for key in fund_keys(kind, row)]) for row, title in FUNDS[kind].items()]


def fields(form: Form) -> list[tuple[str, str]]:
    """Name first, unless the form names itself in its fields."""
    given = [(field["title"], field["text"]) for field in form["fields"]]
    named = any(text == form["name"] for _, text in given)
    return given if named and form["name"] else [("项目名称", form["name"]), *given]


def objectives(form: Form, kind: str) -> list[tuple[str, str]]:
    """(title, text): what was to be reached, and beside it what was."""
    said = {"objective": form["objective"], "achieved": form.get("achieved") or ""}
    return [(title, said[key]) for key, title in OBJECTIVES[kind].items()]


def indicator_columns(form: Form, kind: str) -> Titles:
    """Key -> title; what was reached is a column of every self-evaluation, elsewhere where any is given."""
    if kind == "evaluation":
        return EXPLAINED
    return REACHED if any(item.get("actual") for item in form["indicators"]) else SET


def project_kind(statements: Sequence[Statement]) -> str:
    """Which form every project of the document has."""
    return next((s["form"] for s in statements if s["form"] in PROJECTS), None) or "project"


def stand_in_text(statements: Sequence[Statement]) -> bool:
    """Whether projects' forms stand behind their sections; else a table of the document holds them."""
    return not any(s["form"] in PROJECTS and s["printed"] and not instead_of(s) for s in statements)


def in_text(document: Document) -> list[int]:
    """The projects whose forms stand in the text, in its order."""
    if not stand_in_text(document["statements"]):
        return []
    sections = (section for part in document["parts"] for _, _, section in sections_of(part["sections"], ""))
    indexes = (section.get("project") for section in sections)
    return [index for index in indexes if index is not None]


def caption(document: Document) -> str:
    """What a project's form is called where it stands in the text."""
    title = next((s["title"] for s in document["statements"] if s["form"] in PROJECTS), "项目绩效目标表")
    return f"{title}（{document['year']}年度）"
