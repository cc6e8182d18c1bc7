"""The addresses of logging in and of one's own account. allauth's other addresses do not exist here."""

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from disclosure.web.office.doors import behind_a_door
from disclosure.web.office.views.account import account, activate, to_account

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", account_views.login, name="account_login"),
    path("login/totp/", mfa_views.authenticate, name="mfa_authenticate"),
    path("activate/", activate, name="activate"),
    path("logout/", account_views.logout, name="account_logout"),
    path("reauthenticate/", behind_a_door(account_views.reauthenticate), name="account_reauthenticate"),
    path("reauthenticate/totp/", behind_a_door(mfa_views.reauthenticate), name="mfa_reauthenticate"),
    path("account/", account, name="account"),
    # Where allauth leads when it is done, or when an account has no password here.
    path("account/factors/", to_account, name="mfa_index"),
    path("account/password/set/", to_account, name="account_set_password"),
    path("account/password/", behind_a_door(account_views.password_change), name="account_change_password"),
    path("account/totp/activate/", behind_a_door(totp_views.activate_totp), name="mfa_activate_totp"),
    path("account/totp/deactivate/", behind_a_door(totp_views.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", behind_a_door(recovery_views.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("account/recovery-codes/generate/", behind_a_door(recovery_views.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("account/recovery-codes/download/", behind_a_door(recovery_views.download_recovery_codes), name="mfa_download_recovery_codes"),
]

if settings.OIDC_ISSUER:
    urlpatterns.append(path("login/", include("allauth.socialaccount.providers.openid_connect.urls")))
