"""The forms of signing in and of one's own account, in our words; what they do, allauth does."""

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.utils.translation import gettext_lazy as _

from agencies.people.models import Person
from disclosure.web.office.sign_in import WRONG


def _plain(field: forms.Field, label: Any, **attributes: str) -> None:
    field.label = label
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class LoginForm(account.LoginForm):  # type: ignore[misc]  # allauth has no types
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["login"], _("用户名"), autocapitalize="none", spellcheck="false")
        _plain(self.fields["password"], _("密码"))
        self.fields["password"].help_text = ""


class ReauthenticateForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["password"], _("密码"))


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]
    """The old password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["oldpassword"], _("现在的密码"))
        _plain(self.fields["password1"], _("新密码"))
        _plain(self.fields["password2"], _("再输一遍新密码"))
        self.fields["password1"].help_text = " ".join(text for text in password_validators_help_texts() if text)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "password2" in self.errors:
            self.errors["password2"] = self.error_class([_("两遍不一样，请再输一遍。")])
        return cleaned


class CodeForm(mfa.AuthenticateForm):  # type: ignore[misc]
    """Six digits of the phone, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], _("动态口令或恢复码"), inputmode="numeric", autocomplete="one-time-code")


class CodeAgainForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    """The same, to prove who is there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], _("动态口令或恢复码"), inputmode="numeric", autocomplete="one-time-code")


class ActivateForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new phone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], _("手机上现在的6位数字"), inputmode="numeric", autocomplete="one-time-code")


class OneTimeCodeForm(forms.Form):
    """User name and one-time code, and the password that the account shall have."""

    username = forms.CharField(
        label=_("用户名"), max_length=30, widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
    )
    code = forms.CharField(
        label=_("一次性口令"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
        help_text=_("开户或重置的人交给您的，如 ABCD-EFGH-JKLM。"),
    )
    password1 = forms.CharField(label=_("新密码"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), max_length=128)
    password2 = forms.CharField(
        label=_("再输一遍新密码"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), max_length=128
    )

    def __init__(self, *args: Any, request: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.person: Person | None = None
        self.fields["password1"].help_text = " ".join(text for text in password_validators_help_texts() if text)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["password1"] != cleaned["password2"]:
            self.add_error("password2", _("两遍不一样，请再输一遍。"))
            return cleaned
        name = cleaned["username"].lower()
        self.person = get_adapter(self.request).authenticate(
            self.request, username=name, one_time_code=cleaned["code"]
        )  # counted like a login
        if self.person is None:
            raise forms.ValidationError(WRONG)
        self._judge(cleaned["password1"])
        return cleaned

    def _judge(self, password: str) -> None:
        try:
            validate_password(password, self.person)
        except forms.ValidationError as error:
            self.add_error("password1", error)
