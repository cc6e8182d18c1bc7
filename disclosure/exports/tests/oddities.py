"""A document of everything that the archive's budgets do not have."""

from disclosure.exports.tests.documents import NAME, columns, document, panel, project_statement, row, statement


def odd_document():
    """A final account with what budgets do not have: row numbers, panels beneath each other, dashes, percentages, actuals, gaps."""
    stubs = [{"key": "name", "title": "项目", "group": [], "number": "栏次"}, {"key": "line", "title": "行次", "group": [], "number": ""}]
    share = (
        columns(("rate", "增减比例（%）"), kind="percent") + columns(("note", "说明"), kind="text") + columns(("flat", "预算"), kind="dash")
    )
    count = columns(("count", "数量"), kind="count")
    first = row("a", "一、支出", level="line", line=1, cells={"rate": "-15.55", "note": "降了0.5", "flat": "—"})
    second = row("b", "（一）更名", level="line", depth=1, line=2, cells={"rate": "15.5%", "note": "", "flat": "0"})
    panels = [
        panel("rates", stubs, share, [first, second], "甲"),
        panel("counts", stubs, count, [row("c", "人次", cells={"count": "1,343"})], "乙"),
    ]
    made = document(kind="final", title=f"{NAME}部门2024年度部门决算")
    made["statements"] = [statement(1, "odd", "统计表", panels, column_numbers=True, notes=["注：1.本表2项。", "2.无。"])]
    made["statements"].append(statement(2, "gap", "缺失表", [], status="missing"))
    made["statements"].append(project_statement(3, None))
    made["performance"]["projects"][0]["indicators"][1]["actual"] = "≥88%"
    return made
