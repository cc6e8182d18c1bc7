"""The page of help: who does what, and what to do when something goes wrong. The table of roles is the roles themselves."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agencies.people.roles import ROLES, Held, Permission
from disclosure.web.office.doors import OfficeRequest, door
from disclosure.web.office.guide import GUIDE

DOES: Mapping[Permission, Promise] = {
    Permission.PREPARE: _("填报预算、决算和绩效目标"),
    Permission.SIGN: _("代表单位签字、签发"),
    Permission.REVIEW_AS_DEPARTMENT: _("审核所属单位的填报"),
    Permission.REVIEW_AS_DIVISION: _("审核所管部门的填报"),
    Permission.REVIEW_AS_LEAD: _("汇总审核"),
    Permission.CO_REVIEW: _("会审绩效、采购、资产"),
    Permission.REVIEW_SECRECY: _("保密审查"),
    Permission.PUBLISH: _("核准、公开、撤回"),
    Permission.SEE_FILINGS: _("查看填报、批复和公开情况"),
    Permission.KEEP_CAMPAIGNS: _("布置填报、延期"),
    Permission.ENTER_APPROVALS: _("录入批复"),
    Permission.SEE_REGISTER: _("查看单位名录"),
    Permission.KEEP_REGISTER: _("维护单位名录"),
    Permission.KEEP_BUREAUS: _("维护财政部门"),
    Permission.SEE_PEOPLE: _("查看人员"),
    Permission.KEEP_PEOPLE: _("开户、停用、重置、移交"),
    Permission.APPOINT: _("安排和终止任职、替岗、移交"),
    Permission.GRANT_ROLES: _("授予任何角色"),
    Permission.CONFIRM_ROLES: _("复核任职"),
    Permission.UNLOCK: _("解除登录锁定"),
    Permission.SEE_AUDIT: _("查看审计记录"),
}
ON: Mapping[Held, Promise] = {Held.AGENCY: _("部门或单位"), Held.BUREAU: _("财政部门"), Held.EITHER: _("部门、单位或财政部门")}


@door(None)
def help_page(request: OfficeRequest) -> HttpResponse:
    roles = [(role.name, ON[role.held], [does for permission, does in DOES.items() if role.allows(permission)]) for role in ROLES.values()]
    return render(request, "office/help.html", {"roles": roles})


@door(None)
def guide(request: OfficeRequest) -> HttpResponse:
    """The clerk's guide."""
    return render(request, "office/guide.html", {"steps": GUIDE})
