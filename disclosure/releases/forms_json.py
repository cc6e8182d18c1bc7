"""The performance forms as the document holds them, funds read from their statements. Knows no printing."""

from typing import Any

from disclosure.core.facts import Address, Facts, Goal, Project
from disclosure.core.money import write_grouped
from disclosure.statements.items import projects_with_form
from disclosure.statements.table import Tables

DEPARTMENT_FUNDS = ("income_total", "fiscal", "other", "expenditure_total", "basic", "project")
PROJECT_FUNDS = ("total", "fiscal", "other", "carryover")


def performance_json(facts: Facts, tables: Tables) -> dict[str, Any]:
    """The department's form, if the template has one, and one form a project; of a document made elsewhere those that it prints."""
    department = department_form(facts, tables) if "YS10" in tables and not tables["YS10"].absent and facts.goal else None
    return {"department": department, "projects": [project_form(facts, project, tables) for project in projects_with_form(facts)]}


def department_form(facts: Facts, tables: Tables) -> dict[str, Any]:
    """T10."""
    funds = {key: printed(tables, Address("YS10", key, "amount")) for key in DEPARTMENT_FUNDS}
    fields = [{"title": "部门名称", "text": facts.agency.name}]
    return {"name": facts.agency.name, "fields": fields, "funds": funds} | goal_json(facts.goal)


def project_form(facts: Facts, project: Project, tables: Tables) -> dict[str, Any]:
    """T11 of one project."""
    parent = facts.agency.parent
    owner = f"{parent.code}-{parent.name}" if parent else f"{facts.agency.code}-{facts.agency.name}"
    fields = [
        {"title": "项目名称", "text": project.name},
        {"title": "主管部门及代码", "text": owner},
        {"title": "实施单位", "text": facts.agency.name},
    ]
    funds = {key: printed(tables, Address("YS11", project.key, key)) for key in PROJECT_FUNDS}
    return {"name": project.name, "fields": fields, "funds": funds} | goal_json(project.goal)


def goal_json(goal: Goal | None) -> dict[str, Any]:
    """Objective and indicators; empty where none are set."""
    indicators = goal.indicators if goal else ()
    return {
        "objective": goal.objective if goal else "",
        "indicators": [
            {"level1": each.level1, "level2": each.level2, "level3": each.level3, "target": each.target, "actual": None}
            for each in indicators
        ],
    }


def printed(tables: Tables, address: Address) -> str:
    """A figure as the form prints it; blank where there is none."""
    cell = tables.find(address)
    if cell and cell.text:
        return cell.text
    return write_grouped(cell.shown) if cell and cell.yuan and cell.shown is not None else ""
