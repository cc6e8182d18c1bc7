"""How allauth signs people in here: no sign-up, no e-mail, one answer for everything that is wrong. Knows no page."""

import base64
import hashlib
import ipaddress
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.core import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agencies.people.models import Person
from agencies.people.passwords import set_password
from disclosure.web.office.arriving import network_address
from disclosure.web.office.session_rules import needs_second_factor

WRONG = _("用户名、密码或动态口令不对。连续输错5次，锁定30分钟。")


def counted_as(address: str) -> str:
    """What attempts are counted by: an IPv4 address, or the /64 that one customer has."""
    if ":" not in address:
        return address
    return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are opened by people, not by themselves."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "too_many_login_attempts": WRONG,
        "account_inactive": WRONG,
        "enter_current_password": _("现在的密码不对。"),
        "incorrect_password": WRONG,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return counted_as(network_address(request)) or "unknown"

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """A name in its one spelling. An attempt is counted before it is weighed, so parallel guesses cannot slip past the count."""
        person: Person | None = super().authenticate(request, **{**credentials, "username": str(credentials.get("username", "")).lower()})
        return person

    def set_password(self, user: Person, password: str) -> None:
        set_password(person=user, password=password, by=user)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say it themselves."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """There is no e-mail."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: their secrets are kept encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG,
        "cannot_delete_authenticator": _("您的岗位必须使用动态口令，不能停用。换手机请找替您开户的人重置。"),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Where the post asks for a second factor it can be replaced by whoever resets the account, not taken off."""
        return not needs_second_factor(authenticator.user)

    def get_totp_issuer(self) -> str:
        return str(settings.SITE_WORDS["name"])

    def get_totp_label(self, user: Person) -> str:
        return user.username


def _box() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet(Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"totp {key}".encode()).digest())) for key in keys)


def forget_failures(request: HttpRequest, person: Person) -> None:
    """What allauth counted of a person's failed passwords and codes, beside the lock of axes."""
    adapter = get_adapter(request)
    for key in (adapter._get_login_attempts_cache_key(request, username=person.username), f"mfa-auth-user-{person.pk}"):
        ratelimit.clear(request, action="login_failed", key=key)
