"""The performance forms as the document holds them, funds read from their statements. Knows no printing."""

from typing import Any

from disclosure.core.facts import Address, Facts, Goal, Indicator, Member, Project
from disclosure.core.money import write_grouped
from disclosure.statements.items import projects_with_form
from disclosure.statements.table import Tables

DEPARTMENT_FUNDS = ("income_total", "fiscal", "other", "expenditure_total", "basic", "project")
PROJECT_FUNDS = ("total", "fiscal", "other", "carryover")
EVALUATION_FUNDS = tuple(
    f"{figure}_{source}" for source in ("total", "central", "local", "other") for figure in ("budget", "executed", "rate")
)


def performance_json(facts: Facts, tables: Tables) -> dict[str, Any]:
    """The department's form, if the template has one, and one form a project; of a document made elsewhere those that it prints."""
    department = department_form(facts, tables) if "YS10" in tables and not tables["YS10"].absent and facts.goal else None
    projects = projects_with_form(facts)
    if "JS11" in tables:
        return {"department": None, "projects": [evaluation_form(facts, project, tables) for project in projects]}
    return {"department": department, "projects": [project_form(facts, project, tables) for project in projects]}


def department_form(facts: Facts, tables: Tables) -> dict[str, Any]:
    """T10."""
    funds = {key: printed(tables, Address("YS10", key, "amount")) for key in DEPARTMENT_FUNDS}
    fields = [{"title": "部门名称", "text": facts.agency.name}]
    return {"name": facts.agency.name, "fields": fields, "funds": funds} | goal_json(facts.goal)


def project_form(facts: Facts, project: Project, tables: Tables) -> dict[str, Any]:
    """T11 of one project."""
    funds = {key: printed(tables, Address("YS11", project.key, key)) for key in PROJECT_FUNDS}
    fields = fields_of(facts, project, "主管部门及代码", "实施单位", coded=True)
    return {"name": project.name, "fields": fields, "funds": funds} | goal_json(project.goal)


def evaluation_form(facts: Facts, project: Project, tables: Tables) -> dict[str, Any]:
    """自评表 of one project: what was budgeted and spent, what was to be reached and was."""
    funds = {key: printed(tables, Address("JS11", project.key, key)) for key in EVALUATION_FUNDS}
    fields = fields_of(facts, project, "主管部门", "资金使用单位")
    return {"name": project.name, "fields": fields, "funds": funds, "achieved": project.achieved} | goal_json(project.goal)


def fields_of(facts: Facts, project: Project, owner: str, user: str, *, coded: bool = False) -> list[dict[str, str]]:
    """What a project's form says of whose it is."""
    parent = facts.agency.parent or Member(facts.agency.code, facts.agency.name)
    owned = f"{parent.code}-{parent.name}" if coded else parent.name
    return [
        {"title": "项目名称", "text": project.name},
        {"title": owner, "text": owned},
        {"title": user, "text": facts.agency.name},
    ]


def goal_json(goal: Goal | None) -> dict[str, Any]:
    """Objective and indicators; empty where none are set."""
    indicators = goal.indicators if goal else ()
    return {"objective": goal.objective if goal else "", "indicators": [indicator_json(each) for each in indicators]}


def indicator_json(each: Indicator) -> dict[str, str | None]:
    """An indicator; what was reached, and why it was missed, of a final account alone."""
    names = ("level1", "level2", "level3", "target")
    said = {"actual": each.actual or None} | ({"reason": each.reason} if each.actual or each.reason else {})
    return {name: getattr(each, name) for name in names} | said


def printed(tables: Tables, address: Address) -> str:
    """A figure as the form prints it; blank where there is none, and where there is 0 unless the format writes it."""
    cell = tables.find(address)
    if cell and cell.text:
        return cell.text
    if cell is None or cell.shown is None:
        return ""
    if address.column.startswith("rate"):
        return f"{cell.shown:.2f}%"
    is_written = tables[address.statement].declared.zeros == "written"
    return write_grouped(cell.shown) if cell.yuan or is_written else ""
