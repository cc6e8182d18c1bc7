"""单点登录 by OpenID Connect, where the settings name an issuer: it opens accounts that are there, and makes none. Knows no page."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from agencies.people.models import Person


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Whoever the issuer knows gets into the account of the same user name, if there is one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.is_existing:
            return
        person = person_of(sociallogin.account.extra_data)
        if person is None:
            messages.error(request, _("统一身份认证里的这个人在这里没有账号。请先找主管部门或系统管理员开户，用户名要一致。"))
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, person)


def person_of(claims: dict[str, Any]) -> Person | None:
    """The account that the claims name, if it is switched on."""
    told = {**claims.get("userinfo", {}), **claims.get("id_token", {}), **claims}
    name = str(told.get(settings.OIDC_USERNAME_CLAIM) or "").lower()
    return Person.objects.filter(username=name, is_active=True).first() if name else None
