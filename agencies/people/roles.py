"""Roles in code: what each may do and on what it is held. Named once, here and in docs/architecture.md. Knows no person."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """Something that a person may do, within the reach of the role that allows it."""

    PREPARE = "prepare"  # 填报
    SIGN = "sign"  # 单位负责人签字、签发
    REVIEW_AS_DEPARTMENT = "review_as_department"
    REVIEW_AS_DIVISION = "review_as_division"
    REVIEW_AS_LEAD = "review_as_lead"
    CO_REVIEW = "co_review"
    REVIEW_SECRECY = "review_secrecy"
    PUBLISH = "publish"
    SEE_FILINGS = "see_filings"  # 查看填报和审核情况
    KEEP_CAMPAIGNS = "keep_campaigns"  # 布置填报任务
    ENTER_APPROVALS = "enter_approvals"  # 录入批复
    SEE_REGISTER = "see_register"  # 查看单位名录
    KEEP_REGISTER = "keep_register"  # 维护单位名录
    KEEP_BUREAUS = "keep_bureaus"  # 维护地区和财政部门
    SEE_PEOPLE = "see_people"
    KEEP_PEOPLE = "keep_people"  # 开户、停用、重置、移交、替岗
    APPOINT = "appoint"  # 任职：主管部门在所属单位，安全管理员在全局
    GRANT_ROLES = "grant_roles"  # 授予任何角色
    CONFIRM_ROLES = "confirm_roles"  # 复核授权
    UNLOCK = "unlock"  # 解除登录锁定
    SEE_AUDIT = "see_audit"
    SEE_REPORTS = "see_reports"  # 查看公众纠错
    ANSWER_REPORTS = "answer_reports"  # 答复公众纠错；公开答复是发布人的事


class Duty(StrEnum):
    """What a person is for: business, or just one of the three administrators (三权分立)."""

    BUSINESS = "business"
    SYSTEM = "system"
    SECURITY = "security"
    AUDIT = "audit"


class Held(Enum):
    """What a role is held on."""

    AGENCY = "agency"
    BUREAU = "bureau"
    EITHER = "either"


@dataclass(frozen=True)
class Role:
    """`remits`: the fields of which an appointment names one, as 综合股 is 预算股 for budgets and 国库股 for final accounts."""

    code: str
    name: Promise
    held: Held
    duty: Duty
    permissions: frozenset[Permission]
    remits: tuple[str, ...] = ()
    of_bureau: bool = False  # 财政部门的岗位：必须使用动态口令

    def allows(self, permission: Permission) -> bool:
        return permission in self.permissions


REMITS: Mapping[str, Promise] = {
    "budget": _("预算"),
    "final": _("决算"),
    "performance": _("绩效"),
    "procurement": _("采购"),
    "assets": _("资产"),
}
DUTIES: Mapping[Duty, Promise] = {
    Duty.BUSINESS: _("业务"),
    Duty.SYSTEM: _("系统管理"),
    Duty.SECURITY: _("安全管理"),
    Duty.AUDIT: _("审计管理"),
}


def _role(code: str, name: Promise, held: Held, *allowed: Permission, duty: Duty = Duty.BUSINESS, remits: tuple[str, ...] = ()) -> Role:
    bureau = code.startswith(("division", "lead", "co_")) or duty != Duty.BUSINESS
    return Role(code, name, held, duty, frozenset(allowed), remits, bureau)


P = Permission
REPORTS = (P.SEE_REPORTS, P.ANSWER_REPORTS)
ROLES: Mapping[str, Role] = {
    role.code: role
    for role in (
        _role("preparer", _("填报人"), Held.AGENCY, P.PREPARE, P.SEE_FILINGS, P.SEE_REGISTER, *REPORTS),
        _role("signatory", _("单位负责人"), Held.AGENCY, P.SIGN, P.SEE_FILINGS, P.SEE_REGISTER, P.SEE_REPORTS),
        _role(
            "department_reviewer",
            _("主管部门审核"),
            Held.AGENCY,
            P.REVIEW_AS_DEPARTMENT,
            P.ENTER_APPROVALS,
            P.SEE_FILINGS,
            P.SEE_REGISTER,
            P.SEE_PEOPLE,
            P.KEEP_PEOPLE,
            P.APPOINT,
            *REPORTS,
        ),
        _role("division_reviewer", _("业务股审核"), Held.EITHER, P.REVIEW_AS_DIVISION, P.SEE_FILINGS, P.SEE_REGISTER),
        _role(
            "lead_reviewer",
            _("综合股审核"),
            Held.BUREAU,
            P.REVIEW_AS_LEAD,
            P.KEEP_CAMPAIGNS,
            P.ENTER_APPROVALS,
            P.SEE_FILINGS,
            P.SEE_REGISTER,
            P.KEEP_REGISTER,
            *REPORTS,
            remits=("budget", "final"),
        ),
        _role(
            "co_reviewer",
            _("会审"),
            Held.BUREAU,
            P.CO_REVIEW,
            P.SEE_FILINGS,
            P.SEE_REGISTER,
            remits=("performance", "procurement", "assets"),
        ),
        _role("secrecy_reviewer", _("保密审查"), Held.EITHER, P.REVIEW_SECRECY, P.SEE_FILINGS, P.SEE_REGISTER),
        _role("publisher", _("发布人"), Held.EITHER, P.PUBLISH, P.SEE_FILINGS, P.SEE_REGISTER, *REPORTS),
        _role(
            "system_administrator",
            _("系统管理员"),
            Held.BUREAU,
            P.KEEP_BUREAUS,
            P.SEE_REGISTER,
            P.SEE_PEOPLE,
            P.KEEP_PEOPLE,
            P.CONFIRM_ROLES,
            duty=Duty.SYSTEM,
        ),
        _role("security_administrator", _("安全管理员"), Held.BUREAU, P.SEE_PEOPLE, P.APPOINT, P.GRANT_ROLES, P.UNLOCK, duty=Duty.SECURITY),
        _role("audit_administrator", _("审计管理员"), Held.BUREAU, P.SEE_AUDIT, duty=Duty.AUDIT),
    )
}


def role_codes(*, duty: Duty | None = None, held: Held | None = None) -> list[str]:
    """The codes of the roles of a duty, or held on something."""
    return [role.code for role in ROLES.values() if duty in (None, role.duty) and held in (None, role.held)]
