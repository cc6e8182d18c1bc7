"""The addresses of logging in and of one's own account."""

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from django.urls import URLPattern, path

urlpatterns: list[URLPattern] = [
    path("login/", account_views.login, name="account_login"),
    path("login/totp/", mfa_views.authenticate, name="mfa_authenticate"),
    path("logout/", account_views.logout, name="account_logout"),
    path("reauthenticate/", account_views.reauthenticate, name="account_reauthenticate"),
    path("reauthenticate/totp/", mfa_views.reauthenticate, name="mfa_reauthenticate"),
    path("account/password/", account_views.password_change, name="account_change_password"),
    path("account/totp/activate/", totp_views.activate_totp, name="mfa_activate_totp"),
    path("account/totp/deactivate/", totp_views.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/recovery-codes/", recovery_views.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/recovery-codes/generate/", recovery_views.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/recovery-codes/download/", recovery_views.download_recovery_codes, name="mfa_download_recovery_codes"),
]
